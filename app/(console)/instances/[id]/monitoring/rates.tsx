import type { Monitoring } from "@/lib/directory/monitoring/read-monitoring";
import { percentText } from "./percent-text";

/** The period in three figures. */
export function Rates({ monitoring: { calls, failures } }: { readonly monitoring: Monitoring }) {
  const figures = [
    { label: "Calls", value: calls.toLocaleString("en") },
    { label: "Failures", value: failures.toLocaleString("en") },
    { label: "Failure rate", value: percentText(failures, calls) },
  ];
  return (
    <dl className="grid grid-cols-2 gap-4 sm:grid-cols-3">
      {figures.map(({ label, value }) => (
        <div key={label} className="flex flex-col gap-1 rounded-lg border border-line bg-surface px-4 py-3">
          <dt className="text-muted">{label}</dt>
          <dd className="font-semibold text-title tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
