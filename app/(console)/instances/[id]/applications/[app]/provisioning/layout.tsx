import type { ReactNode } from "react";
import { Tabs } from "@/components/ui/tabs";
import { applicationPath } from "../../application-path";
import { roleReason } from "../../role-reason";
import { type ApplicationPageProps, openApplication } from "../open-application";
import { ScopeSection } from "./scope/scope-section";

/** Provisioning: how far the application sees, and under it how it is connected. */
export default async function Layout({
  params,
  children,
}: ApplicationPageProps & { readonly children: ReactNode }) {
  const { id, app } = await params;
  const { admin, application } = await openApplication(id, app);
  const identity = { instanceId: id, applicationId: app, name: application.name, reason: roleReason(admin) };
  return (
    <div className="flex flex-col gap-8">
      <ScopeSection admin={admin} application={application} identity={identity} />
      <div className="flex flex-col gap-6">
        <Tabs
          label="Provisioning"
          tabs={[
            { href: applicationPath(id, app, "/provisioning"), label: "Synchronize application to IDaaS" },
            { href: applicationPath(id, app, "/provisioning/guide"), label: "Set-up guide" },
          ]}
        />
        {children}
      </div>
    </div>
  );
}
