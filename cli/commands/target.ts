import type { Command } from "commander";
import { z } from "zod";
import { setTarget } from "@/lib/directory/applications/scope/set-target";
import { operatorOfApplication } from "../operator";
import { APPLICATION, required } from "../options";
import { addNoun, addVerb, type Print } from "../verb";

export function addTargetCommands(program: Command, print: Print): void {
  const noun = addNoun(program, "target", "where accounts go that name no organization");
  addVerb(noun, print, {
    name: "set",
    description: "choose the target organization, inside the provisioning scope",
    options: [APPLICATION, required("--organization <ou_…>", "the target organization")],
    input: z.object({ application: z.string(), organization: z.string() }),
    async work({ application, organization }) {
      await setTarget(await operatorOfApplication(application), application, organization);
      return { organization };
    },
  });
}
