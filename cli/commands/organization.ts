import type { Command } from "commander";
import { z } from "zod";
import { createOrganization } from "@/lib/directory/organizations/create-organization";
import { operatorOf } from "../operator";
import { INSTANCE, optional, required } from "../options";
import { addNoun, addVerb, type Print } from "../verb";

export function addOrganizationCommands(program: Command, print: Print): void {
  const noun = addNoun(program, "organization", "the tree of an instance");
  addVerb(noun, print, {
    name: "create",
    description: "make an organization",
    options: [
      INSTANCE,
      required("--name <name>", "unique among its siblings"),
      optional("--parent <ou_…>", "the organization above it; the root unless given"),
    ],
    input: z.object({ instance: z.string(), name: z.string(), parent: z.string().optional() }),
    work: async ({ instance, name, parent }) =>
      createOrganization(await operatorOf(instance), { name, parentId: parent }),
  });
}
