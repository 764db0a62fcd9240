import { patchGroup, replaceGroup } from "@/lib/directory/groups/change-group";
import { getGroup } from "@/lib/directory/groups/list-groups";
import { removeGroup } from "@/lib/directory/groups/update-group";
import { groupAnswer, groupProjection } from "@/lib/http/group-answer";
import { refuseIfMatch } from "@/lib/http/preconditions";
import { NO_CONTENT } from "@/lib/http/scim-response";
import { methodNotAllowed, scimRoute } from "@/lib/http/scim-route";
import { parsePatch } from "@/lib/scim/patch/parse";
import { wants } from "@/lib/scim/resource/project";
import { validateResource } from "@/lib/scim/resource/validate";
import { groupType } from "@/lib/scim/schema/registry";

interface Params {
  readonly id: string;
}

/** RFC 7644 §3.4.1 */
export const GET = scimRoute<Params>("group:read", async ({ caller, params, url, base }) => {
  const projection = groupProjection(url.searchParams);
  const group = await getGroup(caller, params.id, wants(projection, "members"));
  return groupAnswer(200, group, projection, base);
});

/** RFC 7644 §3.5.1 */
export const PUT = scimRoute<Params>(
  "group:manage",
  async ({ caller, params, url, base, headers, body, ignore }) => {
    refuseIfMatch(headers);
    const { resource, ignored } = validateResource(await body(), groupType(), "replace");
    ignore(ignored);
    await replaceGroup(caller, params.id, resource);
    const projection = groupProjection(url.searchParams);
    const group = await getGroup(caller, params.id, wants(projection, "members"));
    return groupAnswer(200, group, projection, base);
  },
);

/**
 * RFC 7644 §3.5.2: 204 unless the client names the attributes that it wants back, because
 * nobody wishes for 100,000 members (protocol.md, "Messages").
 */
export const PATCH = scimRoute<Params>(
  "group:manage",
  async ({ caller, params, url, base, headers, body, ignore }) => {
    refuseIfMatch(headers);
    const operations = parsePatch(await body(), groupType());
    ignore(await patchGroup(caller, params.id, operations, base));
    if (!url.searchParams.get("attributes")) return NO_CONTENT;
    const projection = groupProjection(url.searchParams);
    const group = await getGroup(caller, params.id, wants(projection, "members"));
    return groupAnswer(200, group, projection, base);
  },
);

/** RFC 7644 §3.6 */
export const DELETE = scimRoute<Params>("group:manage", async ({ caller, params, headers }) => {
  refuseIfMatch(headers);
  await removeGroup(caller, params.id);
  return NO_CONTENT;
});

const refused = methodNotAllowed("GET, HEAD, PUT, PATCH, DELETE");

export { GET as HEAD, refused as OPTIONS, refused as POST };
