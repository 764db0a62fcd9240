import { headersOrigin } from "@/lib/address";

/**
 * Whether one of the console's own pages sent a POST. Every browser names the origin of one
 * (Fetch §3.2), so that what comes without it was made by hand. The host that the browser
 * called counts like the public origin: a page of another origin can forge neither.
 */
export function isSameOrigin({ headers }: { readonly headers: Headers }): boolean {
  const origin = headers.get("origin") ?? "";
  if (origin === headersOrigin(headers)) return true;
  return URL.canParse(origin) && new URL(origin).host === headers.get("host");
}
