import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { relativeTimeText } from "@/components/ui/relative-time-text";
import type { Application } from "@/lib/directory/applications/application";
import { type Token, tokenLabel } from "@/lib/directory/tokens/token";
import type { TokenUsage } from "@/lib/directory/tokens/usage/read-token-usage";

interface TokenWarningsProps {
  readonly application: Application;
  readonly usage: readonly TokenUsage[];
  readonly tokensHref: string;
  readonly now: Date;
}

/** On every page of the application: each enabled token that expires within 30, 14, 7 or 1 days, or has. */
export function TokenWarnings({ application, usage, tokensHref, now }: TokenWarningsProps) {
  const ending = usage.filter(({ token, warning }) => token.enabled && warning !== undefined);
  return ending.map(({ token, share }) => {
    const label = `The bearer token ${tokenLabel(token)}`;
    const expired = token.expiresAt <= now;
    return (
      <Callout
        key={token.id}
        tone="warn"
        title={
          expired
            ? `${label} has expired`
            : `${label} expires ${relativeTimeText(token.expiresAt, now.getTime())}`
        }
        action={<ButtonLink href={tokensHref}>Rotate the token</ButtonLink>}
      >
        {consequence(application.name, expired, share)} {remedy(token, usage)}
      </Callout>
    );
  });
}

function remedy(token: Token, usage: readonly TokenUsage[]): string {
  const [other] = usage.filter((each) => each.token.id !== token.id);
  if (!other) return "Add a second token and switch the client to it.";
  const lasting = other.status === "enabled" && other.token.expiresAt > token.expiresAt;
  if (lasting) return `The token ${tokenLabel(other.token)} lasts longer: switch the client to it.`;
  return "Under Bearer token you see what is safe to do next.";
}

function consequence(name: string, expired: boolean, share: number): string {
  if (expired) return `Calls of ${name} that send it are refused.`;
  const carried = share > 0 ? ` It carried ${Math.round(share * 100)}% of the last 7 days' calls.` : "";
  return `From then on, calls of ${name} that send it are refused.${carried}`;
}
