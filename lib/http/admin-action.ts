import type { z } from "zod";
import type { Admin } from "@/lib/directory/actor";
import { enterInstance } from "@/lib/directory/administrators/session/session";
import { actionCaller } from "./action-caller";
import { type ActionInput, type ActionResult, answered, refusalOf } from "./action-result";

/**
 * A server action of an instance. Session and origin are checked here, the role in the use
 * case; an instance in which the caller has no role is answered like one that is unknown.
 *
 * Forms bind the instance: `useActionState(createToken.bind(null, instanceId), undefined)`.
 */
export function adminAction<Schema extends z.ZodType, Value>(
  schema: Schema,
  work: (admin: Admin, input: z.output<Schema>) => Value | Promise<Value>,
) {
  return async (
    instanceId: string,
    _previous: ActionResult<Value> | undefined,
    given: ActionInput<Schema>,
  ): Promise<ActionResult<Value>> => {
    const caller = await actionCaller();
    if ("ok" in caller) return caller;
    let admin: Admin;
    try {
      admin = await enterInstance(caller, String(instanceId));
    } catch (error) {
      return refusalOf(error);
    }
    return answered(schema, given, (input) => work(admin, input));
  };
}
