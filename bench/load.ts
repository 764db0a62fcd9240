import { Agent, type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";

/** One request and what a right answer to it is. */
export interface Call {
  readonly method: "GET" | "POST" | "PATCH";
  /** Below the SCIM Base URL. */
  readonly path: string;
  readonly body?: string;
  readonly status: number;
  /** What is wrong with the body, if anything. Asked of a sample: parsing costs the client time. */
  readonly inspect?: (body: unknown) => string | undefined;
  /** The server has answered with the right status: what the call asked for must stand from now on. */
  readonly acknowledged?: () => void;
}

/** A server under load, with one connection for each request in flight. */
export interface Client {
  /** @returns what is wrong with the answer, if anything */
  send(call: Call, inspected: boolean): Promise<string | undefined>;
  close(): void;
}

/** @param base the SCIM Base URL */
export function openClient(base: string, token: string, connections: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const headers = { authorization: `Bearer ${token}`, accept: "application/scim+json" };
  return {
    async send(call, inspected) {
      const answer = await exchange(base, agent, headers, call);
      const right = answer.statusCode === call.status;
      if (right && !(inspected && call.inspect)) {
        await drained(answer);
        call.acknowledged?.();
        return undefined;
      }
      const body = await text(answer);
      const what = `${call.method} ${call.path}`;
      if (!right) return `${what}: ${answer.statusCode} in place of ${call.status}: ${body.slice(0, 300)}`;
      call.acknowledged?.();
      const wrong = call.inspect?.(body === "" ? undefined : JSON.parse(body));
      return wrong && `${what}: ${wrong}`;
    },
    close: () => agent.destroy(),
  };
}

function exchange(
  base: string,
  agent: Agent,
  headers: Readonly<Record<string, string>>,
  { method, path, body }: Call,
): Promise<IncomingMessage> {
  const described =
    body === undefined
      ? {}
      : { "content-type": "application/scim+json", "content-length": String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${base}${path}`,
      { agent, method, headers: { ...headers, ...described } },
      resolve,
    );
    outgoing.once("error", reject);
    outgoing.end(body);
  });
}

function drained(answer: IncomingMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    answer.once("end", resolve).once("error", reject).resume();
  });
}

/** What a slice of load gave. */
export interface Load {
  readonly requests: number;
  readonly elapsedMs: number;
  /** Ascending, one for each request. */
  readonly latenciesMs: readonly number[];
  readonly wrong: readonly string[];
}

/** Of so many answers one body is looked into. */
const SAMPLE = 16;

/**
 * A closed loop: each of `concurrency` workers sends its next request when the answer to
 * its last is whole, until the time is over or nothing is left to send.
 *
 * @param next the next call; undefined when there is none any more
 */
export async function load(
  client: Client,
  next: () => Call | undefined,
  limits: { readonly concurrency: number; readonly milliseconds: number; readonly signal: AbortSignal },
): Promise<Load> {
  const latenciesMs: number[] = [];
  const wrong: string[] = [];
  const started = performance.now();
  const deadline = started + limits.milliseconds;
  const worker = async () => {
    for (let now = performance.now(); now < deadline && !limits.signal.aborted; ) {
      const call = next();
      if (!call) return;
      const problem = await client.send(call, latenciesMs.length % SAMPLE === 0);
      if (problem !== undefined) wrong.push(problem);
      const after = performance.now();
      latenciesMs.push(after - now);
      now = after;
    }
  };
  await Promise.all(Array.from({ length: limits.concurrency }, worker));
  const elapsedMs = performance.now() - started;
  return { requests: latenciesMs.length, elapsedMs, latenciesMs: latenciesMs.sort((a, b) => a - b), wrong };
}
