import { logger } from "@/lib/log";

/** Whoever stops the server kills it after 10 seconds (docs/operations.md). */
const DEADLINE_MS = 9_500;

/** Ends the process when it is told to: `stop` runs once, then exit code 0, within 10 seconds. */
export function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = async (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), DEADLINE_MS).unref();
    try {
      await stop();
    } catch (error) {
      logger().error({ err: error, signal }, "The server did not stop cleanly.");
    }
    process.exit(0);
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
}

/** A forgotten rejection is a bug in one request, which must not end the others; a throw out of nowhere must. */
export function logStrayErrors(): void {
  process.on("unhandledRejection", (error) => {
    logger().error({ err: error }, "A rejection was not handled.");
  });
  process.on("uncaughtException", (error) => {
    logger().fatal({ err: error }, "An exception was not caught: the process ends.");
    process.exit(1);
  });
}
