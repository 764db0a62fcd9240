import { allows, SCENARIO_NAMES, type Scenario, scenarioUrn } from "@/lib/directory/applications/application";
import type { Caller } from "@/lib/directory/callers/caller";
import { ScimError } from "@/lib/scim/error";

/** @throws ScimError 403 application_disabled (product.md, "Applications") */
export function requireEnabled(caller: Caller): void {
  if (caller.enabled) return;
  throw new ScimError(
    403,
    undefined,
    "application_disabled: the application is disabled. An administrator enables it in the console under Applications → General.",
  );
}

/**
 * The switch "IDaaS API" and the scenario (product.md, "IDaaS API permissions").
 *
 * @throws ScimError 403 application_api_disabled or permission_denied, naming the scenario
 */
export function requireScenario(caller: Caller, scenario: Scenario): void {
  if (!caller.apiEnabled) {
    throw new ScimError(
      403,
      undefined,
      "application_api_disabled: the IDaaS API of this application is off. An administrator enables it in the console under Applications → IDaaS API.",
    );
  }
  if (allows(caller.scenarios, scenario)) return;
  throw new ScimError(
    403,
    undefined,
    `permission_denied: this needs the scenario "${SCENARIO_NAMES[scenario]}" (${scenarioUrn(scenario)}). An administrator ticks it in the console under Applications → IDaaS API.`,
  );
}
