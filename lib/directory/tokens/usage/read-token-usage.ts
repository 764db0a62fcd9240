import type { Admin } from "../../actor";
import { listTokens } from "../list-tokens";
import { type Token, type TokenStatus, tokenStatus } from "../token";
import { daysLeft, type ExpiryWarning, expiryWarning } from "./expiry-warning";
import { findCalls } from "./store";

/** A token with what its rotation is judged by (product.md, "Bearer tokens" 8). */
export interface TokenUsage {
  readonly token: Token;
  readonly status: TokenStatus;
  readonly daysLeft: number;
  readonly warning: ExpiryWarning | undefined;
  /** Calls of the last 7 days, to the hour. */
  readonly calls: number;
  /** Its part of the calls of both tokens and of those deleted since, 0 to 1. */
  readonly share: number;
}

const WEEK = 7 * 86_400_000;

/** Oldest first. @throws DirectoryError not_found on the application */
export async function readTokenUsage(
  admin: Admin,
  applicationId: string,
  now = new Date(),
): Promise<TokenUsage[]> {
  const tokens = await listTokens(admin, applicationId);
  const calls = await findCalls(admin.instanceId, applicationId, new Date(now.getTime() - WEEK));
  const all = [...calls.values()].reduce((sum, count) => sum + count, 0);
  return tokens.map((token) => {
    const own = calls.get(token.id) ?? 0;
    return {
      token,
      status: tokenStatus(token, now),
      daysLeft: daysLeft(token.expiresAt, now),
      warning: expiryWarning(token.expiresAt, now),
      calls: own,
      share: all === 0 ? 0 : own / all,
    };
  });
}
