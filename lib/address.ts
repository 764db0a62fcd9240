import { env } from "@/lib/env";

/**
 * The header in which server/ passes the address of the connection, over what a client
 * sent: a web-standard Request knows no socket. Without server/ (next start, a platform's
 * functions) nobody overwrites it, and it is not believed.
 */
export const PEER_ADDRESS = "x-idaas-peer-address";

/**
 * Where a request comes from: the connection's address, or behind TRUST_PROXY = n proxies
 * the n-th address from the right of X-Forwarded-For. What stands further left is hearsay.
 */
export function clientAddress(headers: Headers): string {
  const { trustProxy } = env();
  const forwarded = trustProxy > 0 ? headers.get("x-forwarded-for") : null;
  if (forwarded !== null) {
    const hops = forwarded.split(",").map((hop) => hop.trim());
    const address = hops.at(-trustProxy) ?? hops[0];
    if (address) return address.slice(0, 64);
  }
  const passed = globalThis.openIdaasPeerAddress === true ? headers.get(PEER_ADDRESS) : null;
  return passed ?? "unknown";
}

/**
 * The origin under which the client reaches this server: PUBLIC_URL, else that of the
 * request; X-Forwarded-Proto and -Host count only behind TRUST_PROXY (protocol.md, "Messages").
 */
export function publicOrigin(url: URL, headers: Headers): string {
  const { publicUrl, trustProxy } = env();
  if (publicUrl !== undefined) return publicUrl;
  const forwarded = (name: string) => (trustProxy === 0 ? undefined : lastHop(headers.get(name)));
  const protocol = forwarded("x-forwarded-proto") ?? url.protocol.slice(0, -1);
  // Next puts its own host name into the URL; the header has the one that the client used.
  const host = forwarded("x-forwarded-host") ?? headers.get("host") ?? url.host;
  const origin = `${protocol}://${host}`;
  return URL.canParse(origin) ? new URL(origin).origin : url.origin;
}

function lastHop(value: string | null): string | undefined {
  return value?.split(",").at(-1)?.trim() || undefined;
}

/** The public origin of a request of which only the headers are at hand, as in pages and actions. */
export function headersOrigin(headers: Headers): string {
  const url = `http://${headers.get("host") ?? ""}`;
  return publicOrigin(new URL(URL.canParse(url) ? url : "http://localhost"), headers);
}
