import type { z } from "zod";
import type { CurrentAdministrator } from "@/lib/auth/session";
import { actionCaller, foreignOrigin } from "./action-caller";
import { type ActionInput, type ActionResult, answered } from "./action-result";

/** A server action of whoever is signed in, about themselves and no instance. */
export function ownAction<Schema extends z.ZodType, Value>(
  schema: Schema,
  work: (self: CurrentAdministrator, input: z.output<Schema>) => Value | Promise<Value>,
) {
  return async (
    _previous: ActionResult<Value> | undefined,
    given: ActionInput<Schema>,
  ): Promise<ActionResult<Value>> => {
    const caller = await actionCaller();
    if ("ok" in caller) return caller;
    return answered(schema, given, (input) => work(caller, input));
  };
}

/** A server action of who is not signed in yet: the sign-in and the set-up. */
export function publicAction<Schema extends z.ZodType, Value>(
  schema: Schema,
  work: (input: z.output<Schema>) => Value | Promise<Value>,
) {
  return async (
    _previous: ActionResult<Value> | undefined,
    given: ActionInput<Schema>,
  ): Promise<ActionResult<Value>> => (await foreignOrigin()) ?? answered(schema, given, work);
}
