import type { Administrator } from "@/lib/directory/administrators/administrator";

/** Why the role of this administrator has to stay: an instance without an owner could not be helped. */
export function ownerReason(
  all: readonly Administrator[],
  { id, role, email }: Administrator,
): string | undefined {
  if (role !== "owner") return undefined;
  if (all.some((other) => other.id !== id && other.role === "owner" && !other.disabled)) return undefined;
  return `${email} is the last owner of the instance. Make somebody else an owner first.`;
}
