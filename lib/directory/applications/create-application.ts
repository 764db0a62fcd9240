import { z } from "zod";
import { type Admin, requireRole } from "../actor";
import { change } from "../change/store";
import { type DirectoryError, duplicate, notFound } from "../error";
import { newId } from "../id";
import { checked, nameSchema } from "../input";
import { insertApplication } from "./store";

export const NewApplication = z.strictObject({
  name: nameSchema("The name", 64),
  type: z.enum(["custom", "standard"], { error: "The type must be custom or standard." }),
});

/**
 * A new application sees nothing and may do nothing: no scope, no token, API off.
 *
 * @throws DirectoryError duplicate on the name
 */
export async function createApplication(
  admin: Admin,
  input: z.input<typeof NewApplication>,
): Promise<{ id: string }> {
  requireRole(admin, "administrator");
  const { name, type } = checked(NewApplication, input);
  const id = newId("application");
  await change(
    admin,
    async (tx) => {
      await insertApplication(tx, { id, name, type });
      await tx.audit("application.create", { type: "application", id, name }, null, { name, type });
    },
    { taken: () => applicationNamed(name), held: () => notFound("instance", admin.instanceId) },
  );
  return { id };
}

export function applicationNamed(name: string): DirectoryError {
  return duplicate(
    "name",
    `An application named ${JSON.stringify(name)} exists already. Choose another name.`,
  );
}
