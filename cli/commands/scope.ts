import type { Command } from "commander";
import { z } from "zod";
import { setScope } from "@/lib/directory/applications/scope/set-scope";
import { operatorOfApplication } from "../operator";
import { APPLICATION, repeatable } from "../options";
import { addNoun, addVerb, type Print } from "../verb";

export function addScopeCommands(program: Command, print: Print): void {
  const noun = addNoun(program, "scope", "what an application may see and touch");
  addVerb(noun, print, {
    name: "set",
    description: "replace the provisioning scope; what is not named is no longer in it",
    options: [
      APPLICATION,
      repeatable("--organization <ou_…>", "an organization, with all below it"),
      repeatable("--group <group_…>", "a group, with its members"),
    ],
    input: z.object({
      application: z.string(),
      organization: z.array(z.string()).optional(),
      group: z.array(z.string()).optional(),
    }),
    work: async ({ application, organization, group }) =>
      setScope(await operatorOfApplication(application), application, {
        organizations: organization,
        groups: group,
      }),
  });
}
