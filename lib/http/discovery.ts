import { userType } from "@/lib/directory/accounts/user-type";
import type { Caller } from "@/lib/directory/callers/caller";
import { ScimError } from "@/lib/scim/error";
import type { JsonObject } from "@/lib/scim/json";
import { listResponse } from "@/lib/scim/messages/list";
import type { ResourceType } from "@/lib/scim/schema/attribute";
import { groupType } from "@/lib/scim/schema/registry";
import { DEFAULT_NAMESPACE, sameUrn } from "@/lib/scim/urn";
import { ok } from "./scim-response";
import { discoveryRoute, methodNotAllowed, type RouteFunction } from "./scim-route";

/** The resource types of the caller; without one, those of an application that has set nothing. */
function resourceTypes(caller: Caller | undefined): readonly ResourceType[] {
  return [userType(caller ?? { namespace: DEFAULT_NAMESPACE, syncFields: [] }), groupType()];
}

/** @throws ScimError 403 (RFC 7644 §4: discovery does not filter) */
export function refuseFilter(query: URLSearchParams): void {
  if (!query.has("filter")) return;
  throw new ScimError(403, undefined, "The discovery endpoints cannot be filtered (RFC 7644 section 4).");
}

interface Params {
  /** The segments after the collection's name; none for the whole collection. */
  readonly id?: readonly string[];
}

/** /Schemas and /ResourceTypes: the collection, and one document by its id (RFC 7644 §4). */
export function discoveryCollection(
  documentsOf: (types: readonly ResourceType[], base: string) => readonly JsonObject[],
): RouteFunction<Params> {
  return discoveryRoute<Params>(async ({ caller, url, params, base }) => {
    refuseFilter(url.searchParams);
    const documents = documentsOf(resourceTypes(caller), base);
    const [id, ...more] = params.id ?? [];
    if (id === undefined) return ok(listResponse(documents, documents.length, 1));
    const found = more.length === 0 && documents.find((document) => sameUrn(String(document.id), id));
    if (found) return ok(found);
    throw new ScimError(404, undefined, `Nothing is described under ${JSON.stringify(id)}.`);
  });
}

/** The other verbs of a path that is only read. */
export const readOnly = methodNotAllowed("GET, HEAD");
