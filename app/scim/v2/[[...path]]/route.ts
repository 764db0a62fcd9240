import { refusingRoute } from "@/lib/http/scim-route";
import { ScimError } from "@/lib/scim/error";

/** What no other route answers (protocol.md, "Endpoints"): never HTML. */
const unknownPath = refusingRoute(
  () =>
    new ScimError(
      404,
      undefined,
      "No such path. The endpoints are /Users, /Groups, /Schemas, /ResourceTypes and /ServiceProviderConfig.",
    ),
);

export {
  unknownPath as DELETE,
  unknownPath as GET,
  unknownPath as HEAD,
  unknownPath as OPTIONS,
  unknownPath as PATCH,
  unknownPath as POST,
  unknownPath as PUT,
};
