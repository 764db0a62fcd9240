import { type Admin, requireRole } from "../actor";
import { change } from "../change/store";
import { notFound, refused } from "../error";
import { siblingNamed } from "./create-organization";
import { applicationsWithoutTarget, findOrganization, liesWithin, lockTree, moveNode } from "./store";

/**
 * Moves an organization with all below it. Two moves at a time stand in line, so that
 * together they cannot make a cycle.
 *
 * @throws DirectoryError refused for the root, below itself, and when a target
 * organization would leave its application's provisioning scope
 */
export async function moveOrganization(admin: Admin, id: string, parentId: string): Promise<void> {
  requireRole(admin, "administrator");
  let name = "";
  await change(
    admin,
    async (tx) => {
      await lockTree(tx, "change");
      const organization = await findOrganization(tx, id);
      if (!organization) throw notFound("organization", id);
      name = organization.name;
      if (organization.parentId === undefined) throw refused("The root organization cannot be moved.");
      const parent = await findOrganization(tx, parentId);
      if (!parent) throw notFound("organization", parentId);
      if (await liesWithin(tx, parentId, id)) {
        throw refused(
          `The organization "${name}" cannot be moved under itself: "${parent.name}" is it or lies below it. Choose a place outside it.`,
          "parentId",
        );
      }
      await moveNode(tx, id, parentId);
      const [stranded] = await applicationsWithoutTarget(tx);
      if (stranded !== undefined) {
        throw refused(
          `The move would take the target organization of the application "${stranded}" out of its provisioning scope. Change its scope or target first.`,
          "parentId",
        );
      }
      await tx.audit(
        "organization.move",
        { type: "organization", id, name },
        { parentId: organization.parentId },
        { parentId },
      );
    },
    { taken: () => siblingNamed(name) },
  );
}
