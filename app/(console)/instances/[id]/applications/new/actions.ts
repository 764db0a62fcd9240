"use server";

import { createApplication, NewApplication } from "@/lib/directory/applications/create-application";
import { adminAction } from "@/lib/http/admin-action";

export const createApplicationAction = adminAction(NewApplication, createApplication);
