import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import type { Difference } from "./difference";

/** Each value of the thing, its old one beside its new one. */
export function DifferenceTable({ rows }: { readonly rows: readonly Difference[] }) {
  if (rows.length === 0) return <p className="text-muted">This change has no values.</p>;
  // Where everything changed, as in what was created, saying so in each row tells nothing.
  const marked = rows.some(({ changed }) => !changed);
  return (
    <div className="overflow-hidden rounded-lg border border-line">
      <table className="w-full table-fixed border-collapse text-table">
        <caption className="sr-only">Values before and after the change</caption>
        <thead>
          <tr className="bg-sunken text-left text-meta text-muted">
            <Head>Value</Head>
            <Head>Before</Head>
            <Head>After</Head>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, before, after, changed }) => (
            <tr key={key} className="border-line border-t align-top">
              <th scope="row" className="wrap-anywhere px-3 py-2 text-left font-normal">
                <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                  <span className="font-mono text-code">{key}</span>
                  {marked && changed && <Badge tone="info">Changed</Badge>}
                </span>
              </th>
              <Value text={before} muted={changed} />
              <Value text={after} muted={!changed} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head({ children }: { readonly children: ReactNode }) {
  return (
    <th scope="col" className="px-3 py-2 font-medium">
      {children}
    </th>
  );
}

function Value({ text, muted }: { readonly text: string | undefined; readonly muted: boolean }) {
  if (text === undefined) return <td className="px-3 py-2 text-muted">None</td>;
  return (
    <td className={`wrap-anywhere px-3 py-2 font-mono text-code ${muted ? "text-muted" : ""}`}>{text}</td>
  );
}
