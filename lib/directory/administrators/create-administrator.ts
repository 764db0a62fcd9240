import { z } from "zod";
import { checkedEmail } from "../accounts/email";
import { hashPassword } from "../accounts/password-hash";
import { checkPassword } from "../accounts/password-policy";
import { type Actor, type Admin, requireRole } from "../actor";
import { change } from "../change/store";
import { DirectoryError, duplicate, notFound } from "../error";
import { newId } from "../id";
import { checked } from "../input";
import { type AdministratorWrite, insertAdministrator, insertLoneAdministrator, putRole } from "./store";

export const NewAdministrator = z.strictObject({ email: z.string(), password: z.string() });

export const RoleName = z.enum(["owner", "administrator", "auditor"], {
  error: "The role must be owner, administrator or auditor.",
});

export const NewInstanceAdministrator = NewAdministrator.extend({ role: RoleName });

/**
 * An administrator who has no role in any instance yet; only the command line makes such.
 *
 * @throws DirectoryError invalid_value, or duplicate on the email whatever its case
 */
export async function createAdministrator(
  actor: Actor,
  input: z.input<typeof NewAdministrator>,
): Promise<{ id: string }> {
  if (actor.kind !== "command_line") {
    throw new DirectoryError(
      "forbidden",
      "Only the command line makes an administrator without an instance.",
    );
  }
  const administrator = await preparedAdministrator(checked(NewAdministrator, input));
  await insertLoneAdministrator(administrator, () => emailTaken(administrator.email));
  return { id: administrator.id };
}

/** An administrator with a role in the instance of `admin`, who must be an owner of it. */
export async function createInstanceAdministrator(
  admin: Admin,
  input: z.input<typeof NewInstanceAdministrator>,
): Promise<{ id: string }> {
  requireRole(admin, "owner");
  const { role, ...wanted } = checked(NewInstanceAdministrator, input);
  const administrator = await preparedAdministrator(wanted);
  const { id, email } = administrator;
  await change(
    admin,
    async (tx) => {
      await insertAdministrator(tx, administrator);
      await putRole(tx, id, role);
      await tx.audit("administrator.create", { type: "administrator", id, name: email }, null, {
        email,
        role,
      });
    },
    { taken: () => emailTaken(email), held: () => notFound("instance", admin.instanceId) },
  );
  return { id };
}

/** Administrators stand above the instances, so that the recommended policy binds them all. */
export async function preparedAdministrator({
  email,
  password,
}: z.output<typeof NewAdministrator>): Promise<AdministratorWrite> {
  const owner = { username: email, displayName: undefined, phoneNumber: undefined, email };
  checkAdministratorEmail(email);
  checkPassword(password, "recommended", owner);
  return { id: newId("administrator"), email, passwordHash: await hashPassword(password) };
}

/** The rules are those of an account's email; the field is called otherwise. */
function checkAdministratorEmail(email: string): void {
  try {
    checkedEmail(email);
  } catch (error) {
    if (!(error instanceof DirectoryError)) throw error;
    throw new DirectoryError(error.problem, error.message.replace(/^emails value/, "The email"), "email");
  }
}

export function emailTaken(email: string): DirectoryError {
  return duplicate(
    "email",
    `An administrator with the email ${JSON.stringify(email)} exists already. Without a password they can be given a role here.`,
  );
}
