import { createAccount } from "@/lib/directory/accounts/create-account";
import { listAccounts } from "@/lib/directory/accounts/list-accounts";
import { userType } from "@/lib/directory/accounts/user-type";
import { accountAnswer, accountListAnswer, accountProjection } from "@/lib/http/account-answer";
import { methodNotAllowed, scimRoute } from "@/lib/http/scim-route";
import { parseListQuery } from "@/lib/scim/messages/list";
import { wants } from "@/lib/scim/resource/project";
import { validateResource } from "@/lib/scim/resource/validate";

/** RFC 7644 §3.4.2 */
export const GET = scimRoute("user:read", async ({ caller, url, base }) => {
  const listing = parseListQuery(url.searchParams);
  const projection = accountProjection(caller, url.searchParams);
  // protocol.md, "Attributes": user.groups in a list only when asked for.
  const withGroups = Boolean(url.searchParams.get("attributes")) && wants(projection, "groups");
  const page = await listAccounts(caller, listing, base, withGroups);
  return accountListAnswer(caller, page, listing, projection, base);
});

/** RFC 7644 §3.3; 200 when the account was there (product.md, "Create is idempotent"). */
export const POST = scimRoute("user:manage", async ({ caller, url, base, body, ignore }) => {
  const { resource, ignored } = validateResource(await body(), userType(caller), "create");
  ignore(ignored);
  const { account, created } = await createAccount(caller, resource, base);
  const projection = accountProjection(caller, url.searchParams);
  const answer = accountAnswer(created ? 201 : 200, caller, account, projection, base);
  return created
    ? answer
    : { ...answer, headers: { ...answer.headers, Location: `${base}/Users/${account.id}` } };
});

const refused = methodNotAllowed("GET, HEAD, POST");

export { GET as HEAD, refused as DELETE, refused as OPTIONS, refused as PATCH, refused as PUT };
