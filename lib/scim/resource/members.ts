import { badRequest } from "../error";
import { isJsonObject, type JsonValue } from "../json";

/**
 * Members are accounts (product.md, "Groups"): a `type` other than User, in any case, is
 * refused; without one it is User (RFC 7643 §4.2).
 * @param members canonical elements
 * @returns the ids of the members, each once, in the order given
 * @throws ScimError 400 invalidValue
 */
export function memberIds(members: JsonValue | undefined): readonly string[] {
  const ids = new Set<string>();
  for (const member of Array.isArray(members) ? members : []) {
    if (!isJsonObject(member) || typeof member.value !== "string") continue;
    checkType(member.type);
    ids.add(member.value);
  }
  return [...ids];
}

function checkType(type: JsonValue | undefined): void {
  if (type === undefined) return;
  const name = typeof type === "string" ? type.toLowerCase() : "";
  if (name === "user") return;
  const what = name === "group" ? "a group as a member is refused" : "a member of another type is refused";
  throw badRequest("invalidValue", `members.type must be User: ${what}; members are accounts.`);
}
