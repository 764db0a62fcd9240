import type { Command } from "commander";
import { z } from "zod";
import type { Admin } from "@/lib/directory/actor";
import { createApplication, NewApplication } from "@/lib/directory/applications/create-application";
import { deleteApplication } from "@/lib/directory/applications/delete-application";
import { getApplication } from "@/lib/directory/applications/read-application";
import { disableApplication, enableApplication } from "@/lib/directory/applications/update-application";
import { listTokens } from "@/lib/directory/tokens/list-tokens";
import { operatorOf, operatorOfApplication } from "../operator";
import { APPLICATION, INSTANCE, required } from "../options";
import { shownToken } from "../shown-token";
import { addNoun, addVerb, type Print } from "../verb";

const One = z.object({ application: z.string() });

export function addApplicationCommands(program: Command, print: Print): void {
  const noun = addNoun(program, "application", "systems that synchronize");
  addVerb(noun, print, {
    name: "create",
    description: "make an application; everything about it is off at first",
    options: [
      INSTANCE,
      required("--name <name>", "unique in the instance"),
      required("--type <type>", "custom or standard").choices(NewApplication.shape.type.options),
    ],
    input: z.object({ instance: z.string(), ...NewApplication.shape }),
    work: async ({ instance, name, type }) => createApplication(await operatorOf(instance), { name, type }),
  });
  addVerb(noun, print, {
    name: "show",
    description: "everything that is set, without secrets",
    options: [APPLICATION],
    input: One,
    work: async ({ application }) => show(await operatorOfApplication(application), application),
  });
  addVerb(noun, print, {
    name: "enable",
    description: "let its SCIM client in again",
    options: [APPLICATION],
    input: One,
    async work({ application }) {
      await enableApplication(await operatorOfApplication(application), application);
      return { id: application, status: "enabled" };
    },
  });
  addVerb(noun, print, {
    name: "disable",
    description: "refuse every SCIM call of it",
    options: [APPLICATION],
    input: One,
    async work({ application }) {
      await disableApplication(await operatorOfApplication(application), application);
      return { id: application, status: "disabled" };
    },
  });
  addVerb(noun, print, {
    name: "delete",
    description: "delete it with its tokens; the accounts stay",
    options: [APPLICATION],
    input: One,
    async work({ application }) {
      const admin = await operatorOfApplication(application);
      // Who types the id has named it: the name that the console asks for adds nothing.
      const { name } = await getApplication(admin, application);
      await deleteApplication(admin, application, name);
      return { id: application, status: "deleted" };
    },
  });
}

async function show(admin: Admin, applicationId: string): Promise<object> {
  const { enabled, targetOrganizationId, ...application } = await getApplication(admin, applicationId);
  const tokens = await listTokens(admin, applicationId);
  return {
    ...application,
    instance: admin.instanceId,
    status: enabled ? "enabled" : "disabled",
    target: targetOrganizationId ?? null,
    tokens: tokens.map((token) => shownToken(token, new Date())),
  };
}
