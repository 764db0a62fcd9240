import type { Filter } from "@/components/ui/filter-chips";
import type { Admin } from "@/lib/directory/actor";
import { listApplications } from "@/lib/directory/applications/read-application";
import { getGroupView } from "@/lib/directory/groups/admin/read-groups";
import { getOrganization } from "@/lib/directory/organizations/pages/read-organization";
import { SOURCE_NAMES } from "./account-words";
import { type ListParams, textParam } from "./list-params";
import { orNotFound } from "./or-not-found";

/**
 * What the list of accounts can be narrowed by. An organization and a group are offered once they are set,
 * which their own pages do: there may be too many of them for a menu.
 */
export async function accountFilters(admin: Admin, state: ListParams): Promise<Filter[]> {
  const organization = textParam(state, "organization");
  const group = textParam(state, "group");
  const [applications, place, set] = await Promise.all([
    listApplications(admin),
    organization === undefined ? undefined : orNotFound(getOrganization(admin, organization)),
    group === undefined ? undefined : orNotFound(getGroupView(admin, group)),
  ]);
  return [
    {
      param: "status",
      label: "Status",
      options: [
        { value: "enabled", label: "Enabled" },
        { value: "disabled", label: "Disabled" },
      ],
    },
    {
      param: "source",
      label: "Source",
      options: [
        { value: "console", label: SOURCE_NAMES.console },
        { value: "csv_import", label: SOURCE_NAMES.csv_import },
        { value: "application", label: "Any application" },
      ],
    },
    {
      param: "application",
      label: "Created by",
      options: applications.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      param: "organization",
      label: "Organization",
      options: place ? [{ value: place.organization.id, label: place.organization.name }] : [],
    },
    {
      param: "below",
      label: "Organizations below",
      options: place ? [{ value: "no", label: "Left out" }] : [],
    },
    {
      param: "group",
      label: "Group",
      options: set ? [{ value: set.id, label: set.displayName }] : [],
    },
  ];
}
