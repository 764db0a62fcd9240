import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import type { DescriptionItem } from "@/components/ui/description-list";
import type { AccountDetail } from "@/lib/directory/accounts/admin/detail/get-account";
import type { ExtendedField, FieldValue } from "@/lib/directory/extended-fields/extended-field";
import { StatusBadge } from "../status-badge";
import { OriginLine } from "./origin-line";

/** What every account has, each with who wrote it. */
export function basicValues(instanceId: string, { account, origins }: AccountDetail): DescriptionItem[] {
  const item = (term: string, key: string, value: ReactNode): DescriptionItem => ({
    term,
    value: (
      <WithOrigin
        instanceId={instanceId}
        value={value}
        origin={value === undefined ? undefined : origins[key]}
      />
    ),
  });
  return [
    item("Username", "username", account.username),
    item("Display name", "displayName", account.displayName),
    item("Email", "email", account.email),
    item("Phone", "phoneNumber", account.phoneNumber && `+${account.phoneRegion} ${account.phoneNumber}`),
    item("Status", "enabled", <StatusBadge status={account.status} />),
    item("Password", "password", account.hasPassword ? "Set; only a hash is kept" : undefined),
  ];
}

/** What this instance adds, whether the account holds a value or not. */
export function extendedValues(
  instanceId: string,
  { account, origins, fields }: AccountDetail,
): DescriptionItem[] {
  return fields.map((field) => {
    const value = shown(field, account.extended[field.key], account.encryptedFields.includes(field.key));
    const origin = value === undefined ? undefined : origins[`field ${field.key}`];
    return { term: field.name, value: <WithOrigin instanceId={instanceId} value={value} origin={origin} /> };
  });
}

function shown({ encrypted }: ExtendedField, value: FieldValue | undefined, held: boolean): ReactNode {
  if (encrypted) return held ? <Badge tone="neutral">Encrypted</Badge> : undefined;
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "object") return value.length > 0 ? value.join(", ") : undefined;
  return value;
}

interface WithOriginProps {
  readonly instanceId: string;
  readonly value: ReactNode;
  readonly origin: AccountDetail["origins"][string] | undefined;
}

function WithOrigin({ instanceId, value, origin }: WithOriginProps) {
  if (value === undefined) return <span className="text-muted">Not set</span>;
  return (
    <span className="flex flex-col">
      <span>{value}</span>
      {origin && <OriginLine instanceId={instanceId} origin={origin} />}
    </span>
  );
}
