import { Tabs } from "@/components/ui/tabs";

/** The log's three pages; monitoring stands outside its folder and is one of them all the same. */
export function LogTabs({ instanceId }: { readonly instanceId: string }) {
  const base = `/instances/${instanceId}`;
  return (
    <Tabs
      label="Logs"
      tabs={[
        { href: `${base}/logs`, label: "Request log" },
        { href: `${base}/logs/audit`, label: "Audit log" },
        { href: `${base}/monitoring`, label: "Monitoring" },
      ]}
    />
  );
}
