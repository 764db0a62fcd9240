import { Badge } from "@/components/ui/badge";

export function EnabledBadge({ enabled }: { readonly enabled: boolean }) {
  return enabled ? <Badge tone="good">Enabled</Badge> : <Badge tone="neutral">Disabled</Badge>;
}
