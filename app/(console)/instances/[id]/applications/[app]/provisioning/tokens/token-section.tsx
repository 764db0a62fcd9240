import { Callout } from "@/components/ui/callout";
import { Section } from "@/components/ui/section";
import { tokenLabel } from "@/lib/directory/tokens/token";
import type { TokenUsage } from "@/lib/directory/tokens/usage/read-token-usage";
import type { Identity } from "../../identity";
import { AddToken } from "./add-token";
import { rotationAdvice } from "./rotation";
import { addRefusal, tokenRefusals } from "./token-rules";
import { type TokenRow, TokenTable } from "./token-table";
import { validityPresets } from "./validity-presets";

interface TokenSectionProps {
  readonly identity: Identity;
  readonly usage: readonly TokenUsage[];
  readonly now: Date;
}

/** Bearer token: what the client sends, and what is safe to do with each. */
export function TokenSection({ identity, usage, now }: TokenSectionProps) {
  const tokens = usage.map(({ token }) => token);
  const advice = rotationAdvice(usage, now);
  const rows = usage.map(({ token, status, share, calls }): TokenRow => {
    const refusals = tokenRefusals(token, tokens, now);
    const { id, enabled, createdAt, expiresAt, lastUsed } = token;
    return {
      id,
      label: tokenLabel(token),
      enabled,
      createdAt,
      expiresAt,
      lastUsed,
      status,
      share,
      calls,
      refusals,
    };
  });
  return (
    <Section
      id="bearer-token"
      title="Bearer token"
      description="The client sends it with each call. To rotate it, add a second one, switch the client to it, then disable and delete the first: both work meanwhile."
      actions={
        <AddToken
          {...identity}
          presets={validityPresets(now)}
          refusal={identity.reason ?? addRefusal(tokens)}
        />
      }
    >
      {advice && (
        <Callout tone="info" title={advice.title}>
          {advice.body}
        </Callout>
      )}
      <TokenTable {...identity} rows={rows} />
    </Section>
  );
}
