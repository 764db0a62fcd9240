import { patchAccount, removeAccount, replaceAccount } from "@/lib/directory/accounts/change-account";
import { getAccount } from "@/lib/directory/accounts/list-accounts";
import { userType } from "@/lib/directory/accounts/user-type";
import { accountAnswer, accountProjection } from "@/lib/http/account-answer";
import { refuseIfMatch } from "@/lib/http/preconditions";
import { NO_CONTENT } from "@/lib/http/scim-response";
import { methodNotAllowed, scimRoute } from "@/lib/http/scim-route";
import { parsePatch } from "@/lib/scim/patch/parse";
import { validateResource } from "@/lib/scim/resource/validate";

interface Params {
  readonly id: string;
}

/** RFC 7644 §3.4.1 */
export const GET = scimRoute<Params>("user:read", async ({ caller, params, url, base }) => {
  const account = await getAccount(caller, params.id);
  return accountAnswer(200, caller, account, accountProjection(caller, url.searchParams), base);
});

/** RFC 7644 §3.5.1 */
export const PUT = scimRoute<Params>(
  "user:manage",
  async ({ caller, params, url, base, headers, body, ignore }) => {
    refuseIfMatch(headers);
    const { resource, ignored } = validateResource(await body(), userType(caller), "replace");
    ignore(ignored);
    const account = await replaceAccount(caller, params.id, resource);
    return accountAnswer(200, caller, account, accountProjection(caller, url.searchParams), base);
  },
);

/** RFC 7644 §3.5.2 */
export const PATCH = scimRoute<Params>(
  "user:manage",
  async ({ caller, params, url, base, headers, body, ignore }) => {
    refuseIfMatch(headers);
    const operations = parsePatch(await body(), userType(caller));
    const { account, ignored } = await patchAccount(caller, params.id, operations, base);
    ignore(ignored);
    return accountAnswer(200, caller, account, accountProjection(caller, url.searchParams), base);
  },
);

/** RFC 7644 §3.6 */
export const DELETE = scimRoute<Params>("user:manage", async ({ caller, params, headers }) => {
  refuseIfMatch(headers);
  await removeAccount(caller, params.id);
  return NO_CONTENT;
});

const refused = methodNotAllowed("GET, HEAD, PUT, PATCH, DELETE");

export { GET as HEAD, refused as OPTIONS, refused as POST };
