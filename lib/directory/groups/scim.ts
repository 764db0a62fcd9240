import type { JsonObject, JsonValue } from "@/lib/scim/json";
import { memberIds } from "@/lib/scim/resource/members";
import { weakTag } from "@/lib/scim/resource/version";
import { checkedExternalId } from "../accounts/scim";
import { checkedGroupName, type Group, type Member } from "./group";

/**
 * A group as the resource `Group` (product.md, "What synchronizes").
 *
 * @param base the SCIM Base URL, without a slash at its end
 */
export function groupResource(group: Group, base: string): JsonObject {
  const resource: Record<string, JsonValue> = { id: group.id };
  if (group.externalId !== undefined) resource.externalId = group.externalId;
  resource.displayName = group.displayName;
  if (group.members?.length) resource.members = group.members.map((member) => memberReference(member, base));
  resource.meta = {
    resourceType: "Group",
    created: group.createdAt.toISOString(),
    lastModified: group.updatedAt.toISOString(),
    location: `${base}/Groups/${group.id}`,
    version: weakTag(group.version),
  };
  return resource;
}

/** What a resource asks of a group. */
export interface GroupDraft {
  readonly displayName: string;
  readonly externalId: string | undefined;
  /** Account ids, each once. */
  readonly members: readonly string[];
}

/** @param resource canonical and validated */
export function groupDraft(resource: JsonObject): GroupDraft {
  const { displayName, externalId, members } = resource;
  return {
    displayName: checkedGroupName(typeof displayName === "string" ? displayName : ""),
    externalId: checkedExternalId(typeof externalId === "string" ? externalId : undefined),
    members: memberIds(members),
  };
}

function memberReference(member: Member, base: string): JsonObject {
  return {
    value: member.accountId,
    $ref: `${base}/Users/${member.accountId}`,
    type: "User",
    display: member.display,
  };
}
