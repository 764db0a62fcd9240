import type { Account } from "@/lib/directory/accounts/account";
import { accountResource } from "@/lib/directory/accounts/scim";
import { userType } from "@/lib/directory/accounts/user-type";
import type { Caller } from "@/lib/directory/callers/caller";
import type { Listing, Page } from "@/lib/directory/listing";
import { listResponse } from "@/lib/scim/messages/list";
import { type Projection, parseProjection, project } from "@/lib/scim/resource/project";
import { weakTag } from "@/lib/scim/resource/version";
import { ok, resourceAnswer, type ScimAnswer } from "./scim-response";

/** What of `User` a request asks for (RFC 7644 §3.9). */
export function accountProjection(caller: Caller, query: URLSearchParams): Projection {
  return parseProjection(
    { attributes: query.get("attributes"), excludedAttributes: query.get("excludedAttributes") },
    userType(caller),
  );
}

/** One account as the answer to a request. */
export function accountAnswer(
  status: 200 | 201,
  caller: Caller,
  account: Account,
  projection: Projection,
  base: string,
): ScimAnswer {
  const shown = project(accountResource(caller, account, base), projection, userType(caller));
  const meta = { location: `${base}/Users/${account.id}`, version: weakTag(account.version) };
  return resourceAnswer(status, meta, shown);
}

/** One page of accounts. */
export function accountListAnswer(
  caller: Caller,
  page: Page<Account>,
  listing: Listing,
  projection: Projection,
  base: string,
): ScimAnswer {
  const type = userType(caller);
  const shown = page.resources.map((account) =>
    project(accountResource(caller, account, base), projection, type),
  );
  return ok(listResponse(shown, page.totalResults, listing.startIndex));
}
