import { createServer } from "node:http";
import { logger } from "@/lib/log";
import { metricsText } from "@/lib/metrics";

/**
 * GET /api/metrics on a port of its own, for a network that only the monitoring reaches.
 * @returns its address, `http://HOST:PORT`
 */
export function startMetricsServer(host: string, port: number): Promise<string> {
  const server = createServer(async (incoming, outgoing) => {
    if (incoming.url !== "/api/metrics" && incoming.url !== "/metrics") {
      outgoing.writeHead(404).end();
      return;
    }
    try {
      const text = await metricsText();
      outgoing.writeHead(200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" }).end(text);
    } catch (error) {
      logger().error({ err: error }, "The metrics could not be collected.");
      outgoing.writeHead(500).end();
    }
  });
  // It ends with the process: no one waits for its last answer.
  server.unref();
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, () => {
      const address = server.address();
      resolve(`http://${host}:${typeof address === "object" && address ? address.port : port}`);
    });
  });
}
