import { z } from "zod";
import { type Admin, requireRole } from "../actor";
import { seenTag } from "../applications/seen";
import { change } from "../change/store";
import { notFound } from "../error";
import { checked, descriptionSchema, nameSchema } from "../input";
import { changedSince } from "../logs/audit/changed-since/store";
import { siblingNamed } from "./create-organization";
import type { Organization } from "./organization";
import { findOrganization, lockTree, updateNode } from "./store";

/** What is left out stays as it is. The root may be renamed too. `seen`: the state that the edit started from. */
export const OrganizationUpdate = z.strictObject({
  seen: z.string().optional(),
  name: nameSchema("The name", 64).optional(),
  description: descriptionSchema(256).optional(),
});

/** @throws DirectoryError not_found, duplicate on the name among its siblings, or conflict */
export async function updateOrganization(
  admin: Admin,
  id: string,
  input: z.input<typeof OrganizationUpdate>,
): Promise<Organization> {
  requireRole(admin, "administrator");
  const { seen, name, description } = checked(OrganizationUpdate, input);
  return change(
    admin,
    async (tx) => {
      // Two updates at once would each write back what the other has changed.
      await lockTree(tx, "change");
      const before = await findOrganization(tx, id);
      if (!before) throw notFound("organization", id);
      if (seen !== undefined && seen !== seenTag({ name: before.name, description: before.description })) {
        throw await changedSince(tx, `organization "${before.name}"`, id);
      }
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
