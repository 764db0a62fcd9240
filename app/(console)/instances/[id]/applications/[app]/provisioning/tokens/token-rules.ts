import { mayReplace, type Token, tokenLabel } from "@/lib/directory/tokens/token";

/** Why each thing that one does to a token would be refused now; undefined where it would not. */
export interface TokenRefusals {
  readonly enable: string | undefined;
  readonly disable: string | undefined;
  readonly delete: string | undefined;
}

const MOST_TOKENS = 2;

/** The rules of product.md, "Bearer tokens" 4 to 6, said before the click; the use cases hold them. */
export function tokenRefusals(token: Token, all: readonly Token[], now: Date): TokenRefusals {
  const replaced = all.some((other) => other.id !== token.id && mayReplace(other, token, now));
  const label = tokenLabel(token);
  return {
    enable:
      token.expiresAt <= now
        ? `The token ${label} has expired: enabling it would change nothing.`
        : undefined,
    disable: replaced
      ? undefined
      : `The token ${label} is the last enabled one, and at least one stays enabled. Add or enable another token and switch the client to it first.`,
    delete: token.enabled ? deleteRefusal(label, replaced) : undefined,
  };
}

/** Why a further token would be refused: an application has at most two. */
export function addRefusal(all: readonly Token[]): string | undefined {
  if (all.length < MOST_TOKENS) return undefined;
  return "An application has at most two tokens. Disable one that its client no longer uses and delete it, then add the new one.";
}

function deleteRefusal(label: string, replaced: boolean): string {
  if (replaced)
    return `The token ${label} is enabled, and only a disabled token can be deleted. Disable it first.`;
  return `The token ${label} is the last enabled one: it can't be disabled, and only a disabled token can be deleted. Add another token first.`;
}
