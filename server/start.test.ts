import { once } from "node:events";
import { Agent, request as httpRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, test, vi } from "vitest";
import { PEER_ADDRESS } from "@/lib/address";
import type { Route, RouteMethod, RouteModule } from "./scim-router";
import { type RunningServer, startServer } from "./start";

vi.mock("@/lib/log", () => ({ logger: () => ({ error: () => {}, warn: () => {}, info: () => {} }) }));

let server: RunningServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

const refusing: RouteModule = { GET: () => new Response("refused", { status: 404 }) };

function on(method: RouteMethod, handler: (request: Request) => Promise<Response> | Response): RouteModule {
  return { [method]: handler };
}

async function serve(module: RouteModule): Promise<string> {
  const routes: readonly Route[] = [
    { pattern: "/scim/v2/[[...path]]", module: refusing },
    { pattern: "/scim/v2/Users/[id]", module },
  ];
  server = await startServer({ host: "127.0.0.1", port: 0, routes });
  return server.url;
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly text: string;
}

/** node:http rather than fetch, which rewrites paths and headers before they leave. */
async function send(url: string, path: string, options: RequestOptions = {}, body?: Buffer): Promise<Answer> {
  const sent = httpRequest(url, { path, agent: false, ...options });
  // A server that has answered may close while the rest of the body is still on its way.
  sent.on("error", () => {});
  sent.end(body);
  const [incoming]: IncomingMessage[] = await once(sent, "response");
  if (!incoming) throw new Error("There is no response.");
  return { status: incoming.statusCode, headers: incoming.headers, text: await text(incoming) };
}

const echo: RouteModule = {
  GET: async (request, { params }) =>
    Response.json({
      url: request.url,
      params: await params,
      peer: request.headers.get(PEER_ADDRESS),
      all: [...request.headers].filter(([name]) => name === PEER_ADDRESS),
    }),
  OPTIONS: () => new Response(null, { status: 204, headers: { allow: "GET, OPTIONS" } }),
};

describe("a request", () => {
  test("reaches the route's function with its parameters decoded once", async () => {
    const url = await serve(echo);
    const answer = await send(url, "/scim/v2/Users/a%2520b?x=%2F");
    expect(JSON.parse(answer.text)).toMatchObject({
      url: `${url}/scim/v2/Users/a%2520b?x=%2F`,
      params: { id: "a%20b" },
    });
  });

  test("carries the socket's address, whatever the client says", async () => {
    const url = await serve(echo);
    const headers = { [PEER_ADDRESS.toUpperCase()]: ["6.6.6.6", "7.7.7.7"], "x-other": "1" };
    const answer = JSON.parse((await send(url, "/scim/v2/Users/x", { headers })).text);
    expect(answer.peer).toBe("127.0.0.1");
    expect(answer.all).toEqual([[PEER_ADDRESS, "127.0.0.1"]]);
  });

  test.each([
    "/scim/v2/Users/../Users/x",
    "/scim/v2//Users/x",
    "/scim/v2/Users%2Fx",
    "/scim/v2/Users/%2e%2e/x",
  ])("for %s goes to the route that refuses", async (path) => {
    const url = await serve(echo);
    expect(await send(url, path)).toMatchObject({ status: 404, text: "refused" });
  });

  test.each([
    ["/scim/v2/Users/%zz", 400],
    ["/scim/v3/Users", 404],
    ["/oauth2/token", 404],
  ])("for %s that no route takes gets a SCIM error %i", async (path, status) => {
    const answer = await send(await serve(echo), path);
    expect(answer.headers["content-type"]).toBe("application/scim+json");
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toMatchObject({ status: String(status) });
  });

  test("with a Host header that is none gets a SCIM error 400", async () => {
    const answer = await send(await serve(echo), "/scim/v2/Users/x", { headers: { host: "a b" } });
    expect(answer.headers["content-type"]).toBe("application/scim+json");
    expect(answer.status).toBe(400);
  });

  test("with a method that no route file can export gets 405 with what OPTIONS allows", async () => {
    const answer = await send(await serve(echo), "/scim/v2/Users/x", { method: "PROPFIND" });
    expect(answer).toMatchObject({ status: 405, headers: { allow: "GET, OPTIONS" } });
    expect(JSON.parse(answer.text)).toMatchObject({ status: "405" });
  });

  test("whose route throws gets a SCIM error 500 without the reason, and the next one is answered", async () => {
    const rejects = on("GET", () => Promise.reject(new Error("hunter2")));
    const throws = on("OPTIONS", () => {
      throw new Error("hunter2");
    });
    const url = await serve({ ...rejects, ...throws });
    for (const method of ["GET", "OPTIONS", "GET"]) {
      const answer = await send(url, "/scim/v2/Users/x", { method });
      expect(answer.status).toBe(500);
      expect(answer.headers["content-type"]).toBe("application/scim+json");
      expect(answer.text).not.toContain("hunter2");
    }
  });

  test("for a page gets 404 where no pages are served", async () => {
    expect((await send(await serve(echo), "/instances")).status).toBe(404);
  });
});

