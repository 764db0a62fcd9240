import type { Command } from "commander";
import { z } from "zod";
import { getAccountView, listAccountViews } from "@/lib/directory/accounts/admin/read-accounts";
import { UsageProblem } from "../failure";
import { operatorOf } from "../operator";
import { INSTANCE, optional, wholeNumber } from "../options";
import { addNoun, addVerb, type Print } from "../verb";

const One = z.object({
  instance: z.string(),
  account: z.string().optional(),
  username: z.string().optional(),
});

export function addAccountCommands(program: Command, print: Print): void {
  const noun = addNoun(program, "account", "users of the directory, as the console shows them");
  addVerb(noun, print, {
    name: "get",
    description: "one account",
    options: [
      INSTANCE,
      optional("--account <user_…>", "by its id").conflicts("username"),
      optional("--username <name>", "by its username, whatever the case"),
    ],
    input: One,
    work: getAccount,
  });
  addVerb(noun, print, {
    name: "list",
    description: "accounts, oldest first, with the number of all",
    options: [
      INSTANCE,
      optional("--organization <ou_…>", "only those directly in this organization"),
      wholeNumber("--limit <number>", "at most so many, 1 to 1,000 (default: 100)"),
      wholeNumber("--offset <number>", "leave out so many (default: 0)"),
    ],
    input: z.object({
      instance: z.string(),
      organization: z.string().optional(),
      limit: z.number().optional(),
      offset: z.number().optional(),
    }),
    work: async ({ instance, organization, limit, offset }) =>
      listAccountViews(await operatorOf(instance), { organizationId: organization, limit, offset }),
  });
}

async function getAccount({ instance, account, username }: z.output<typeof One>): Promise<object> {
  if (account !== undefined) return getAccountView(await operatorOf(instance), { id: account });
  if (username !== undefined) return getAccountView(await operatorOf(instance), { username });
  throw new UsageProblem("Give --account or --username.");
}
