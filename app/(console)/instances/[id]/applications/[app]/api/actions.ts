"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { seenTag } from "@/lib/directory/applications/seen";
import { NewPermission, setPermission } from "@/lib/directory/applications/set-permission";
import { adminAction } from "@/lib/http/admin-action";

/** The switch alone, or the scenarios alone: neither overwrites the other. */
export const setPermissionAction = adminAction(
  NewPermission.extend({ applicationId: z.string() }),
  async (admin, { applicationId, ...input }) => {
    const { scenarios } = await setPermission(admin, applicationId, input);
    refresh();
    return { seen: seenTag(scenarios) };
  },
);
