import type { Application } from "../application";
import { allows } from "../application";

export const SET_UP_STEPS = ["scope", "target", "token", "api", "scenarios", "first_request"] as const;
export type SetUpStep = (typeof SET_UP_STEPS)[number];

/** What the state of a set-up is judged by. */
export interface SetUpFacts extends Pick<Application, "scope" | "targetOrganizationId" | "permission"> {
  /** Enabled tokens that have not expired. */
  readonly workingTokens: number;
  readonly firstRequest: Date | undefined;
}

/** Which steps of the set-up are done. */
export function setUpState(facts: SetUpFacts): Record<SetUpStep, boolean> {
  const { scope, permission } = facts;
  return {
    scope: scope.organizations.length + scope.groups.length > 0,
    target: facts.targetOrganizationId !== undefined,
    token: facts.workingTokens > 0,
    api: permission.enabled,
    // A client that may not read accounts fails at its first look-up.
    scenarios: allows(permission.scenarios, "user:read"),
    first_request: facts.firstRequest !== undefined,
  };
}

export function missingSteps(state: Record<SetUpStep, boolean>): SetUpStep[] {
  return SET_UP_STEPS.filter((step) => !state[step]);
}
