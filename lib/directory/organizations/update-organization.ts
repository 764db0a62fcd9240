import { z } from "zod";
import { type Admin, requireRole } from "../actor";
import { change } from "../change/store";
import { notFound } from "../error";
import { checked, descriptionSchema, nameSchema } from "../input";
import { siblingNamed } from "./create-organization";
import type { Organization } from "./organization";
import { findOrganization, lockTree, updateNode } from "./store";

/** What is left out stays as it is. The root may be renamed too. */
export const OrganizationUpdate = z.strictObject({
  name: nameSchema("The name", 64).optional(),
  description: descriptionSchema(256).optional(),
});

/** @throws DirectoryError not_found, or duplicate on the name among its siblings */
export async function updateOrganization(
  admin: Admin,
  id: string,
  input: z.input<typeof OrganizationUpdate>,
): Promise<Organization> {
  requireRole(admin, "administrator");
  const { name, description } = checked(OrganizationUpdate, input);
  return change(
    admin,
    async (tx) => {
      // Two updates at once would each write back what the other has changed.
      await lockTree(tx, "change");
      const before = await findOrganization(tx, id);
      if (!before) throw notFound("organization", id);
      const after = { ...before, name: name ?? before.name, description: description ?? before.description };
      await updateNode(tx, after);
      await tx.audit(
        "organization.update",
        { type: "organization", id, name: after.name },
        { name: before.name, description: before.description },
        { name: after.name, description: after.description },
      );
      return after;
    },
    { taken: () => siblingNamed(name ?? "") },
  );
}
