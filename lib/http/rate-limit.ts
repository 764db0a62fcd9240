import { env } from "@/lib/env";
import { ScimError } from "@/lib/scim/error";

/** A bucket of tokens, one for each application and process. */
interface Bucket {
  tokens: number;
  filledAt: number;
}

/** Bursts up to this many seconds' worth (operations.md, SCIM_RATE_LIMIT). */
const BURST_SECONDS = 10;

const MOST_BUCKETS = 10_000;

const buckets = new Map<string, Bucket>();

/**
 * Counts one request of an application.
 *
 * @param now milliseconds
 * @throws ScimError 429 with Retry-After in seconds
 */
export function limitRate(applicationId: string, now: number, perSecond: number = env().scimRateLimit): void {
  if (perSecond === 0) return;
  const bucket = bucketOf(applicationId, now, perSecond);
  const earned = ((now - bucket.filledAt) / 1000) * perSecond;
  bucket.tokens = Math.min(bucket.tokens + earned, perSecond * BURST_SECONDS);
  bucket.filledAt = now;
  if (bucket.tokens >= 1) {
    bucket.tokens -= 1;
    return;
  }
  const wait = Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond));
  throw new ScimError(429, undefined, `More than ${perSecond} requests a second. Try again in ${wait} s.`, {
    "Retry-After": String(wait),
  });
}

function bucketOf(applicationId: string, now: number, perSecond: number): Bucket {
  const known = buckets.get(applicationId);
  if (known) return known;
  // A forgotten bucket is a full one: nobody loses by it.
  if (buckets.size >= MOST_BUCKETS) buckets.clear();
  const bucket = { tokens: perSecond * BURST_SECONDS, filledAt: now };
  buckets.set(applicationId, bucket);
  return bucket;
}
