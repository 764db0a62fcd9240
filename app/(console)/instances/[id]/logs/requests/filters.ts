import type { Filter } from "@/components/ui/filter-chips";
import { SPAN_OPTIONS } from "../log-params";

/** The filters of the request log; `from` and `to` are set by the time range and removed here. */
export function requestFilters(
  applications: readonly { readonly id: string; readonly name: string }[],
): readonly Filter[] {
  return [
    {
      param: "status",
      label: "Status",
      options: [
        { value: "failed", label: "Failed" },
        { value: "2xx", label: "2xx succeeded" },
        { value: "4xx", label: "4xx refused" },
        { value: "5xx", label: "5xx server failed" },
      ],
    },
    { param: "since", label: "Time", options: SPAN_OPTIONS },
    { param: "from", label: "From", options: [] },
    { param: "to", label: "To", options: [] },
    {
      param: "resource",
      label: "Resource",
      options: [
        { value: "User", label: "Accounts" },
        { value: "Group", label: "Groups" },
      ],
    },
    {
      param: "method",
      label: "Method",
      options: ["GET", "POST", "PUT", "PATCH", "DELETE"].map((value) => ({ value, label: value })),
    },
    {
      param: "application",
      label: "Application",
      options: applications.map(({ id, name }) => ({ value: id, label: name })),
    },
  ];
}
