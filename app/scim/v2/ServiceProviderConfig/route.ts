import { readOnly, refuseFilter } from "@/lib/http/discovery";
import { ok } from "@/lib/http/scim-response";
import { discoveryRoute } from "@/lib/http/scim-route";
import { serviceProviderConfig } from "@/lib/scim/schema/service-provider-config";

/** RFC 7643 §5: what is true of this version, and nothing else. */
export const GET = discoveryRoute(async ({ url, base }) => {
  refuseFilter(url.searchParams);
  const documentationUri = base.slice(0, -"/scim/v2".length);
  return ok(serviceProviderConfig(base, { documentationUri, bulk: undefined, etag: false, cursors: false }));
});

export {
  GET as HEAD,
  readOnly as DELETE,
  readOnly as OPTIONS,
  readOnly as PATCH,
  readOnly as POST,
  readOnly as PUT,
};
