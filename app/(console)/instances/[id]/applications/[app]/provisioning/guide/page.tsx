import { Section } from "@/components/ui/section";
import { readGuide } from "@/lib/directory/applications/guide/read-guide";
import { roleReason } from "../../../role-reason";
import { type ApplicationPageProps, openApplication } from "../../open-application";
import { scimBaseUrl } from "../base-url";
import { Checklist } from "./checklist";
import { ClientCards } from "./client-cards";
import { TestEndpoint } from "./test-endpoint";

/** Set-up guide: what is done, what to enter in the client, and a try without one. */
export default async function Page({ params }: ApplicationPageProps) {
  const { id, app } = await params;
  const { admin, application } = await openApplication(id, app);
  const [guide, baseUrl] = await Promise.all([readGuide(admin, app), scimBaseUrl()]);
  const { name, settings } = application;
  return (
    <div className="flex flex-col gap-8">
      <Section
        title="Checklist"
        description={
          guide.finished
            ? `${name} is set up: every step is done.`
            : `${guide.done} of ${guide.steps.length} steps are done.`
        }
      >
        <Checklist instanceId={id} applicationId={app} steps={guide.steps} />
      </Section>
      <Section
        title="Values for the client"
        description="Each under the name that it has in the client's own console. The bearer token is shown once, when you add it."
      >
        <ClientCards baseUrl={baseUrl} namespace={settings.namespace} fields={settings.fields} />
      </Section>
      <Section
        title="Test this endpoint"
        description={`Plays a client against ${name} with its real settings: creates, finds, changes and deletes an account and a group. Everything is rolled back, so nothing stays in the directory or the logs.`}
      >
        <TestEndpoint instanceId={id} applicationId={app} reason={roleReason(admin)} />
      </Section>
    </div>
  );
}
