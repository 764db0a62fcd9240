"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { searchTargets } from "@/lib/directory/applications/scope/choices/find-choices";
import { setTarget } from "@/lib/directory/applications/scope/set-target";
import { seenTag } from "@/lib/directory/applications/seen";
import { adminAction } from "@/lib/http/admin-action";

const applicationId = z.string();

export const searchTargetsAction = adminAction(
  z.strictObject({ applicationId, text: z.string() }),
  (admin, { applicationId: id, text }) => searchTargets(admin, id, text),
);

export const setTargetAction = adminAction(
  z.strictObject({ applicationId, organizationId: z.string(), seen: z.string() }),
  async (admin, { applicationId: id, organizationId, seen }) => {
    await setTarget(admin, id, organizationId, seen);
    refresh();
    return { seen: seenTag(organizationId) };
  },
);
