import type { IncomingMessage } from "node:http";
import { PEER_ADDRESS } from "@/lib/address";

declare global {
  /** True where every request comes through setPeerAddress: elsewhere the header is a client's word. */
  var openIdaasPeerAddress: true | undefined;
}

/**
 * Carries the address of the socket's other end to lib/address.ts: a web Request has
 * no place for it. Whatever the client sent under that header is lost, in both forms in
 * which Node keeps headers.
 */
export function setPeerAddress(incoming: IncomingMessage): void {
  const address = withoutMapping(incoming.socket.remoteAddress ?? "");
  const { rawHeaders } = incoming;
  if (incoming.headers[PEER_ADDRESS] !== undefined) {
    for (let index = rawHeaders.length - 2; index >= 0; index -= 2) {
      if (rawHeaders[index]?.toLowerCase() === PEER_ADDRESS) rawHeaders.splice(index, 2);
    }
  }
  rawHeaders.push(PEER_ADDRESS, address);
  incoming.headers[PEER_ADDRESS] = address;
}

/** `::ffff:192.0.2.1` is 192.0.2.1 as a socket of both families shows it (RFC 4291 §2.5.5.2). */
function withoutMapping(address: string): string {
  return address.startsWith("::ffff:") && address.includes(".") ? address.slice("::ffff:".length) : address;
}
