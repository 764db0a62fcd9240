import { Callout } from "@/components/ui/callout";
import { Section } from "@/components/ui/section";
import { SCENARIO_NAMES, SCENARIOS } from "@/lib/directory/applications/application";
import { countInScope } from "@/lib/directory/applications/scope/count/count-scope";
import { seenTag } from "@/lib/directory/applications/seen";
import { roleReason } from "../../role-reason";
import { type ApplicationPageProps, openApplication } from "../open-application";
import { EnableSwitch } from "./enable-switch";
import { PermissionForm } from "./permission-form";

/** IDaaS API: the switch, and the scenarios under it. */
export default async function Page({ params }: ApplicationPageProps) {
  const { id, app } = await params;
  const { admin, application } = await openApplication(id, app);
  const { accounts } = await countInScope(admin, app);
  const { enabled, scenarios } = application.permission;
  const identity = { instanceId: id, applicationId: app, name: application.name, reason: roleReason(admin) };
  return (
    <div className="flex flex-col gap-8">
      <Section
        title="IDaaS API"
        description={`Decides whether ${application.name} may call the SCIM API at all. Off, each of its calls is refused with 403 application_api_disabled.`}
      >
        <EnableSwitch
          {...identity}
          enabled={enabled}
          accounts={accounts}
          scenarios={scenarios.map((scenario) => SCENARIO_NAMES[scenario])}
        />
      </Section>
      <Section
        title="SCIM API permissions"
        description="A call that needs a scenario that isn't ticked is refused with 403 permission_denied, naming the scenario."
      >
        {!enabled && (
          <Callout tone="info">
            IDaaS API is off, so these permissions have no effect yet. You can set them now or after you
            enable it.
          </Callout>
        )}
        <PermissionForm {...identity} seen={seenTag(scenarios)} all={SCENARIOS} ticked={scenarios} />
      </Section>
    </div>
  );
}
