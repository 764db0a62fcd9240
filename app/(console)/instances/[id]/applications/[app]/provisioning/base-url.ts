import { headers } from "next/headers";
import { headersOrigin } from "@/lib/address";

/** SCIM Base URL: one for all applications, under the address by which this page was asked for. */
export async function scimBaseUrl(): Promise<string> {
  return `${headersOrigin(await headers())}/scim/v2`;
}
