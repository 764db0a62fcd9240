import { Tabs } from "../ui/tabs";

interface ApplicationTabsProps {
  readonly instanceId: string;
  readonly applicationId: string;
}

/** The four pages of an application. */
export function ApplicationTabs({ instanceId, applicationId }: ApplicationTabsProps) {
  const base = `/instances/${instanceId}/applications/${applicationId}`;
  return (
    <Tabs
      label="Application"
      tabs={[
        { href: base, label: "General" },
        { href: `${base}/provisioning`, label: "Provisioning" },
        { href: `${base}/api`, label: "IDaaS API" },
        { href: `${base}/logs`, label: "Logs" },
      ]}
    />
  );
}
