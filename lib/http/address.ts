import { env } from "@/lib/env";

/**
 * The header in which server/ passes the address of the connection: it overwrites what a
 * client sent, because a web-standard Request knows no socket.
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
  return headers.get(PEER_ADDRESS) ?? "unknown";
}

/**
 * The origin under which the client reaches this server: PUBLIC_URL, else that of the
 * request; X-Forwarded-Proto and -Host count only behind TRUST_PROXY (protocol.md, "Messages").
 */
export function publicOrigin(url: URL, headers: Headers): string {
  const { publicUrl, trustProxy } = env();
  if (publicUrl !== undefined) return publicUrl;
  if (trustProxy === 0) return url.origin;
  const protocol = lastHop(headers.get("x-forwarded-proto")) ?? url.protocol.slice(0, -1);
  const host = lastHop(headers.get("x-forwarded-host")) ?? url.host;
  const origin = `${protocol}://${host}`;
  return URL.canParse(origin) ? new URL(origin).origin : url.origin;
}

function lastHop(value: string | null): string | undefined {
  return value?.split(",").at(-1)?.trim() || undefined;
}
