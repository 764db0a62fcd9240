"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { deleteApplication } from "@/lib/directory/applications/delete-application";
import { seenTag } from "@/lib/directory/applications/seen";
import {
  ApplicationRename,
  disableApplication,
  enableApplication,
  renameApplication,
} from "@/lib/directory/applications/update-application";
import { adminAction } from "@/lib/http/admin-action";

const applicationId = z.string();

export const renameApplicationAction = adminAction(
  ApplicationRename.extend({ applicationId }),
  async (admin, { applicationId: id, ...input }) => {
    await renameApplication(admin, id, input);
    refresh();
    return { seen: seenTag(input.name) };
  },
);

export const switchApplicationAction = adminAction(
  z.strictObject({ applicationId, enabled: z.boolean() }),
  async (admin, { applicationId: id, enabled }) => {
    await (enabled ? enableApplication(admin, id) : disableApplication(admin, id));
    refresh();
  },
);

export const deleteApplicationAction = adminAction(
  z.strictObject({ applicationId, typedName: z.string() }),
  async (admin, { applicationId: id, typedName }) => deleteApplication(admin, id, typedName),
);
