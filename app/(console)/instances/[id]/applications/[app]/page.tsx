import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { CopyField } from "@/components/ui/copy-field";
import { DescriptionList } from "@/components/ui/description-list";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { readGuide } from "@/lib/directory/applications/guide/read-guide";
import { countInScope } from "@/lib/directory/applications/scope/count/count-scope";
import { seenTag } from "@/lib/directory/applications/seen";
import { applicationPath } from "../application-path";
import { TYPE_NAMES } from "../application-words";
import { roleReason } from "../role-reason";
import { DeleteApplication } from "./delete-application";
import { NameForm } from "./name-form";
import { type ApplicationPageProps, openApplication } from "./open-application";
import { StatusSwitch } from "./status-switch";

/** General: what the application is called, whether it may call, and its end. */
export default async function Page({ params }: ApplicationPageProps) {
  const { id, app } = await params;
  const { admin, application } = await openApplication(id, app);
  const [inside, guide] = await Promise.all([countInScope(admin, app), readGuide(admin, app)]);
  const reason = roleReason(admin);
  const identity = { instanceId: id, applicationId: app, name: application.name, reason };
  return (
    <div className="flex flex-col gap-8">
      {!guide.finished && (
        <Callout
          tone="info"
          title={`Set-up: ${guide.done} of ${guide.steps.length} steps done`}
          action={
            <ButtonLink href={applicationPath(id, app, "/provisioning/guide")}>
              Open the set-up guide
            </ButtonLink>
          }
        >
          {application.name} can't synchronize until all of them are.
        </Callout>
      )}
      <Section title="Application">
        <div className="flex max-w-form flex-col gap-6">
          <NameForm {...identity} seen={seenTag(application.name)} />
          <CopyField
            label="Client id"
            value={app}
            hint="The same as the application's id. It never changes."
          />
          <DescriptionList
            items={[
              { term: "Type", value: TYPE_NAMES[application.type] },
              { term: "Created", value: <RelativeTime date={application.createdAt} /> },
            ]}
          />
        </div>
      </Section>
      <Section
        title="Status"
        description={
          application.enabled
            ? `${application.name} may call the SCIM API with its tokens, as far as its permissions and scope go.`
            : `Every SCIM call of ${application.name} is refused with 403 application_disabled.`
        }
      >
        <StatusSwitch {...identity} enabled={application.enabled} accounts={inside.accounts} />
      </Section>
      <Section
        title="Delete application"
        description="Its tokens, its scope and the external ids it knows accounts by go with it. The accounts and groups stay."
      >
        <DeleteApplication {...identity} accounts={inside.accounts} />
      </Section>
    </div>
  );
}
