import type { Command } from "commander";
import { z } from "zod";
import { verifyAuditLog } from "@/lib/directory/logs/audit/verify/verify-audit-log";
import { operatorOf } from "../operator";
import { INSTANCE } from "../options";
import { addNoun, addVerb, type Print } from "../verb";

export function addAuditCommands(program: Command, print: Print): void {
  const noun = addNoun(program, "audit", "the chain of the audit log");
  addVerb(noun, print, {
    name: "verify",
    description: "recompute the chain, and say whether the log was tampered with",
    options: [INSTANCE],
    input: z.object({ instance: z.string() }),
    work: async ({ instance }) => verifyAuditLog(await operatorOf(instance)),
  });
}
