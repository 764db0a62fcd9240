"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { AddedAdministrator, addAdministrator } from "@/lib/directory/administrators/add-administrator";
import { RoleName } from "@/lib/directory/administrators/create-administrator";
import { removeAdministrator } from "@/lib/directory/administrators/remove-administrator";
import { setRole } from "@/lib/directory/administrators/set-role";
import { NewInstanceSettings, setInstanceSettings } from "@/lib/directory/instances/set-settings";
import { adminAction } from "@/lib/http/admin-action";

const administratorId = z.string();

export const addAdministratorAction = adminAction(AddedAdministrator, async (admin, input) => {
  const added = await addAdministrator(admin, input);
  refresh();
  return added;
});

export const setRoleAction = adminAction(
  z.strictObject({ administratorId, role: RoleName }),
  async (admin, { administratorId: id, role }) => {
    await setRole(admin, id, role);
    refresh();
  },
);

export const removeAdministratorAction = adminAction(
  z.strictObject({ administratorId }),
  async (admin, { administratorId: id }) => {
    await removeAdministrator(admin, id);
    refresh();
  },
);

export const setInstanceSettingsAction = adminAction(NewInstanceSettings, async (admin, input) => {
  await setInstanceSettings(admin, input);
  refresh();
});
