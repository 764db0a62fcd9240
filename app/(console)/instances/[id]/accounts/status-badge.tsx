import { Badge } from "@/components/ui/badge";
import type { AccountStatus } from "@/lib/directory/accounts/admin/account-view";

export function StatusBadge({ status }: { readonly status: AccountStatus }) {
  return status === "enabled" ? <Badge tone="good">Enabled</Badge> : <Badge tone="neutral">Disabled</Badge>;
}
