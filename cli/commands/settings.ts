import type { Command } from "commander";
import { z } from "zod";
import { NewSyncSettings, setSyncSettings } from "@/lib/directory/applications/settings/set-settings";
import { operatorOfApplication } from "../operator";
import { APPLICATION, optional, repeatable } from "../options";
import { addNoun, addVerb, type Print } from "../verb";

const { attributeSet, duplicateCreate } = NewSyncSettings.shape;

export function addSettingsCommands(program: Command, print: Print): void {
  const noun = addNoun(program, "settings", "how an application synchronizes");
  addVerb(noun, print, {
    name: "set",
    description: "change the settings; what is not given stays",
    options: [
      APPLICATION,
      optional("--namespace <URN>", "the custom field namespace"),
      repeatable("--field <key>", "a sync target field; those given replace the ones before"),
      optional("--attribute-set <set>", "basic or full").choices(["basic", "full"]),
      optional("--duplicate-create <way>", "update or reject").choices(["update", "reject"]),
    ],
    input: z.object({
      application: z.string(),
      namespace: z.string().optional(),
      field: z.array(z.string()).optional(),
      attributeSet,
      duplicateCreate,
    }),
    work: async ({ application, field, ...settings }) =>
      setSyncSettings(await operatorOfApplication(application), application, { ...settings, fields: field }),
  });
}
