import type { z } from "zod";
import type { AccountExportQuery } from "@/lib/directory/accounts/admin/list/query";
import { type ListParams, searchParam, sortParam, textParam, wordParam } from "./list-params";

/** What the address of the list, and that of its export, ask for. */
export function accountQuery(params: ListParams): z.input<typeof AccountExportQuery> {
  return {
    organizationId: textParam(params, "organization"),
    subtree: textParam(params, "below") !== "no",
    status: wordParam(params, "status", ["enabled", "disabled"]),
    source: wordParam(params, "source", ["console", "csv_import", "application"]),
    applicationId: textParam(params, "application"),
    groupId: textParam(params, "group"),
    search: searchParam(params),
    ...sortParam(params, ["username", "displayName", "created", "updated"]),
  };
}

/** What narrows the list, besides the words searched for. */
const FILTERS = ["organization", "below", "status", "source", "application", "group"];

export function isFiltered(params: ListParams): boolean {
  return FILTERS.some((name) => textParam(params, name) !== undefined);
}
