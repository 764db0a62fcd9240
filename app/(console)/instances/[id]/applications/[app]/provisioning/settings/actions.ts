"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { seenTag } from "@/lib/directory/applications/seen";
import {
  comparable,
  NewSyncSettings,
  setSyncSettings,
} from "@/lib/directory/applications/settings/set-settings";
import { adminAction } from "@/lib/http/admin-action";

export const saveSettingsAction = adminAction(
  NewSyncSettings.extend({ applicationId: z.string() }),
  async (admin, { applicationId, ...input }) => {
    const saved = await setSyncSettings(admin, applicationId, input);
    refresh();
    return { seen: seenTag(comparable(saved)) };
  },
);
