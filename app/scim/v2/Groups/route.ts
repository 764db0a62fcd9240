import { createGroup } from "@/lib/directory/groups/create-group";
import { listGroups } from "@/lib/directory/groups/list-groups";
import { groupAnswer, groupListAnswer, groupProjection } from "@/lib/http/group-answer";
import { methodNotAllowed, scimRoute } from "@/lib/http/scim-route";
import { parseListQuery } from "@/lib/scim/messages/list";
import { wants } from "@/lib/scim/resource/project";
import { validateResource } from "@/lib/scim/resource/validate";
import { groupType } from "@/lib/scim/schema/registry";

/** RFC 7644 §3.4.2; members only when `attributes` asks for them (protocol.md, "Lists"). */
export const GET = scimRoute("group:read", async ({ caller, url, base }) => {
  const listing = parseListQuery(url.searchParams);
  const projection = groupProjection(url.searchParams);
  const withMembers = Boolean(url.searchParams.get("attributes")) && wants(projection, "members");
  const page = await listGroups(caller, listing, base, withMembers);
  return groupListAnswer(page, listing, projection, base);
});

/** RFC 7644 §3.3; 200 when the group was there (product.md, "Create is idempotent"). */
export const POST = scimRoute("group:manage", async ({ caller, url, base, body, ignore }) => {
  const { resource, ignored } = validateResource(await body(), groupType(), "create");
  ignore(ignored);
  const { group, created } = await createGroup(caller, resource);
  const answer = groupAnswer(created ? 201 : 200, group, groupProjection(url.searchParams), base);
  return created
    ? answer
    : { ...answer, headers: { ...answer.headers, Location: `${base}/Groups/${group.id}` } };
});

const refused = methodNotAllowed("GET, HEAD, POST");

export { GET as HEAD, refused as DELETE, refused as OPTIONS, refused as PATCH, refused as PUT };
