import type { RequestListener } from "node:http";
import { logger } from "@/lib/log";
import type { Fallback } from "./request-listener";

/**
 * Next, loaded by the first request for a page: SCIM answers before that, and a process
 * that serves no page does without Next's memory.
 *
 * @param directory the repository's root, where `.next` lies
 * @param url where this server listens; asked when the first page is
 */
export function createPages(directory: string, url: () => string): Fallback {
  let prepared: Promise<RequestListener> | undefined;
  return async (incoming, outgoing) => {
    prepared ??= prepareNext(directory, new URL(url()));
    try {
      const handle = await prepared;
      await handle(incoming, outgoing);
    } catch (error) {
      prepared = undefined;
      logger().error({ err: error }, "The console could not be loaded.");
      if (outgoing.headersSent) return;
      outgoing.writeHead(503, { "content-type": "text/plain; charset=utf-8", "retry-after": "5" });
      outgoing.end("The console could not be loaded. The server's log says why.\n");
    }
  };
}

async function prepareNext(dir: string, { hostname, port }: URL): Promise<RequestListener> {
  // React chooses its build by this when it is loaded.
  if (process.env.NODE_ENV === undefined) Reflect.set(process.env, "NODE_ENV", "production");
  const { default: next } = await import("next");
  // A server action that redirects asks for the next page here, cookies and all. Untold, Next would take
  // whoever listens on port 3000 for this server.
  const app = next({ dev: false, dir, quiet: true, hostname: reachable(hostname), port: Number(port || 80) });
  await app.prepare();
  return app.getRequestHandler();
}

/** To listen on all addresses is no address to connect to. */
function reachable(hostname: string): string {
  return hostname === "0.0.0.0" || hostname === "[::]" ? "localhost" : hostname;
}