describe("a body", () => {
  const MEBIBYTE = 1024 * 1024;

  test("arrives as it was sent", async () => {
    const length = async (request: Request) => Response.json((await request.arrayBuffer()).byteLength);
    const url = await serve(on("POST", length));
    const answer = await send(url, "/scim/v2/Users/x", { method: "POST" }, Buffer.alloc(8 * MEBIBYTE, 1));
    expect(answer.text).toBe(String(8 * MEBIBYTE));
  });

  test("that a route refuses unread does not keep the answer from the client", async () => {
    const url = await serve(on("POST", () => new Response("too large", { status: 413 })));
    const answer = await send(url, "/scim/v2/Users/x", { method: "POST" }, Buffer.alloc(20 * MEBIBYTE, 1));
    expect(answer).toMatchObject({ status: 413, text: "too large" });
  });

  test("of more than 9 MiB fails the route that reads on", async () => {
    let received = 0;
    const url = await serve(
      on("POST", async (request) => {
        for await (const chunk of request.body ?? []) received += chunk.length;
        return new Response("read");
      }),
    );
    const headers = { "transfer-encoding": "chunked" };
    const answer = await send(
      url,
      "/scim/v2/Users/x",
      { method: "POST", headers },
      Buffer.alloc(12 * MEBIBYTE, 1),
    ).catch((error: unknown) => error);
    expect(answer).not.toMatchObject({ text: "read" });
    expect(received).toBeGreaterThan(MEBIBYTE);
    expect(received).toBeLessThanOrEqual(9 * MEBIBYTE);
  });
});

describe("the end", () => {
  test("waits for the request that runs, and takes no new connection", async () => {
    let release = () => {};
    let started = () => {};
    const running = new Promise<void>((resolve) => {
      started = resolve;
    });
    const url = await serve(
      on("GET", async () => {
        started();
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        return new Response("done");
      }),
    );
    const answer = send(url, "/scim/v2/Users/x", { agent: new Agent({ keepAlive: true }) });
    await running;
    const closed = server?.close();
    await expect(refused(url)).resolves.toBe("ECONNREFUSED");
    release();
    expect((await answer).text).toBe("done");
    await closed;
  });

  test("does not wait for connections that are kept open between requests", async () => {
    const url = await serve(echo);
    const agent = new Agent({ keepAlive: true });
    await send(url, "/scim/v2/Users/x", { agent });
    await server?.close();
    expect(await refused(url)).toBe("ECONNREFUSED");
    agent.destroy();
  });
});

function refused(url: string): Promise<unknown> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.once("connect", () => {
      socket.destroy();
      resolve("connected");
    });
    socket.once("error", (error: NodeJS.ErrnoException) => resolve(error.code));
  });
}
