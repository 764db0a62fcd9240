import { notFound } from "next/navigation";
import { cache } from "react";
import { requireAdmin } from "@/lib/auth/session";
import type { Admin } from "@/lib/directory/actor";
import type { Application } from "@/lib/directory/applications/application";
import { getApplication } from "@/lib/directory/applications/read-application";
import { DirectoryError } from "@/lib/directory/error";

export interface OpenApplication {
  readonly admin: Admin;
  readonly application: Application;
}

/**
 * The application that a page is about, once a request: the layout and the page ask both, since a layout
 * alone protects nothing. An unknown id, or one of another instance, is the same page not found.
 */
export const openApplication = cache(
  async (instanceId: string, applicationId: string): Promise<OpenApplication> => {
    const admin = await requireAdmin(instanceId);
    try {
      return { admin, application: await getApplication(admin, applicationId) };
    } catch (error) {
      if (error instanceof DirectoryError && error.problem === "not_found") notFound();
      throw error;
    }
  },
);

/** What the pages below an application are given. */
export interface ApplicationPageProps {
  readonly params: Promise<{ id: string; app: string }>;
}
