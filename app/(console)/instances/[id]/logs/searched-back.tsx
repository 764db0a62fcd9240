import { Callout } from "@/components/ui/callout";
import { RelativeTime } from "@/components/ui/relative-time";

/** Filters that no index answers look at a part of the log at a time; this says how far they came. */
export function SearchedBack({ to }: { readonly to: Date | undefined }) {
  if (!to) return null;
  return (
    <Callout tone="info">
      Searched back to <RelativeTime date={to} />. Next goes on from there; a filter by application or time
      reaches further at once.
    </Callout>
  );
}
