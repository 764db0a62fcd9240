import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { DirectoryError, type Problem } from "@/lib/directory/error";
import { newId } from "@/lib/directory/id";
import { logger } from "@/lib/log";

/** What a server action answers. `value` is there where the action gives one. */
export type ActionResult<Value = unknown> = { readonly ok: true; readonly value?: Value } | ActionRefusal;

export interface ActionRefusal {
  readonly ok: false;
  /** For the person: what failed, and what to do. */
  readonly message: string;
  /** The input that it is about, by its name in the form. */
  readonly field?: string;
  readonly problem: Problem | "signed_out" | "foreign_origin" | "failed";
  /** What was typed, without secrets, to fill the form again. */
  readonly values?: Readonly<Record<string, string>>;
}

/** A form, or what a component calls the action with. */
export type ActionInput<Schema extends z.ZodType> = FormData | z.input<Schema>;

/** Checks the input and does the work; what the directory refuses becomes an answer. */
export async function answered<Schema extends z.ZodType, Value>(
  schema: Schema,
  given: ActionInput<Schema>,
  work: (input: z.output<Schema>) => Value | Promise<Value>,
): Promise<ActionResult<Value>> {
  const input = given instanceof FormData ? formInput(given) : given;
  const result = schema.safeParse(input);
  if (!result.success) return withValues(issueRefusal(result.error), given);
  try {
    const value = await work(result.data);
    return value === undefined ? { ok: true } : { ok: true, value };
  } catch (error) {
    // redirect() and notFound() are Next's to answer.
    unstable_rethrow(error);
    return withValues(refusalOf(error), given);
  }
}

/** Turns what was thrown into an answer. Anything but the directory's refusals is a bug: logged, never shown. */
export function refusalOf(error: unknown): ActionRefusal {
  if (error instanceof DirectoryError) {
    const { problem, message, field } = error;
    return { ok: false, problem, message, ...(field !== undefined && { field }) };
  }
  const id = newId("request");
  logger().error({ err: error, id }, "An action failed.");
  return {
    ok: false,
    problem: "failed",
    message: `That failed on the server, and nothing was changed. Try again; if it fails again, give the server's administrator the number ${id}.`,
  };
}

function issueRefusal(error: z.ZodError): ActionRefusal {
  const [issue] = error.issues;
  const field = issue?.path.join(".");
  const message = issue?.message ?? "The input is not valid.";
  return { ok: false, problem: "invalid_value", message, ...(field && { field }) };
}

/**
 * Text by name. A name that is sent several times, or ends in [], is a list (without the []).
 * Names that begin with $ACTION_ are React's.
 */
function formInput(form: FormData): Record<string, FormDataEntryValue | FormDataEntryValue[]> {
  const input: Record<string, FormDataEntryValue | FormDataEntryValue[]> = Object.create(null);
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION_")) continue;
    const all = form.getAll(name);
    const [first] = all;
    const list = name.endsWith("[]");
    if (list || all.length > 1) input[list ? name.slice(0, -2) : name] = all;
    else if (first !== undefined) input[name] = first;
  }
  return { ...input };
}

const SECRET_NAME = /password|secret|token|code|sealed/i;

function withValues(refusal: ActionRefusal, given: unknown): ActionRefusal {
  if (!(given instanceof FormData)) return refusal;
  const values: Record<string, string> = {};
  for (const [name, value] of given) {
    if (typeof value === "string" && !name.startsWith("$ACTION_") && !SECRET_NAME.test(name)) {
      values[name] = value;
    }
  }
  return { ...refusal, values };
}
