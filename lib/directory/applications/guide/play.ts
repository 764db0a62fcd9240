import { ScimError } from "@/lib/scim/error";
import type { Caller } from "../../callers/caller";
import { DirectoryError } from "../../error";
import { allows, SCENARIO_NAMES, type Scenario } from "../application";

/** One call of the played client, and what came of it. */
export interface TestedStep {
  readonly name: string;
  /** As the client would send it. */
  readonly call: string;
  readonly outcome: "passed" | "failed" | "skipped";
  /** What was found, or why it failed and what to do. */
  readonly detail: string;
  readonly milliseconds: number;
}

/** One call: it returns what was found, in a sentence. */
interface Call {
  readonly name: string;
  readonly call: string;
  readonly scenario: Scenario;
  readonly work: () => Promise<string>;
}

/** Plays calls one after the other; those that need what a failed one would have made are skipped. */
export class Player {
  readonly #caller: Caller;
  readonly #steps: TestedStep[] = [];

  constructor(caller: Caller) {
    this.#caller = caller;
  }

  get steps(): readonly TestedStep[] {
    return this.#steps;
  }

  /** @param needs false when something that this call needs was not made */
  async play({ name, call, scenario, work }: Call, needs = true): Promise<boolean> {
    const started = performance.now();
    const refusal = this.#refusal(scenario);
    const { outcome, detail } = !needs
      ? ({ outcome: "skipped", detail: "An earlier step failed, which this one needs." } as const)
      : refusal === undefined
        ? await attempt(work)
        : ({ outcome: "failed", detail: refusal } as const);
    const milliseconds = Math.round((performance.now() - started) * 10) / 10;
    this.#steps.push({ name, call, outcome, detail, milliseconds });
    return outcome === "passed";
  }

  /** What the SCIM API would answer before it looks at the call. */
  #refusal(scenario: Scenario): string | undefined {
    const { enabled, apiEnabled, scenarios } = this.#caller;
    if (!enabled) return "403 application_disabled: the application is disabled. Enable it under General.";
    if (!apiEnabled) return "403 application_api_disabled: the IDaaS API is off. Enable it under IDaaS API.";
    if (allows(scenarios, scenario)) return undefined;
    return `403 permission_denied: this needs the scenario "${SCENARIO_NAMES[scenario]}". Tick it under IDaaS API.`;
  }
}

/** A call that found something else than a client relies on. */
export class UnexpectedAnswer extends Error {}

async function attempt(work: () => Promise<string>): Promise<Pick<TestedStep, "outcome" | "detail">> {
  try {
    return { outcome: "passed", detail: await work() };
  } catch (error) {
    const told =
      error instanceof ScimError || error instanceof DirectoryError || error instanceof UnexpectedAnswer;
    if (!told) throw error;
    return { outcome: "failed", detail: error.message };
  }
}
