/** A bearer token, as lists show it; the token itself is shown once, at creation. */
export interface Token {
  readonly id: string;
  readonly lastFour: string;
  readonly enabled: boolean;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsed: TokenUse | undefined;
}

export interface TokenUse {
  readonly at: Date;
  readonly address: string | undefined;
  readonly userAgent: string | undefined;
}

export type TokenStatus = "enabled" | "disabled" | "expired";

/** An expired token shows as expired whether it is enabled or not (product.md, "Bearer tokens" 6). */
export function tokenStatus({ enabled, expiresAt }: Token, now: Date): TokenStatus {
  if (expiresAt <= now) return "expired";
  return enabled ? "enabled" : "disabled";
}

/** How a token is named where it cannot be shown. */
export function tokenLabel({ lastFour }: { lastFour: string }): string {
  return `…${lastFour}`;
}

/**
 * Whether `other` lets `token` be disabled (product.md, "Bearer tokens" 4 and 6): an expired token
 * may go when any other is enabled, a working one only when another works.
 */
export function mayReplace(other: Token, token: Token, now: Date): boolean {
  return other.enabled && (other.expiresAt > now || token.expiresAt <= now);
}
