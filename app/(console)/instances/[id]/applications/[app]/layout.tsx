import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ApplicationTabs } from "@/components/console/application-tabs";
import { Breadcrumbs } from "@/components/console/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { readTokenUsage } from "@/lib/directory/tokens/usage/read-token-usage";
import { applicationPath } from "../application-path";
import { TYPE_NAMES } from "../application-words";
import { EnabledBadge } from "../enabled-badge";
import { type ApplicationPageProps, openApplication } from "./open-application";
import { TokenWarnings } from "./token-warnings";

export async function generateMetadata({ params }: ApplicationPageProps): Promise<Metadata> {
  const { id, app } = await params;
  const { application } = await openApplication(id, app);
  return { title: application.name };
}

/** The head of an application's pages: its name, its tabs, and what runs out soon. */
export default async function Layout({
  params,
  children,
}: ApplicationPageProps & { readonly children: ReactNode }) {
  const { id, app } = await params;
  const { admin, application } = await openApplication(id, app);
  const usage = await readTokenUsage(admin, app);
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-1">
        <Breadcrumbs crumbs={[{ label: "Applications", href: `/instances/${id}/applications` }]} />
        <PageHeader
          title={application.name}
          meta={
            <>
              <EnabledBadge enabled={application.enabled} />
              {TYPE_NAMES[application.type]}
            </>
          }
        />
      </div>
      <TokenWarnings
        application={application}
        usage={usage}
        tokensHref={applicationPath(id, app, "/provisioning#bearer-token")}
        now={new Date()}
      />
      <ApplicationTabs instanceId={id} applicationId={app} />
      {children}
    </div>
  );
}
