import type { Caller } from "@/lib/directory/callers/caller";
import { findCaller } from "@/lib/directory/callers/find-caller";
import { isWellFormedToken } from "@/lib/directory/tokens/token-format";
import { ScimError } from "@/lib/scim/error";

const REALM = 'Bearer realm="Open IDaaS"';

/**
 * The application whose token a request carries (RFC 6750 §2.1). One answer for what is
 * unknown, disabled and expired: who guesses learns nothing.
 *
 * @throws ScimError 401 with WWW-Authenticate; `error=` only when a token was sent (§3.1)
 */
export async function authenticate(
  authorization: string | null,
  now: Date,
  from: { address: string },
): Promise<Caller> {
  if (authorization === null) {
    throw unauthorized("The header Authorization with a bearer token of the application is missing.", REALM);
  }
  const token = bearerToken(authorization);
  const caller = token === undefined ? undefined : await findCaller(token, now, from);
  if (caller) return caller;
  throw unauthorized(
    "The bearer token is unknown, disabled or expired. An administrator sees the application's tokens in the console under Applications → Provisioning.",
    `${REALM}, error="invalid_token", error_description="The token is unknown, disabled or expired"`,
  );
}

/** Malformed ones are told by their checksum and cost no query. */
function bearerToken(authorization: string): string | undefined {
  const [scheme, token, ...more] = authorization.trim().split(/ +/);
  if (scheme?.toLowerCase() !== "bearer" || token === undefined || more.length > 0) return undefined;
  return isWellFormedToken(token) ? token : undefined;
}

function unauthorized(detail: string, challenge: string): ScimError {
  return new ScimError(401, undefined, detail, { "WWW-Authenticate": challenge });
}
