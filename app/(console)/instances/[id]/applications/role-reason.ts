import type { Admin } from "@/lib/directory/actor";

/** Why this administrator cannot change anything here, for the disabled buttons; undefined when they can. */
export function roleReason({ role }: Admin): string | undefined {
  if (role !== "auditor") return undefined;
  return "Auditors read everything and change nothing. An owner of the instance can give you the role administrator.";
}
