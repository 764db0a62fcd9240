import { type Admin, requireRole } from "../actor";
import { change } from "../change/store";
import { type DirectoryError, notFound, refused } from "../error";
import { countHeld, deleteNode, findOrganization, lockTree } from "./store";

/** @throws DirectoryError refused for the root, and while it holds anything or is a target */
export async function deleteOrganization(admin: Admin, id: string): Promise<void> {
  requireRole(admin, "administrator");
  let name = "";
  await change(
    admin,
    async (tx) => {
      await lockTree(tx, "change");
      const organization = await findOrganization(tx, id);
      if (!organization) throw notFound("organization", id);
      name = organization.name;
      if (organization.parentId === undefined) throw refused("The root organization cannot be deleted.");
      const held = await countHeld(tx, id);
      if (held.accounts + held.organizations > 0) throw stillHolds(name, held);
      const [application] = held.targetOf;
      if (application !== undefined) {
        throw refused(
          `The organization "${name}" is the target organization of the application "${application}". Give the application another target first.`,
        );
      }
      await deleteNode(tx, id);
      const { description, parentId } = organization;
      const target = { type: "organization", id, name } as const;
      await tx.audit("organization.delete", target, { name, description, parentId }, null);
    },
    // Something was put into it between the count and the delete.
    { held: () => refused(`The organization "${name}" is in use. Look at what it holds, and try again.`) },
  );
}

function stillHolds(name: string, held: { accounts: number; organizations: number }): DirectoryError {
  const accounts = `${held.accounts} account${held.accounts === 1 ? "" : "s"}`;
  const organizations = `${held.organizations} organization${held.organizations === 1 ? "" : "s"}`;
  return refused(
    `The organization "${name}" still holds ${accounts} and ${organizations}. Move or delete them first.`,
  );
}
