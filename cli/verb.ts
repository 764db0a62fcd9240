import type { Command, Option } from "commander";
import type { z } from "zod";
import { UsageProblem } from "./failure";

/** One command: `idaas NOUN VERB` (docs/operations.md). */
export interface Verb<Schema extends z.ZodType> {
  readonly name: string;
  readonly description: string;
  readonly options: readonly Option[];
  /** What commander makes of the options, by their camel-case names. */
  readonly input: Schema;
  /** The one object that `--json` prints. */
  work(input: z.output<Schema>): Promise<object>;
}

export type Print = (result: object) => void;

export const JSON_FLAG = ["--json", "print one JSON object on standard output, and nothing else"] as const;

/** A group of verbs. */
export function addNoun(program: Command, name: string, description: string): Command {
  return program.command(name).description(description);
}

export function addVerb<Schema extends z.ZodType>(parent: Command, print: Print, verb: Verb<Schema>): void {
  const command = parent.command(verb.name).description(verb.description).allowExcessArguments(false);
  for (const option of verb.options) command.addOption(option);
  command.option(...JSON_FLAG);
  command.action(async (options: unknown) => print(await verb.work(inputOf(verb, options))));
}

function inputOf<Schema extends z.ZodType>({ input }: Verb<Schema>, options: unknown): z.output<Schema> {
  const result = input.safeParse(options);
  if (result.success) return result.data;
  throw new UsageProblem(result.error.issues.map(({ message }) => message).join(" "));
}
