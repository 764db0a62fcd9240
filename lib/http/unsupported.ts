import { ScimError } from "@/lib/scim/error";
import { methodNotAllowed, scimRoute } from "./scim-route";

/** A POST of the protocol that ServiceProviderConfig does not promise yet; known to a good token alone. */
export function unsupportedPost(what: string) {
  return {
    POST: scimRoute("any", async () => {
      throw new ScimError(501, undefined, `${what} is not supported yet, as /ServiceProviderConfig says.`);
    }),
    refused: methodNotAllowed("POST"),
  };
}
