import { refusingRoute } from "@/lib/http/scim-route";
import { badRequest } from "@/lib/scim/error";

/** RFC 7644 §3.13: another version of the protocol than /scim/v2. */
const otherVersion = refusingRoute(() =>
  badRequest("invalidVers", "Only SCIM 2.0 is spoken here: the base is /scim/v2."),
);

export {
  otherVersion as DELETE,
  otherVersion as GET,
  otherVersion as HEAD,
  otherVersion as OPTIONS,
  otherVersion as PATCH,
  otherVersion as POST,
  otherVersion as PUT,
};
