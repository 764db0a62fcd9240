import type { Named } from "../../accounts/admin/account-view";
import { type Admin, requireRole } from "../../actor";
import { seenTag } from "../../applications/seen";
import { notFound } from "../../error";
import type { CappedTotal } from "../../keyset";
import type { Organization } from "../organization";
import { findFound, findOrganizationView } from "./store";

/** An organization with what its page shows around it. */
export interface OrganizationView {
  readonly organization: Organization;
  /** From the root to the organization itself. */
  readonly path: readonly Named[];
  /** Directly in it. */
  readonly accounts: CappedTotal;
  /** In it and all below it. */
  readonly accountsBelow: CappedTotal;
  /** Organizations directly below it. */
  readonly children: number;
  /** The applications of which it is the target organization. */
  readonly targetOf: readonly Named[];
  /** Stands for name and description as they are now. */
  readonly seen: string;
}

/** @throws DirectoryError not_found */
export async function getOrganization(admin: Admin, id: string): Promise<OrganizationView> {
  requireRole(admin, "auditor");
  const view = await findOrganizationView(admin.instanceId, id);
  if (!view) throw notFound("organization", id);
  const { name, description } = view.organization;
  return { ...view, seen: seenTag({ name, description }) };
}

/** An organization that a search found, and where it stands. */
export interface FoundOrganization extends Named {
  /** The names above it from the root on, separated by " / "; empty for the root. */
  readonly above: string;
}

/** The organizations whose name begins with a text, whatever the case, or that have it as id; by name. */
export async function searchOrganizations(
  admin: Admin,
  text: string,
  limit = 20,
): Promise<FoundOrganization[]> {
  requireRole(admin, "auditor");
  return findFound(admin.instanceId, text, Math.min(Math.max(limit, 1), 100));
}
