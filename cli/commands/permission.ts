import type { Command } from "commander";
import { z } from "zod";
import { SCENARIOS } from "@/lib/directory/applications/application";
import { NewPermission, setPermission } from "@/lib/directory/applications/set-permission";
import { operatorOfApplication } from "../operator";
import { APPLICATION, optional, repeatable, trueOrFalse } from "../options";
import { addNoun, addVerb, type Print } from "../verb";

const SCENARIO_LIST = SCENARIOS.join(", ");

export function addPermissionCommands(program: Command, print: Print): void {
  const noun = addNoun(program, "permission", `the switch "IDaaS API" of an application`);
  addVerb(noun, print, {
    name: "set",
    description: "turn the API on or off, and tick scenarios; none given, they stay",
    options: [
      APPLICATION,
      trueOrFalse("--enabled <true|false>", "the switch").makeOptionMandatory(),
      repeatable("--scenario <name>", `one of ${SCENARIO_LIST}`).conflicts("allScenarios"),
      optional("--all-scenarios", "tick every scenario"),
    ],
    input: z.object({
      application: z.string(),
      enabled: z.boolean(),
      scenario: NewPermission.shape.scenarios,
      allScenarios: z.boolean().optional(),
    }),
    work: async ({ application, enabled, scenario, allScenarios }) =>
      setPermission(await operatorOfApplication(application), application, {
        enabled,
        scenarios: allScenarios ? [...SCENARIOS] : scenario,
      }),
  });
}
