import type { Filter } from "@/components/ui/filter-chips";
import { SPAN_OPTIONS } from "../log-params";
import { NOUN_LABELS, NOUNS } from "./words";

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The filters of the audit log. `target` comes with a link from a detail page and is removed here. */
export function auditFilters(
  applications: readonly Named[],
  administrators: readonly { readonly id: string; readonly email: string }[],
): readonly Filter[] {
  return [
    {
      param: "kind",
      label: "Changed",
      options: NOUNS.map((value) => ({ value, label: NOUN_LABELS[value] })),
    },
    { param: "since", label: "Time", options: SPAN_OPTIONS },
    { param: "from", label: "From", options: [] },
    { param: "to", label: "To", options: [] },
    {
      param: "actor",
      label: "By",
      options: administrators.map(({ id, email }) => ({ value: id, label: email })),
    },
    {
      param: "application",
      label: "Application",
      options: applications.map(({ id, name }) => ({ value: id, label: name })),
    },
    { param: "target", label: "Id", options: [] },
  ];
}
