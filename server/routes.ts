import * as health from "@/app/api/health/route";
import * as metrics from "@/app/api/metrics/route";
import * as otherVersions from "@/app/scim/[[...path]]/route";
import * as search from "@/app/scim/v2/.search/route";
import * as anythingElse from "@/app/scim/v2/[[...path]]/route";
import * as bulk from "@/app/scim/v2/Bulk/route";
import * as groupSearch from "@/app/scim/v2/Groups/.search/route";
import * as group from "@/app/scim/v2/Groups/[id]/route";
import * as groups from "@/app/scim/v2/Groups/route";
import * as me from "@/app/scim/v2/Me/route";
import * as resourceTypes from "@/app/scim/v2/ResourceTypes/[[...id]]/route";
import * as schemas from "@/app/scim/v2/Schemas/[[...id]]/route";
import * as serviceProviderConfig from "@/app/scim/v2/ServiceProviderConfig/route";
import * as userSearch from "@/app/scim/v2/Users/.search/route";
import * as user from "@/app/scim/v2/Users/[id]/route";
import * as users from "@/app/scim/v2/Users/route";
import type { Route } from "./scim-router";

/**
 * The route files that this server calls itself, without Next's request path, which costs
 * 30 to 50 times a bare server's (platform.md). A test holds it against the folders.
 */
export const ROUTES: readonly Route[] = [
  { pattern: "/api/health", module: health },
  { pattern: "/api/metrics", module: metrics },
  { pattern: "/scim/[[...path]]", module: otherVersions },
  { pattern: "/scim/v2/[[...path]]", module: anythingElse },
  { pattern: "/scim/v2/.search", module: search },
  { pattern: "/scim/v2/Bulk", module: bulk },
  { pattern: "/scim/v2/Groups", module: groups },
  { pattern: "/scim/v2/Groups/.search", module: groupSearch },
  { pattern: "/scim/v2/Groups/[id]", module: group },
  { pattern: "/scim/v2/Me", module: me },
  { pattern: "/scim/v2/ResourceTypes/[[...id]]", module: resourceTypes },
  { pattern: "/scim/v2/Schemas/[[...id]]", module: schemas },
  { pattern: "/scim/v2/ServiceProviderConfig", module: serviceProviderConfig },
  { pattern: "/scim/v2/Users", module: users },
  { pattern: "/scim/v2/Users/.search", module: userSearch },
  { pattern: "/scim/v2/Users/[id]", module: user },
];
