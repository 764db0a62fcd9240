import { z } from "zod";

/** What a worker tells the primary. */
const WorkerMessage = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("listening"), url: z.string() }),
  z.object({ kind: z.literal("failed"), problem: z.string() }),
  z.object({ kind: z.literal("metrics-wanted"), request: z.number() }),
]);
export type WorkerMessage = z.infer<typeof WorkerMessage>;

/** What the primary tells a worker. */
const PrimaryMessage = z.object({ kind: z.literal("metrics"), request: z.number(), text: z.string() });
export type PrimaryMessage = z.infer<typeof PrimaryMessage>;

/** Undefined: a message of another kind; prom-client sends its own over the same channel. */
export function workerMessage(message: unknown): WorkerMessage | undefined {
  return WorkerMessage.safeParse(message).data;
}

export function primaryMessage(message: unknown): PrimaryMessage | undefined {
  return PrimaryMessage.safeParse(message).data;
}
