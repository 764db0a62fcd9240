import { relativeTimeText } from "@/components/ui/relative-time-text";
import { tokenLabel } from "@/lib/directory/tokens/token";
import type { TokenUsage } from "@/lib/directory/tokens/usage/read-token-usage";

/** What is safe to do next on the way from an old token to a new one. */
export interface RotationAdvice {
  readonly title: string;
  readonly body: string;
}

/** The known clients call at least every 40 minutes, so that an hour of silence says that they have switched. */
const QUIET_MS = 3_600_000;

/**
 * The next step of a rotation (product.md, "Bearer tokens" 8): create the second token, switch the client,
 * see the old one fall silent, disable it, delete it. undefined when nothing is under way.
 *
 * @param usage oldest first
 */
export function rotationAdvice(usage: readonly TokenUsage[], now: Date): RotationAdvice | undefined {
  const [old, young] = usage;
  if (!old) return undefined;
  if (!young) return alone(old);
  const working = usage.filter(({ status }) => status === "enabled");
  if (working.length === 0) return noneWorks(usage);
  if (working.length === 2) return bothWork(old, young, now);
  const [inUse] = working;
  const spare = old === inUse ? young : old;
  return inUse && oneWorks(inUse, spare);
}

function alone({ token, status, warning }: TokenUsage): RotationAdvice | undefined {
  if (status === "expired") {
    return {
      title: "Next: add a bearer token",
      body: `${tokenLabel(token)} has expired, and calls that send it are refused. Add a token and give it to the client.`,
    };
  }
  if (warning === undefined) return undefined;
  return {
    title: "Next: add a second bearer token",
    body: `${tokenLabel(token)} keeps working beside it, so nothing breaks while you switch the client.`,
  };
}

function noneWorks(usage: readonly TokenUsage[]): RotationAdvice {
  const dormant = usage.find(({ status }) => status === "disabled");
  if (dormant) {
    return {
      title: `Next: enable ${tokenLabel(dormant.token)}`,
      body: "No token works now, and every call is refused. Enable this one, or delete a token and add a new one.",
    };
  }
  return {
    title: "Next: make room for a new token",
    body: "Both tokens have expired, and every call is refused. Disable and delete the older one, then add a bearer token and give it to the client.",
  };
}

function bothWork(old: TokenUsage, young: TokenUsage, now: Date): RotationAdvice {
  const before = tokenLabel(old.token);
  const after = tokenLabel(young.token);
  if (!young.token.lastUsed) {
    return {
      title: `Next: give ${after} to the client`,
      body: `${after} hasn't been used yet. ${before} still works, so nothing breaks while you switch. Keep ${before} enabled until ${after} shows a last use.`,
    };
  }
  const last = old.token.lastUsed;
  if (!last || now.getTime() - last.at.getTime() > QUIET_MS) {
    const since = last ? `was last used ${relativeTimeText(last.at, now.getTime())}` : "was never used";
    return {
      title: `Next: disable ${before}`,
      body: `${after} is in use, and ${before} ${since}. Disabling it is safe once every client has switched; if one hasn't, enable it again and the calls go on.`,
    };
  }
  const from = [last.address && `from ${last.address}`, last.userAgent && `(${last.userAgent})`];
  const where = from.filter(Boolean).join(" ");
  return {
    title: `Next: wait until ${before} is silent`,
    body: `${before} was last used ${relativeTimeText(last.at, now.getTime())} ${where}`
      .trimEnd()
      .concat(
        `. Switch that client to ${after}. When ${before} hasn't been used for an hour, it's safe to disable.`,
      ),
  };
}

function oneWorks(inUse: TokenUsage, spare: TokenUsage): RotationAdvice {
  const used = tokenLabel(inUse.token);
  const other = tokenLabel(spare.token);
  if (spare.status === "expired") {
    return {
      title: `Next: ${spare.token.enabled ? "disable and delete" : "delete"} ${other}`,
      body: `${other} has expired and authenticates nobody. Deleting it makes room for the next rotation.`,
    };
  }
  if (inUse.token.lastUsed) {
    return {
      title: `Next: delete ${other}`,
      body: `${other} is disabled, and ${used} is in use. Deleting ${other} makes room for the next rotation.`,
    };
  }
  return {
    title: `Next: give ${used} to the client`,
    body: `${used} is the only token that works, and it hasn't been used yet. If calls must go on meanwhile, enable ${other} again.`,
  };
}
