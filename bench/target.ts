import type { ChildServer } from "./child";

/** A server under measurement. */
export interface Target {
  readonly name: TargetName;
  /** The SCIM Base URL. */
  readonly base: string;
  readonly token: string;
  /** Its database's name. */
  readonly database: string;
  readonly server: ChildServer;
}

export const TARGETS = ["product", "bare"] as const;

export type TargetName = (typeof TARGETS)[number];

/** Does the same for each server, one after the other. */
export async function forEachTarget<T>(
  work: (name: TargetName) => Promise<T>,
): Promise<Record<TargetName, T>> {
  return { product: await work("product"), bare: await work("bare") };
}
