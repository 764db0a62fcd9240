import type { ReactNode } from "react";
import { CopyField } from "@/components/ui/copy-field";

interface ClientCardsProps {
  readonly baseUrl: string;
  readonly namespace: string;
  /** The keys of the sync target fields. */
  readonly fields: readonly string[];
}

/** What to enter where, in the words of each client's own console (identity-providers.md). */
export function ClientCards({ baseUrl, namespace, fields }: ClientCardsProps) {
  const urnOf = (key: string) => `${namespace}:${key}`;
  return (
    <div className="gap-4 lg:columns-2">
      <Card
        title="Okta"
        note="Provisioning → Integration. Under To App, enable Create Users, Update User Attributes and Deactivate Users."
      >
        <CopyField label="SCIM connector base URL" value={baseUrl} />
        <CopyField label="Unique identifier field for users" value="userName" />
        <Fact term="Supported provisioning actions">Push New Users, Push Profile Updates, Push Groups</Fact>
        <Fact term="Authentication Mode">HTTP Header</Fact>
        <Fact term="Authorization (Bearer)">the bearer token</Fact>
        <CopyField
          label="External namespace"
          value={namespace}
          hint="For each custom attribute, in the Profile Editor."
        />
        <Keys label="External name" fields={fields} />
      </Card>
      <Card title="Microsoft Entra ID" note="Provisioning → Admin Credentials. Then Test Connection.">
        <CopyField label="Tenant URL" value={baseUrl} />
        <Fact term="Secret Token">the bearer token</Fact>
        <Fact term="Attribute mapping of mobile">
          change its target from <Code>{'phoneNumbers[type eq "mobile"].value'}</Code> to{" "}
          <Code>{'phoneNumbers[type eq "work"].value'}</Code>
        </Fact>
        <Keys label="Attribute in Edit attribute list" fields={fields} shown={urnOf} />
      </Card>
      <Card title="Other SCIM 2.0 clients" note="Anything that speaks RFC 7644 over HTTP.">
        <CopyField label="SCIM Base URL" value={baseUrl} />
        <Fact term="Users, groups">
          <Code>/Users</Code>, <Code>/Groups</Code>
        </Fact>
        <Fact term="Header">
          <Code>Authorization: Bearer …</Code>
        </Fact>
        <Fact term="Content-Type">
          <Code>application/scim+json</Code>
        </Fact>
        <Keys label="Custom attribute" fields={fields} shown={urnOf} />
      </Card>
    </div>
  );
}

function Card({
  title,
  note,
  children,
}: {
  readonly title: string;
  readonly note: string;
  readonly children: ReactNode;
}) {
  return (
    <section
      aria-label={title}
      className="mb-4 flex min-w-0 break-inside-avoid flex-col gap-4 rounded-lg border border-line bg-surface p-4"
    >
      <div>
        <h3 className="font-medium">{title}</h3>
        <p className="text-muted">{note}</p>
      </div>
      {children}
    </section>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <p className="wrap-anywhere">
      <span className="block font-medium">{term}</span>
      <span className="text-muted">{children}</span>
    </p>
  );
}

function Code({ children }: { readonly children: ReactNode }) {
  return <code className="font-mono text-code text-text">{children}</code>;
}

interface KeysProps {
  readonly label: string;
  /** The keys of the sync target fields. */
  readonly fields: readonly string[];
  readonly shown?: (key: string) => string;
}

/** One value to copy for each sync target field; nothing where there is none. */
function Keys({ label, fields, shown = (key) => key }: KeysProps) {
  return fields.map((key) => <CopyField key={key} label={`${label} (${key})`} value={shown(key)} />);
}
