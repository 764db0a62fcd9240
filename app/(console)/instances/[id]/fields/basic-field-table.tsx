"use client";

import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { NameCell } from "@/components/data-table/name-cell";
import type { InstanceSettings } from "@/lib/directory/instances/instance";

interface BasicField {
  readonly name: string;
  readonly scim: string;
  readonly rule: string;
  readonly unique: boolean;
}

interface BasicFieldTableProps {
  readonly settings: Pick<InstanceSettings, "uniqueEmail" | "uniquePhone">;
}

const COLUMNS: readonly Column<BasicField>[] = [
  { id: "name", header: "Field", cell: ({ name }) => <NameCell name={name} /> },
  { id: "rule", header: "Rule", cell: ({ rule }) => rule },
  { id: "unique", header: "Unique", cell: ({ unique }) => (unique ? "Yes" : "No") },
  {
    id: "scim",
    header: "SCIM attribute",
    lesser: true,
    cell: ({ scim }) => <span className="font-mono text-code">{scim}</span>,
  },
];

/** The rules of the basic fields, and what each is called in SCIM. */
export function BasicFieldTable({ settings: { uniqueEmail, uniquePhone } }: BasicFieldTableProps) {
  const rows: readonly BasicField[] = [
    {
      name: "Username",
      scim: "userName",
      rule: "Required. 1 to 256 characters, no space at either end.",
      unique: true,
    },
    { name: "Display name", scim: "displayName", rule: "Up to 256 characters.", unique: false },
    {
      name: "Email",
      scim: 'emails[type eq "work"]',
      rule: "One, up to 128 characters.",
      unique: uniqueEmail,
    },
    {
      name: "Phone number",
      scim: 'phoneNumbers[type eq "work"]',
      rule: "6 to 15 digits, with the area code.",
      unique: uniquePhone,
    },
    {
      name: "Area code",
      scim: "phoneRegion",
      rule: "The country calling code, 1 to 6 digits.",
      unique: false,
    },
    { name: "Status", scim: "active", rule: "Enabled or disabled.", unique: false },
    { name: "Password", scim: "password", rule: "Meets the password policy. Never read.", unique: false },
    { name: "Organization", scim: "organizationId", rule: "Exactly one.", unique: false },
    { name: "External id", scim: "externalId", rule: "One for each application.", unique: true },
  ];
  return (
    <DataTable caption="Basic fields" columns={COLUMNS} rows={rows} rowId={({ name }) => name} empty={null} />
  );
}
