import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const Body = z.json();
const Headers = z.record(z.string(), z.string());

/** What an answer must be. `body` and `headers` as in match.ts; headers in any case. */
const Answer = z.strictObject({
  status: z.int().min(100).max(599),
  headers: z.record(z.string(), Body).optional(),
  body: Body.optional(),
});

/** A further GET, with the headers of the step, that looks at what the step has left. */
const StateCheck = z.strictObject({ path: z.string(), ...Answer.partial({ status: true }).shape });

/**
 * One recorded request of an identity provider and what must come of it.
 * `path` is relative to the SCIM Base URL; {{names}} stand for what the caller of the
 * replay or the answers of earlier steps gave. `expectAgain` and `stateAgain` hold when
 * the sequence is played a second time over what the first has left, where that differs.
 */
const Step = z.strictObject({
  source: z.string(),
  step: z.string(),
  method: z.enum(["GET", "POST", "PUT", "PATCH", "DELETE"]),
  path: z.string(),
  headers: Headers,
  body: Body.optional(),
  expect: Answer,
  expectAgain: Answer.optional(),
  state: z.array(StateCheck),
  stateAgain: z.array(StateCheck).optional(),
});

export type Answer = z.infer<typeof Answer>;
export type StateCheck = z.infer<typeof StateCheck>;
export type Step = z.infer<typeof Step>;

export type Provider = "okta" | "entra";

export interface Sequence {
  readonly provider: Provider;
  /** In the order in which the provider sends them. */
  readonly steps: readonly (Step & { readonly file: string })[];
}

/**
 * The recorded exchanges of a provider, in the order of their file names.
 * @param folder the folder of exchanges; by default as seen from the repository root
 * @throws Error naming the file that is not an exchange
 */
export async function loadSequence(provider: Provider, folder = join("e2e", "exchanges")): Promise<Sequence> {
  const files = (await readdir(join(folder, provider))).filter((file) => file.endsWith(".json")).sort();
  const steps = await Promise.all(
    files.map(async (file) => {
      const parsed = Step.safeParse(JSON.parse(await readFile(join(folder, provider, file), "utf8")));
      if (parsed.success) return { ...parsed.data, file: `${provider}/${file}` };
      throw new Error(`${provider}/${file} is not an exchange: ${z.prettifyError(parsed.error)}`);
    }),
  );
  return { provider, steps };
}
