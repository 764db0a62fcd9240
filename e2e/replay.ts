import type { JsonValue } from "@/lib/scim/json";
import { fill, fillValue, Mismatch, match, type Variables } from "./exchanges/match";
import type { Answer, Sequence, StateCheck, Step } from "./exchanges/sequence";

/** Carries a request to the server under test, over the wire or within the process. */
export type Send = (request: Request) => Promise<Response>;

export interface ReplayOptions {
  /** 2: over what a first run of the same sequence has left. */
  readonly run: 1 | 2;
  /** At least `baseUrl`, `token` and what else the sequence names. */
  readonly variables: Readonly<Record<string, string>>;
  /** Told of each step after it went well. */
  readonly onStep?: (step: Step) => void;
}

/**
 * Plays the recorded exchanges of a provider one after the other, and checks each answer
 * and the state that it leaves.
 *
 * @returns the variables, with those that the answers gave
 * @throws Error naming the step, the path within the answer, what was expected and what came
 */
export async function replay(
  sequence: Sequence,
  send: Send,
  { run, variables: given, onStep }: ReplayOptions,
): Promise<Readonly<Record<string, string>>> {
  const variables: Variables = new Map(Object.entries(given));
  for (const step of sequence.steps) {
    try {
      await playStep(step, send, run, variables);
    } catch (error) {
      throw new Error(`${step.file} (${step.step}), run ${run}: ${messageOf(error)}`, { cause: error });
    }
    onStep?.(step);
  }
  return Object.fromEntries(variables);
}

async function playStep(step: Step, send: Send, run: 1 | 2, variables: Variables): Promise<void> {
  const expected = run === 2 ? (step.expectAgain ?? step.expect) : step.expect;
  const checks = run === 2 ? (step.stateAgain ?? step.state) : step.state;
  const body = step.body === undefined ? null : JSON.stringify(fillValue(step.body, variables));
  const headers = filledHeaders(step.headers, variables);
  await check(await send(requestOf(step.method, step.path, headers, body, variables)), expected, variables);
  for (const [index, state] of checks.entries()) await checkState(state, index, headers, send, variables);
}

async function checkState(
  state: StateCheck,
  index: number,
  stepHeaders: Headers,
  send: Send,
  variables: Variables,
): Promise<void> {
  const headers = new Headers(stepHeaders);
  headers.delete("content-type");
  try {
    const answer = await send(requestOf("GET", state.path, headers, null, variables));
    await check(answer, { ...state, status: state.status ?? 200 }, variables);
  } catch (error) {
    throw new Error(`state ${index + 1}, GET ${fill(state.path, variables)}: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

async function check(answer: Response, expected: Answer, variables: Variables): Promise<void> {
  const text = await answer.text();
  if (answer.status !== expected.status) {
    throw new Error(`expected status ${expected.status}, got ${answer.status}: ${text.slice(0, 1000)}`);
  }
  // protocol.md, "Messages": every answer that has a body is SCIM.
  if (text !== "")
    match(
      { $matches: "^application/scim\\+json" },
      headerOf(answer, "content-type"),
      "Content-Type",
      variables,
    );
  if (answer.status === 204 && text !== "") throw new Mismatch("body", "nothing", text);
  // The body first: what it captures may stand in a header, as the version does in ETag.
  if (expected.body !== undefined) match(expected.body, parsed(text), "", variables);
  for (const [name, value] of Object.entries(expected.headers ?? {})) {
    match(value, headerOf(answer, name), `header ${name}`, variables);
  }
}

function requestOf(
  method: string,
  path: string,
  headers: Headers,
  body: string | null,
  variables: Variables,
): Request {
  return new Request(`${fill("{{baseUrl}}/", variables)}${fill(path, variables)}`, { method, headers, body });
}

function filledHeaders(headers: Step["headers"], variables: Variables): Headers {
  return new Headers(Object.entries(headers).map(([name, value]) => [name, fill(value, variables)]));
}

function headerOf(answer: Response, name: string): string | undefined {
  return answer.headers.get(name) ?? undefined;
}

function parsed(text: string): JsonValue | undefined {
  return text === "" ? undefined : JSON.parse(text);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
