import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { flushRequestLog } from "@/lib/directory/logs/requests/writer";
import { LimitedIncoming } from "./limited-incoming";
import { createPages } from "./pages";
import { createRequestListener, type Fallback } from "./request-listener";
import type { Route } from "./scim-router";

export interface ServerOptions {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** The repository's root, of which Next serves the pages. Undefined: no pages, 404 beside the routes. */
  readonly pagesFrom?: string | undefined;
  /** Undefined: the program's own (./routes). */
  readonly routes?: readonly Route[];
}

export interface RunningServer {
  /** `http://HOST:PORT`, without a slash at its end. */
  readonly url: string;
  /** Ends as docs/operations.md says: no new connections, running requests end, the request log is flushed. */
  close(): Promise<void>;
}

const SECOND = 1000;

/** Running requests that take longer than this after the stop are cut off. */
const DRAIN_MS = 6 * SECOND;
const FLUSH_MS = 2 * SECOND;

/**
 * Listens and serves, in this process. The database is the caller's: opened before
 * (lib/db/client), closed after close().
 * @throws the error of listen, such as EADDRINUSE
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, port, pagesFrom } = options;
  const routes = options.routes ?? (await import("./routes")).ROUTES;
  const fallback: Fallback =
    pagesFrom === undefined ? nothingHere : createPages(pagesFrom, () => urlOf(server, host));
  const server: Server = createServer(
    {
      IncomingMessage: LimitedIncoming,
      maxHeaderSize: 16 * 1024,
      // Against clients that send a byte now and then; a body of 8 MiB fits over a slow line.
      headersTimeout: 15 * SECOND,
      requestTimeout: 120 * SECOND,
      // Longer than the 60 seconds after which common balancers let go of a connection.
      keepAliveTimeout: 65 * SECOND,
    },
    createRequestListener(routes, fallback),
  );
  server.maxHeadersCount = 100;
  await listen(server, host, port);
  globalThis.openIdaasPeerAddress = true;
  return { url: urlOf(server, host), close: () => stop(server) };
}

const nothingHere: Fallback = (_incoming, outgoing) => {
  outgoing.writeHead(404, { "content-type": "text/plain; charset=utf-8" });
  outgoing.end("Nothing is served at this path.\n");
};

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function urlOf(server: Server, host: string): string {
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

async function stop(server: Server): Promise<void> {
  await drained(server);
  await Promise.race([flushRequestLog(), after(FLUSH_MS)]);
}

/** Connections that stay open between requests end as soon as they are idle. */
function drained(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(cut);
      resolve();
    });
  });
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
