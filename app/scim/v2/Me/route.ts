import { scimRoute } from "@/lib/http/scim-route";
import { ScimError } from "@/lib/scim/error";

/** RFC 7644 §3.11: a bearer token stands for an application, not for a person (protocol.md, "Endpoints"). */
const notAPerson = scimRoute("any", async () => {
  throw new ScimError(
    501,
    undefined,
    "/Me is not supported: the token stands for an application, not for a person. Use /Users/{id}.",
  );
});

export {
  notAPerson as DELETE,
  notAPerson as GET,
  notAPerson as HEAD,
  notAPerson as OPTIONS,
  notAPerson as PATCH,
  notAPerson as POST,
  notAPerson as PUT,
};
