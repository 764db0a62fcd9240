import type { Role } from "@/lib/directory/actor";

export const ROLE_NAMES: Record<Role, string> = {
  owner: "Owner",
  administrator: "Administrator",
  auditor: "Auditor",
};
