import type { RequestListener } from "node:http";
import { logger } from "@/lib/log";
import type { Fallback } from "./request-listener";

/**
 * Next, loaded by the first request for a page: SCIM answers before that, and a process
 * that serves no page does without Next's memory.
 *
 * @param directory the repository's root, where `.next` lies
 */
export function createPages(directory: string): Fallback {
  let prepared: Promise<RequestListener> | undefined;
  return async (incoming, outgoing) => {
    prepared ??= prepareNext(directory);
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

async function prepareNext(dir: string): Promise<RequestListener> {
  // React chooses its build by this when it is loaded.
  if (process.env.NODE_ENV === undefined) Reflect.set(process.env, "NODE_ENV", "production");
  const { default: next } = await import("next");
  const app = next({ dev: false, dir, quiet: true });
  await app.prepare();
  return app.getRequestHandler();
}
