import type { ReactNode } from "react";

export interface DescriptionItem {
  readonly term: string;
  readonly value: ReactNode;
  /** For ids, URNs and paths. */
  readonly mono?: boolean;
}

/** Terms and their values, side by side; one above the other where it is narrow. */
export function DescriptionList({ items }: { readonly items: readonly DescriptionItem[] }) {
  return (
    <dl className="grid grid-cols-1 gap-y-3 sm:grid-cols-[minmax(8rem,12rem)_minmax(0,1fr)] sm:gap-x-6">
      {items.map(({ term, value, mono }) => (
        <div key={term} className="contents">
          <dt className="text-muted">{term}</dt>
          <dd className={`wrap-anywhere -mt-2.5 min-w-0 sm:mt-0 ${mono ? "font-mono text-code" : ""}`}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
