import type { ImportProgress } from "@/lib/directory/accounts/import/report";

const PHASES: Record<ImportProgress["phase"], string> = {
  read: "Reading",
  check: "Checking rows",
  hash: "Hashing passwords",
  write: "Writing accounts",
};

/** How far an import is; without numbers while the file is on its way. */
export function ProgressBar({ progress }: { readonly progress: ImportProgress | undefined }) {
  const done = progress?.done ?? 0;
  const total = progress?.total ?? 0;
  const words = progress
    ? `${PHASES[progress.phase]}: ${done.toLocaleString("en")} of ${total.toLocaleString("en")}`
    : "Sending the file";
  return (
    <div className="flex max-w-form flex-col gap-1.5">
      <div
        role="progressbar"
        aria-label="Import"
        aria-valuetext={words}
        {...(progress && { "aria-valuemin": 0, "aria-valuemax": total, "aria-valuenow": done })}
        className="h-2 overflow-hidden rounded-md bg-sunken"
      >
        <div
          className="h-full rounded-md bg-accent-solid transition-[width]"
          style={{ width: `${total === 0 ? 3 : (100 * done) / total}%` }}
        />
      </div>
      <p className="text-muted text-table tabular-nums">{words}</p>
    </div>
  );
}
