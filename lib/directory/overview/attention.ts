import type { SetUpStep } from "../applications/guide/set-up";
import type { ApplicationRow } from "../applications/overview/list-application-rows";
import { daysLeft, type ExpiryWarning, expiryWarning } from "../tokens/usage/expiry-warning";
import type { ExpiringToken } from "./store";

interface OfApplication {
  readonly applicationId: string;
  readonly applicationName: string;
}

/** Something that an administrator should look at. */
export type Attention =
  | (OfApplication & {
      readonly kind: "token_expiring";
      readonly tokenId: string;
      readonly lastFour: string;
      readonly expiresAt: Date;
      readonly daysLeft: number;
      readonly warning: ExpiryWarning;
    })
  | (OfApplication & { readonly kind: "client_failing"; readonly calls: number; readonly failures: number })
  | (OfApplication & { readonly kind: "set_up_unfinished"; readonly missing: readonly SetUpStep[] });

/** A client fails when at least so many calls of 24 hours failed, and at least every tenth. */
const FEWEST_FAILURES = 5;
const FAILING_SHARE = 0.1;

/** Tokens first, the soonest before the others; then failing clients, then unfinished set-ups. */
export function attentionOf(
  applications: readonly ApplicationRow[],
  tokens: readonly ExpiringToken[],
  now: Date,
): Attention[] {
  const enabled = applications.filter((application) => application.enabled);
  const failing = enabled.filter(
    ({ calls, failures }) => failures >= FEWEST_FAILURES && failures >= calls * FAILING_SHARE,
  );
  return [
    ...tokens.flatMap((token) => expiring(token, now)),
    ...failing.map(({ id, name, calls, failures }) => ({
      ...named(id, name),
      kind: "client_failing" as const,
      calls,
      failures,
    })),
    ...enabled
      .filter(({ missing }) => missing.length > 0)
      .map(({ id, name, missing }) => ({ ...named(id, name), kind: "set_up_unfinished" as const, missing })),
  ];
}

function expiring(token: ExpiringToken, now: Date): Attention[] {
  const { expiresAt, tokenId, lastFour, applicationId, applicationName } = token;
  const warning = expiryWarning(expiresAt, now);
  if (warning === undefined) return [];
  const left = daysLeft(expiresAt, now);
  return [
    {
      kind: "token_expiring",
      applicationId,
      applicationName,
      tokenId,
      lastFour,
      expiresAt,
      daysLeft: left,
      warning,
    },
  ];
}

function named(applicationId: string, applicationName: string): OfApplication {
  return { applicationId, applicationName };
}
