import type { JsonObject } from "@/lib/scim/json";
import { planGroupPatch } from "@/lib/scim/patch/group";
import type { PatchOperation } from "@/lib/scim/patch/parse";
import { checkedExternalId } from "../accounts/scim";
import type { Caller } from "../callers/caller";
import { checkedGroupName } from "./group";
import { netMembership } from "./membership";
import { groupDraft } from "./scim";
import { updateGroupInScope } from "./update-group";

/**
 * PUT (RFC 7644 §3.5.1): what the resource does not hold is cleared, members included.
 *
 * @param resource canonical and validated
 */
export async function replaceGroup(caller: Caller, id: string, resource: JsonObject): Promise<void> {
  const { displayName, externalId, members } = groupDraft(resource);
  await updateGroupInScope(caller, id, {
    displayName,
    externalId: externalId ?? null,
    members: { clear: true, add: members, remove: [], mustMatch: [] },
  });
}

/**
 * PATCH (RFC 7644 §3.5.2): all operations or none, and no member loaded but those that a
 * value filter asks for.
 *
 * @param base the SCIM Base URL
 * @returns the attributes that were accepted and not stored
 */
export async function patchGroup(
  caller: Caller,
  id: string,
  operations: readonly PatchOperation[],
  base: string,
): Promise<readonly string[]> {
  const plan = planGroupPatch(id, operations);
  const externalId = plan.externalId === null ? null : checkedExternalId(plan.externalId);
  await updateGroupInScope(caller, id, {
    displayName: plan.displayName === undefined ? undefined : checkedGroupName(plan.displayName),
    externalId,
    members: await netMembership(caller, id, plan.members, base),
  });
  return plan.ignored;
}
