/** How failed attempts slow the next one down. */
interface DelayRule {
  /** Failures that cost nothing: people mistype. */
  readonly free: number;
  /** Bounds what a stranger can do to the administrator whose email it tries. */
  readonly mostSeconds: number;
}

/** An office shares an address, so that an address may fail more often than an account. */
export const DELAY_RULES = {
  account: { free: 3, mostSeconds: 300 },
  address: { free: 20, mostSeconds: 300 },
} as const satisfies Record<string, DelayRule>;

/** Failures that are older are forgotten. */
export const FORGOTTEN_AFTER_MS = 24 * 60 * 60 * 1000;

/** Seconds to wait after the given number of failures: none, then 1, 2, 4 … */
export function delaySeconds(failures: number, { free, mostSeconds }: DelayRule): number {
  if (failures <= free) return 0;
  return Math.min(mostSeconds, 2 ** (failures - free - 1));
}
