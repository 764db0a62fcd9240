import type { Command } from "commander";
import { z } from "zod";
import type { Admin } from "@/lib/directory/actor";
import { deleteToken, disableToken, enableToken } from "@/lib/directory/tokens/change-token";
import { issueToken } from "@/lib/directory/tokens/issue-token";
import { listTokens } from "@/lib/directory/tokens/list-tokens";
import type { Validity } from "@/lib/directory/tokens/validity";
import { UsageProblem } from "../failure";
import { operatorOfApplication } from "../operator";
import { APPLICATION, optional, required, wholeNumber } from "../options";
import { shownToken } from "../shown-token";
import { addNoun, addVerb, type Print } from "../verb";

const Creation = z.object({
  application: z.string(),
  days: z.number().optional(),
  until: z.string().optional(),
});

export function addTokenCommands(program: Command, print: Print): void {
  const noun = addNoun(program, "token", "the bearer tokens of an application, two at most");
  addVerb(noun, print, {
    name: "create",
    description: "make a token; it is printed this once",
    options: [
      APPLICATION,
      wholeNumber("--days <number>", "valid for so many days, 1 to 1,096").conflicts("until"),
      optional("--until <YYYY-MM-DD>", "valid through this day (UTC)"),
    ],
    input: Creation,
    work: createToken,
  });
  addVerb(noun, print, {
    name: "list",
    description: "list the tokens by their last four characters",
    options: [APPLICATION],
    input: z.object({ application: z.string() }),
    async work({ application }) {
      const tokens = await listTokens(await operatorOfApplication(application), application);
      return { tokens: tokens.map((token) => shownToken(token, new Date())) };
    },
  });
  addTokenChange(noun, print, "enable", "let its holder in again", "enabled", enableToken);
  addTokenChange(noun, print, "disable", "refuse it from now on", "disabled", disableToken);
  addTokenChange(noun, print, "delete", "delete a disabled token", "deleted", deleteToken);
}

async function createToken(input: z.output<typeof Creation>): Promise<object> {
  const validity = validityOf(input);
  return issueToken(await operatorOfApplication(input.application), input.application, validity);
}

function validityOf({ days, until }: z.output<typeof Creation>): z.input<typeof Validity> {
  if (days !== undefined) return { days };
  if (until !== undefined) return { until };
  throw new UsageProblem("Give --days or --until.");
}

function addTokenChange(
  noun: Command,
  print: Print,
  name: string,
  description: string,
  status: string,
  change: (admin: Admin, applicationId: string, tokenId: string) => Promise<void>,
): void {
  addVerb(noun, print, {
    name,
    description,
    options: [APPLICATION, required("--token <token_…>", "the token's id")],
    input: z.object({ application: z.string(), token: z.string() }),
    async work({ application, token }) {
      await change(await operatorOfApplication(application), application, token);
      return { id: token, status };
    },
  });
}
