import { type Admin, requireRole } from "../../actor";
import { SCENARIO_NAMES } from "../application";
import { getApplication } from "../read-application";
import { SET_UP_STEPS, type SetUpFacts, type SetUpStep, setUpState } from "./set-up";
import { findClientFacts } from "./store";

export interface GuideStep {
  readonly name: SetUpStep;
  readonly done: boolean;
  /** What there is, or what is missing and where to do it: one sentence. */
  readonly detail: string;
}

/** The live checklist of an application's set-up. */
export interface SetUpGuide {
  readonly applicationId: string;
  readonly steps: readonly GuideStep[];
  readonly done: number;
  readonly finished: boolean;
  readonly firstRequest: Date | undefined;
}

/** @throws DirectoryError not_found */
export async function readGuide(admin: Admin, applicationId: string, now = new Date()): Promise<SetUpGuide> {
  requireRole(admin, "auditor");
  const application = await getApplication(admin, applicationId);
  const facts = { ...application, ...(await findClientFacts(admin.instanceId, applicationId, now)) };
  const state = setUpState(facts);
  const steps = SET_UP_STEPS.map((name) => ({
    name,
    done: state[name],
    detail: detailOf(name, state[name], facts),
  }));
  const done = steps.filter((step) => step.done).length;
  return { applicationId, steps, done, finished: done === steps.length, firstRequest: facts.firstRequest };
}

function detailOf(step: SetUpStep, done: boolean, facts: SetUpFacts): string {
  const { scope, permission, workingTokens, firstRequest } = facts;
  switch (step) {
    case "scope":
      return done
        ? `${counted(scope.organizations.length, "organization")} and ${counted(scope.groups.length, "group")} are in scope.`
        : "The application sees nothing. Choose organizations or groups under Configure synchronization scope.";
    case "target":
      return done
        ? "Accounts created without an organization go to the target organization."
        : "Choose the organization that gets new accounts under Synchronization scope.";
    case "token":
      return done
        ? `${counted(workingTokens, "token")} can be used.`
        : "Nothing can sign in as this application. Add a bearer token.";
    case "api":
      return done ? "The IDaaS API is on." : "Every call is refused. Enable the IDaaS API.";
    case "scenarios":
      return done
        ? `Permitted: ${permission.scenarios.map((scenario) => SCENARIO_NAMES[scenario]).join(", ")}.`
        : "Reading accounts is not permitted. Tick the scenarios that the client needs under SCIM API permissions.";
    case "first_request":
      return firstRequest
        ? `The first request came on ${firstRequest.toISOString().slice(0, 10)}.`
        : "Nothing has called yet. Enter the SCIM Base URL and a bearer token in the client.";
  }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
