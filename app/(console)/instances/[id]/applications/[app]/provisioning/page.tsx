import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { CopyField } from "@/components/ui/copy-field";
import { Section } from "@/components/ui/section";
import { SCENARIO_NAMES } from "@/lib/directory/applications/application";
import { describeOrganization } from "@/lib/directory/applications/scope/choices/find-choices";
import { seenTag } from "@/lib/directory/applications/seen";
import { comparable } from "@/lib/directory/applications/settings/set-settings";
import { listFields } from "@/lib/directory/extended-fields/list-fields";
import { readTokenUsage } from "@/lib/directory/tokens/usage/read-token-usage";
import { applicationPath } from "../../application-path";
import { roleReason } from "../../role-reason";
import { type ApplicationPageProps, openApplication } from "../open-application";
import { scimBaseUrl } from "./base-url";
import { SettingsForm } from "./settings/settings-form";
import { TargetField } from "./target/target-field";
import { TokenSection } from "./tokens/token-section";

const NO_SCOPE = "Put an organization into the provisioning scope first: the target is one of those in it.";

/** Synchronize application to IDaaS: where accounts go, the token, the URL, the permission, the settings. */
export default async function Page({ params }: ApplicationPageProps) {
  const { id, app } = await params;
  const { admin, application } = await openApplication(id, app);
  const { name, scope, targetOrganizationId, permission, settings } = application;
  const now = new Date();
  const [usage, fields, target, baseUrl] = await Promise.all([
    readTokenUsage(admin, app, now),
    listFields(admin),
    targetOrganizationId === undefined ? undefined : describeOrganization(admin, targetOrganizationId),
    scimBaseUrl(),
  ]);
  const identity = { instanceId: id, applicationId: app, name, reason: roleReason(admin) };
  const hasScope = scope.organizations.length > 0;
  return (
    <div className="flex flex-col gap-8">
      <Section
        id="synchronization-scope"
        title="Synchronization scope"
        description={`The organization that gets the accounts which ${name} creates without naming one. An update never moves an account.`}
      >
        <div className="max-w-form">
          <TargetField
            key={hasScope ? "choice" : "none"}
            instanceId={id}
            applicationId={app}
            target={target}
            seen={seenTag(targetOrganizationId ?? null)}
            disabledReason={identity.reason ?? (hasScope ? undefined : NO_SCOPE)}
          />
        </div>
      </Section>
      <TokenSection identity={identity} usage={usage} now={now} />
      <Section
        title="SCIM Base URL"
        description="One for all applications: the bearer token decides which application calls, and what it may touch."
      >
        <div className="max-w-form">
          <CopyField label="SCIM Base URL" value={baseUrl} />
        </div>
      </Section>
      <Section
        title="SCIM operation permission"
        description={`What ${name} may do through the SCIM API. It is set under IDaaS API.`}
        actions={<ButtonLink href={applicationPath(id, app, "/api")}>Authorize</ButtonLink>}
      >
        <p className="flex flex-wrap items-center gap-2">
          {permission.enabled ? (
            <Badge tone="good">IDaaS API on</Badge>
          ) : (
            <Badge tone="neutral">IDaaS API off</Badge>
          )}
          {permission.scenarios.length === 0
            ? "No scenario is ticked."
            : permission.scenarios.map((scenario) => SCENARIO_NAMES[scenario]).join(", ")}
        </p>
      </Section>
      <SettingsForm
        {...identity}
        seen={seenTag(comparable(settings))}
        settings={settings}
        fields={fields.map(({ key, name: label, type }) => ({ key, name: label, type }))}
      />
    </div>
  );
}
