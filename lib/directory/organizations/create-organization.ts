import { z } from "zod";
import { type Admin, requireRole } from "../actor";
import { change } from "../change/store";
import { type DirectoryError, duplicate, notFound } from "../error";
import { newId } from "../id";
import { checked, descriptionSchema, nameSchema } from "../input";
import { findOrganization, insertNode, lockTree } from "./store";

/** Without a parent it goes below the root. */
export const NewOrganization = z.strictObject({
  name: nameSchema("The name", 64),
  description: descriptionSchema(256).default(""),
  parentId: z.string().optional(),
});

/** @throws DirectoryError not_found on the parent, duplicate on the name among its siblings */
export async function createOrganization(
  admin: Admin,
  input: z.input<typeof NewOrganization>,
): Promise<{ id: string }> {
  requireRole(admin, "administrator");
  const { name, description, parentId } = checked(NewOrganization, input);
  const id = newId("organization");
  await change(
    admin,
    async (tx) => {
      const rootId = await lockTree(tx, "read");
      if (rootId === undefined) throw notFound("instance", admin.instanceId);
      const parent = await findOrganization(tx, parentId ?? rootId);
      if (!parent) throw notFound("organization", parentId ?? rootId);
      await insertNode(tx, { id, parentId: parent.id, name, description });
      const after = { name, description, parentId: parent.id };
      await tx.audit("organization.create", { type: "organization", id, name }, null, after);
    },
    { taken: () => siblingNamed(name) },
  );
  return { id };
}

export function siblingNamed(name: string): DirectoryError {
  return duplicate(
    "name",
    `An organization named ${JSON.stringify(name)} stands there already. Choose another name, or another place.`,
  );
}
