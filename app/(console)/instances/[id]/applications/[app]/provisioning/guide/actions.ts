"use server";

import { z } from "zod";
import { testEndpoint } from "@/lib/directory/applications/guide/test-endpoint";
import { adminAction } from "@/lib/http/admin-action";
import { scimBaseUrl } from "../base-url";

export const testEndpointAction = adminAction(
  z.strictObject({ applicationId: z.string() }),
  async (admin, { applicationId }) => testEndpoint(admin, applicationId, await scimBaseUrl()),
);
