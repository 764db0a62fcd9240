import type { Group } from "@/lib/directory/groups/group";
import { groupResource } from "@/lib/directory/groups/scim";
import type { Listing, Page } from "@/lib/directory/listing";
import { listResponse } from "@/lib/scim/messages/list";
import { type Projection, parseProjection, project } from "@/lib/scim/resource/project";
import { weakTag } from "@/lib/scim/resource/version";
import { groupType } from "@/lib/scim/schema/registry";
import { ok, resourceAnswer, type ScimAnswer } from "./scim-response";

/** What of `Group` a request asks for (RFC 7644 §3.9). */
export function groupProjection(query: URLSearchParams): Projection {
  return parseProjection(
    { attributes: query.get("attributes"), excludedAttributes: query.get("excludedAttributes") },
    groupType(),
  );
}

/** One group as the answer to a request. */
export function groupAnswer(
  status: 200 | 201,
  group: Group,
  projection: Projection,
  base: string,
): ScimAnswer {
  const shown = project(groupResource(group, base), projection, groupType());
  const meta = { location: `${base}/Groups/${group.id}`, version: weakTag(group.version) };
  return resourceAnswer(status, meta, shown);
}

/** One page of groups. */
export function groupListAnswer(
  page: Page<Group>,
  listing: Listing,
  projection: Projection,
  base: string,
): ScimAnswer {
  const shown = page.resources.map((group) => project(groupResource(group, base), projection, groupType()));
  return ok(listResponse(shown, page.totalResults, listing.startIndex));
}
