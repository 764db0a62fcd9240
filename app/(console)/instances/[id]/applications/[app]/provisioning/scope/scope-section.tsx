import { Callout } from "@/components/ui/callout";
import { Section } from "@/components/ui/section";
import type { Admin } from "@/lib/directory/actor";
import type { Application } from "@/lib/directory/applications/application";
import { describeScope } from "@/lib/directory/applications/scope/choices/find-choices";
import { countInScope } from "@/lib/directory/applications/scope/count/count-scope";
import type { Identity } from "../../identity";
import { insideText } from "./inside-text";
import { ScopePanel } from "./scope-panel";

/** As many organizations, and as many groups, as the page names; the panel shows them all. */
const MOST_NAMED = 5;

interface ScopeSectionProps {
  readonly admin: Admin;
  readonly application: Application;
  readonly identity: Identity;
}

/** Provisioning scope: what is in it, who is inside, and the panel that changes it. */
export async function ScopeSection({ admin, application, identity }: ScopeSectionProps) {
  const { id, name } = application;
  const [scope, inside] = await Promise.all([describeScope(admin, id, MOST_NAMED), countInScope(admin, id)]);
  const names = [
    ...scope.organizations.map((organization) => organization.name),
    ...scope.groups.map((group) => group.displayName),
  ];
  const more = scope.organizationTotal + scope.groupTotal - names.length;
  return (
    <Section
      id="provisioning-scope"
      title="Provisioning scope"
      description={`The organizations, each with all below it, and the groups that ${name} may see and touch. Everything else doesn't exist for it.`}
      actions={<ScopePanel {...identity} />}
    >
      {names.length === 0 ? (
        <Callout tone="warn" title="No scope set">
          {name} sees nothing, and creating an account is refused. Configure the synchronization scope first.
        </Callout>
      ) : (
        <p className="wrap-anywhere">
          <span className="font-medium">{names.join(", ")}</span>
          {more > 0 && ` and ${more.toLocaleString("en")} more`}
          <span className="block text-muted">{insideText(inside, name)}</span>
        </p>
      )}
    </Section>
  );
}
