import type { Command } from "commander";
import { z } from "zod";
import { listAudit } from "@/lib/directory/logs/audit/list/list-audit";
import { listRequests } from "@/lib/directory/logs/requests/list/list-requests";
import { operatorOf } from "../operator";
import { INSTANCE, optional, wholeNumber } from "../options";
import { addNoun, addVerb, type Print } from "../verb";

const Query = z.object({
  instance: z.string(),
  application: z.string().optional(),
  limit: z.number().optional(),
});

export function addLogCommands(program: Command, print: Print): void {
  const noun = addNoun(program, "log", "the request log and the audit log, newest first");
  addVerb(noun, print, {
    name: "requests",
    description: "every SCIM call",
    options: [INSTANCE, ofApplication(), limitOption()],
    input: Query,
    work: async ({ instance, application, limit }) => ({
      entries: await listRequests(await operatorOf(instance), { applicationId: application, limit }),
    }),
  });
  addVerb(noun, print, {
    name: "audit",
    description: "every change",
    options: [INSTANCE, ofApplication(), limitOption()],
    input: Query,
    work: async ({ instance, application, limit }) => ({
      entries: await listAudit(await operatorOf(instance), { applicationId: application, limit }),
    }),
  });
}

function ofApplication() {
  return optional("--application <app_…>", "only this application's");
}

function limitOption() {
  return wholeNumber("--limit <number>", "at most so many, 1 to 1,000 (default: 100)");
}
