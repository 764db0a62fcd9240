import type { JsonObject } from "../json";
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from "../page-size";
import { SERVICE_PROVIDER_CONFIG_SCHEMA } from "../urn";

/** What this server can do that not every version of it can; `bulk` with its limits, in operations and bytes. */
export interface ServerFeatures {
  readonly documentationUri: string;
  readonly bulk: { readonly maxOperations: number; readonly maxPayloadSize: number } | undefined;
  readonly etag: boolean;
  readonly cursors: boolean;
}

const BEARER_TOKEN = {
  type: "oauthbearertoken",
  name: "Bearer token",
  description: "A token of the application, sent in the header Authorization.",
  specUri: "https://www.rfc-editor.org/info/rfc6750",
  primary: true,
} as const;

/**
 * The resource of /ServiceProviderConfig (RFC 7643 §5, pagination as in RFC 9865 §4). It must
 * say only what is true (protocol.md, "ServiceProviderConfig").
 * @param baseUrl where the SCIM server is, without a slash at the end: `https://…/scim/v2`
 */
export function serviceProviderConfig(baseUrl: string, features: ServerFeatures): JsonObject {
  return {
    schemas: [SERVICE_PROVIDER_CONFIG_SCHEMA],
    documentationUri: features.documentationUri,
    patch: { supported: true },
    // RFC 7643 §5: the limits are required even where bulk is not supported.
    bulk: {
      supported: features.bulk !== undefined,
      ...(features.bulk ?? { maxOperations: 0, maxPayloadSize: 0 }),
    },
    filter: { supported: true, maxResults: MAX_PAGE_SIZE },
    changePassword: { supported: true },
    sort: { supported: true },
    etag: { supported: features.etag },
    pagination: {
      cursor: features.cursors,
      index: true,
      defaultPaginationMethod: "index",
      defaultPageSize: DEFAULT_PAGE_SIZE,
      maxPageSize: MAX_PAGE_SIZE,
    },
    authenticationSchemes: [BEARER_TOKEN],
    meta: { resourceType: "ServiceProviderConfig", location: `${baseUrl}/ServiceProviderConfig` },
  };
}
