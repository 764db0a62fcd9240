"use client";

import { type ReactNode, useSyncExternalStore } from "react";
import { longMoment, type Span } from "./moment";
import { INK, type Point, type Series, valueText } from "./series";

interface ChartFrameProps {
  /** What it shows: *Calls in the last 24 hours*. */
  readonly label: string;
  readonly series: readonly Series[];
  readonly points: readonly Point[];
  readonly span: Span;
  readonly format: (value: number) => string;
  readonly children: ReactNode;
}

const NEVER = () => () => {};

/** Legend, drawing, and the same numbers as a table for those who do not see the drawing. */
export function ChartFrame({ label, series, points, span, format, children }: ChartFrameProps) {
  // The drawing needs its width and the reader's time zone, which the server has not.
  const drawn = useSyncExternalStore(
    NEVER,
    () => true,
    () => false,
  );
  return (
    <figure aria-label={label} className="flex flex-col gap-3">
      <ul aria-hidden className="flex flex-wrap gap-x-4 gap-y-1 text-meta text-muted">
        {series.map(({ key, label: name, tone }) => (
          <li key={key} className="flex items-center gap-1.5">
            <span className="size-2.5 rounded-full" style={{ background: INK[tone] }} />
            {name}
          </li>
        ))}
      </ul>
      <div aria-hidden className="h-56">
        {drawn && children}
      </div>
      {drawn && (
        <div className="sr-only">
          <table>
            <caption>{label}</caption>
            <thead>
              <tr>
                <th scope="col">Time</th>
                {series.map(({ key, label: name }) => (
                  <th key={key} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {points.map(({ at, values }) => (
                <tr key={at}>
                  <th scope="row">{longMoment(at, span)}</th>
                  {series.map(({ key }) => (
                    <td key={key}>{valueText(values[key], format)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </figure>
  );
}
