"use client";

import { useState } from "react";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { NameCell } from "@/components/data-table/name-cell";
import { Button } from "@/components/ui/button";
import type { OrganizationNode } from "@/lib/directory/organizations/organization";
import { organizationsPath } from "./organizations-path";

interface OrganizationListProps {
  readonly instanceId: string;
  readonly organizations: readonly OrganizationNode[];
}

const SHOWN_AT_FIRST = 8;

const COLUMNS: readonly Column<OrganizationNode>[] = [
  {
    id: "name",
    header: "Organization",
    cell: ({ name, description }) => <NameCell name={name} note={description} />,
  },
  {
    id: "children",
    header: "Directly below",
    align: "end",
    cell: ({ children }) => children.toLocaleString("en"),
  },
];

/** The organizations directly below one. The tree has them all; this shows what they are for. */
export function OrganizationList({ instanceId, organizations }: OrganizationListProps) {
  const [all, setAll] = useState(false);
  const shown = all ? organizations : organizations.slice(0, SHOWN_AT_FIRST);
  return (
    <div className="flex flex-col items-start gap-2">
      <div className="w-full">
        <DataTable
          caption="Organizations directly below"
          columns={COLUMNS}
          rows={shown}
          rowId={({ id }) => id}
          rowName={({ name }) => name}
          rowHref={({ id }) => organizationsPath(instanceId, id)}
          empty={null}
        />
      </div>
      {shown.length < organizations.length && (
        <Button size="small" onClick={() => setAll(true)}>
          Show all {organizations.length.toLocaleString("en")}
        </Button>
      )}
    </div>
  );
}
