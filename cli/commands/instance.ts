import type { Command } from "commander";
import { z } from "zod";
import { createInstance } from "@/lib/directory/instances/create-instance";
import { listInstances } from "@/lib/directory/instances/list-instances";
import { NewInstanceSettings, setInstanceSettings } from "@/lib/directory/instances/set-settings";
import { operator, operatorOf } from "../operator";
import { INSTANCE, optional, required, trueOrFalse } from "../options";
import { addNoun, addVerb, type Print } from "../verb";

export function addInstanceCommands(program: Command, print: Print): void {
  const noun = addNoun(program, "instance", "tenants, each a closed directory");
  addVerb(noun, print, {
    name: "create",
    description: "make an instance with its root organization",
    options: [required("--name <name>", "its name, and the root organization's")],
    input: z.object({ name: z.string() }),
    work: ({ name }) => createInstance(operator(), { name }),
  });
  addVerb(noun, print, {
    name: "list",
    description: "list the instances",
    options: [],
    input: z.object({}),
    async work() {
      const instances = await listInstances(operator());
      return { instances: instances.map(({ settings, ...instance }) => ({ ...instance, ...settings })) };
    },
  });
  addVerb(noun, print, {
    name: "set",
    description: "change the settings; what is not given stays",
    options: [
      INSTANCE,
      trueOrFalse("--unique-email <true|false>", "whether two accounts may not share an email address"),
      trueOrFalse("--unique-phone <true|false>", "whether two accounts may not share a phone number"),
      optional("--password-policy <name>", "unrestricted, simple, common, recommended or complex"),
    ],
    // The directory says which policies there are.
    input: z.object({ instance: z.string(), ...NewInstanceSettings.shape }),
    work: async ({ instance, ...settings }) => setInstanceSettings(await operatorOf(instance), settings),
  });
}
