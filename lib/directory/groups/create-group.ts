import { foldCase } from "@/lib/scim/compare";
import type { JsonObject } from "@/lib/scim/json";
import type { Caller } from "../callers/caller";
import { DirectoryError, duplicate } from "../error";
import { newId } from "../id";
import { groupAudit } from "./audit";
import { ADDED, insertGroup, NO_MEMBERSHIP_CHANGE } from "./changes/store";
import type { Group } from "./group";
import { getGroup } from "./list-groups";
import { membersNotInScope } from "./membership";
import { type GroupDraft, groupDraft } from "./scim";
import { findGroupsByKeys, type GroupKeyMatch } from "./store";
import { updateGroupInScope } from "./update-group";

/** A creation that meets a group that another request deletes meanwhile tries again. */
const MOST_ATTEMPTS = 5;

/**
 * POST /Groups, idempotent (product.md, "Create is idempotent"): a new group, or the one
 * that externalId or displayName finds, updated with what was sent. A group that an
 * application creates joins its scope by itself.
 *
 * @param resource canonical and validated
 * @throws DirectoryError duplicate, invalid_value
 */
export async function createGroup(
  caller: Caller,
  resource: JsonObject,
): Promise<{ group: Group; created: boolean }> {
  const draft = groupDraft(resource);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const id = await insertDraft(caller, draft);
    if (id) return { group: await getGroup(caller, id, true), created: true };
    const matches = await findGroupsByKeys(caller, foldCase(draft.displayName), draft.externalId);
    const known = knownGroup(caller, draft, matches);
    if (!known) continue;
    await mergeInto(caller, known, draft);
    return { group: await getGroup(caller, known, true), created: false };
  }
  throw new DirectoryError("conflict", "Too many changes of this Group at the same time. Try again.");
}

/** The id of the new group, or undefined when one of its keys is taken. */
async function insertDraft(caller: Caller, draft: GroupDraft): Promise<string | undefined> {
  const id = newId("group");
  const { displayName, externalId, members } = draft;
  const after = { displayName, externalId: externalId ?? null, members: ADDED };
  const audit = groupAudit(caller, "group.create", { id, displayName }, { before: null, after }, new Date());
  const written = await insertGroup(caller, {
    id,
    displayName,
    externalId,
    members: { ...NO_MEMBERSHIP_CHANGE, add: members },
    audit,
  });
  if (written && written.missing.length > 0) throw membersNotInScope(written.missing);
  return written?.changed ? id : undefined;
}

/** What is out of scope is neither revealed nor changed. */
function knownGroup(
  caller: Caller,
  draft: GroupDraft,
  matches: readonly GroupKeyMatch[],
): string | undefined {
  const [match] = matches;
  if (!match) return undefined;
  if (matches.length > 1) {
    throw duplicate("displayName", "externalId and displayName belong to two different groups.");
  }
  if (!match.in_scope || caller.duplicateCreate === "reject") {
    const key = match.by_name ? "displayName" : "externalId";
    throw duplicate(key, `A group with this ${key} exists already.`);
  }
  const otherExternalId = match.external_id !== null && match.external_id !== draft.externalId;
  if (draft.externalId !== undefined && otherExternalId) {
    throw duplicate(
      "externalId",
      "The group with this displayName carries another externalId of this application.",
    );
  }
  return match.id;
}

// Okta pushes a group as `members: []` before it adds them one by one: an empty list is
// unassigned (RFC 7643 §2.5), not a wish to empty a group that was there.
async function mergeInto(caller: Caller, id: string, draft: GroupDraft): Promise<void> {
  const { displayName, externalId, members } = draft;
  const change =
    members.length === 0 ? NO_MEMBERSHIP_CHANGE : { ...NO_MEMBERSHIP_CHANGE, clear: true, add: members };
  await updateGroupInScope(caller, id, { displayName, externalId, members: change });
}
