import { z } from "zod";
import { type Admin, requireRole } from "../actor";
import { change } from "../change/store";
import { duplicate, invalidValue, notFound } from "../error";
import { checked } from "../input";
import { createInstanceAdministrator, RoleName } from "./create-administrator";
import { findByEmail, lockAdministrators, putRole } from "./store";

export const AddedAdministrator = z.strictObject({
  email: z.string().trim().min(1, { error: "Enter an email." }),
  role: RoleName,
  /** The first password of somebody new; "" for who signs in to another instance already. */
  password: z.string().default(""),
});

/**
 * Gives somebody a role in the instance: a new administrator when there is a password, one
 * who signs in to this deployment already when there is none.
 *
 * @throws DirectoryError duplicate on email; invalid_value on email or password
 */
export async function addAdministrator(
  admin: Admin,
  input: z.input<typeof AddedAdministrator>,
): Promise<{ id: string }> {
  requireRole(admin, "owner");
  const { email, role, password } = checked(AddedAdministrator, input);
  if (password !== "") return createInstanceAdministrator(admin, { email, role, password });
  return change(
    admin,
    async (tx) => {
      // The owner who adds is among them, so that of two who add the same person one waits here.
      const administrators = await lockAdministrators(tx);
      const known = await findByEmail(tx, email);
      if (!known) {
        throw invalidValue(
          "email",
          `Nobody signs in with the email ${JSON.stringify(email)} yet. Enter a first password to make a new administrator.`,
        );
      }
      if (administrators.some(({ id }) => id === known.id)) {
        throw duplicate("email", `${known.email} has a role in this instance. Change it in the list.`);
      }
      await putRole(tx, known.id, role);
      const target = { type: "administrator", id: known.id, name: known.email } as const;
      await tx.audit("administrator.role", target, { role: null }, { role });
      return { id: known.id };
    },
    { held: () => notFound("instance", admin.instanceId) },
  );
}
