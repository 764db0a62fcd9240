import { Tabs } from "@/components/ui/tabs";
import { fieldsPath } from "./fields-path";

export function FieldTabs({ instanceId }: { readonly instanceId: string }) {
  return (
    <Tabs
      label="Fields"
      tabs={[
        { href: fieldsPath(instanceId), label: "Basic fields" },
        { href: fieldsPath(instanceId, "/extended"), label: "Extended fields" },
      ]}
    />
  );
}
