import Link from "next/link";
import type { ReactNode } from "react";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ValueOrigin } from "@/lib/directory/accounts/admin/detail/origins";
import { applicationPath } from "../../applications/application-path";

interface OriginLineProps {
  readonly instanceId: string;
  readonly origin: ValueOrigin;
}

/** Who wrote a value last, and when. */
export function OriginLine({ instanceId, origin }: OriginLineProps) {
  return (
    <span className="text-meta text-muted">
      {writer(instanceId, origin)}, <RelativeTime date={origin.time} />
    </span>
  );
}

function writer(instanceId: string, { kind, id, name }: ValueOrigin): ReactNode {
  switch (kind) {
    case "application":
      return (
        <>
          Application{" "}
          <Link
            href={applicationPath(instanceId, id)}
            className="underline underline-offset-2 hover:text-text"
          >
            {name}
          </Link>
        </>
      );
    case "console":
      return `${name} in the console`;
    case "csv_import":
      return `CSV import by ${name}`;
    case "command_line":
      return "Command line";
  }
}
