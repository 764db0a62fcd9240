"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { createOrganization, NewOrganization } from "@/lib/directory/organizations/create-organization";
import { deleteOrganization } from "@/lib/directory/organizations/delete-organization";
import { moveOrganization } from "@/lib/directory/organizations/move-organization";
import { OrganizationUpdate, updateOrganization } from "@/lib/directory/organizations/update-organization";
import { adminAction } from "@/lib/http/admin-action";

const organizationId = z.string();

export const createOrganizationAction = adminAction(NewOrganization, async (admin, input) => {
  const created = await createOrganization(admin, input);
  refresh();
  return created;
});

export const updateOrganizationAction = adminAction(
  OrganizationUpdate.extend({ organizationId }),
  async (admin, { organizationId: id, ...input }) => {
    await updateOrganization(admin, id, input);
    refresh();
  },
);

export const moveOrganizationAction = adminAction(
  z.strictObject({ organizationId, parentId: z.string({ error: "Choose where it goes." }) }),
  async (admin, { organizationId: id, parentId }) => {
    await moveOrganization(admin, id, parentId);
    refresh();
  },
);

/** The page goes to the organization above by itself, so that nothing is read anew here. */
export const deleteOrganizationAction = adminAction(
  z.strictObject({ organizationId }),
  async (admin, { organizationId: id }) => deleteOrganization(admin, id),
);
