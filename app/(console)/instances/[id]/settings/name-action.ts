"use server";

import { refresh } from "next/cache";
import { InstanceRename, renameInstance } from "@/lib/directory/instances/rename-instance";
import { adminAction } from "@/lib/http/admin-action";

export const renameInstanceAction = adminAction(InstanceRename, async (admin, input) => {
  await renameInstance(admin, input);
  refresh();
});
