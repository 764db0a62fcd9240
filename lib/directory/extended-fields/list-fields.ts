import { type Admin, requireRole } from "../actor";
import type { ExtendedField } from "./extended-field";
import { findFields } from "./store";

/** By key. */
export async function listFields(admin: Admin): Promise<ExtendedField[]> {
  requireRole(admin, "auditor");
  return findFields(admin.instanceId);
}
