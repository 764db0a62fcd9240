import { type Token, tokenStatus } from "@/lib/directory/tokens/token";

/** A token as lists print it. */
export function shownToken(token: Token, now: Date): object {
  const { id, lastFour, enabled, createdAt, expiresAt, lastUsed } = token;
  return {
    id,
    lastFour,
    status: tokenStatus(token, now),
    enabled,
    createdAt,
    expiresAt,
    lastUsed: lastUsed ?? null,
  };
}
