const DAY = 86_400_000;

/** Days before expiry at which a token is warned about (product.md, "Bearer tokens" 8). */
export const EXPIRY_WARNINGS = [1, 7, 14, 30] as const;

/** 0: it has expired. */
export type ExpiryWarning = (typeof EXPIRY_WARNINGS)[number] | 0;

/** The nearest warning that a token has come to; undefined while it is further away. */
export function expiryWarning(expiresAt: Date, now: Date): ExpiryWarning | undefined {
  const left = expiresAt.getTime() - now.getTime();
  if (left <= 0) return 0;
  return EXPIRY_WARNINGS.find((days) => left <= days * DAY);
}

/** Whole days left, rounded up, so that the last day is 1; 0 once expired. */
export function daysLeft(expiresAt: Date, now: Date): number {
  return Math.max(0, Math.ceil((expiresAt.getTime() - now.getTime()) / DAY));
}
