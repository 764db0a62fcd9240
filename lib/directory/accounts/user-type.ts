import type { ResourceType } from "@/lib/scim/schema/attribute";
import { basicUserType } from "@/lib/scim/schema/registry";
import type { Caller } from "../callers/caller";
import { fieldAttribute } from "../extended-fields/scim";

const types = new Map<string, ResourceType>();

/** Bounds the memory of a deployment of many instances; a type is cheap to make again. */
const MOST_KEPT = 1000;

/**
 * `User` as this application can synchronize it. Made once for each namespace and set
 * of fields, because the look-up tables of the protocol core hang on its identity.
 */
export function userType(caller: Pick<Caller, "namespace" | "syncFields">): ResourceType {
  const key = JSON.stringify([caller.namespace, caller.syncFields]);
  const known = types.get(key);
  if (known) return known;
  if (types.size >= MOST_KEPT) types.clear();
  const type = basicUserType({ namespace: caller.namespace, fields: caller.syncFields.map(fieldAttribute) });
  types.set(key, type);
  return type;
}
