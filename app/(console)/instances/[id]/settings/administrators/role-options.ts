import type { Role } from "@/lib/directory/actor";

/** The roles, the widest first, with what each may do. */
export const ROLE_OPTIONS: ReadonlyArray<{
  readonly value: Role;
  readonly label: string;
  readonly description: string;
}> = [
  {
    value: "owner",
    label: "Owner",
    description: "Changes everything, and decides who administers the instance.",
  },
  { value: "administrator", label: "Administrator", description: "Changes everything but roles." },
  { value: "auditor", label: "Auditor", description: "Reads everything, changes nothing." },
];
