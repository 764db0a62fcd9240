import { type Measured, percentile, type Slice } from "./measure";
import type { TargetName } from "./target";

/** One operation against one server: medians of the rounds, but CPU over all of them together. */
export interface Figures {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly serverCpuMs: number | undefined;
  readonly databaseCpuMs: number | undefined;
  readonly clientCpuMs: number;
}

export interface Row {
  readonly title: string;
  readonly figures: Readonly<Record<TargetName, Figures>>;
  /** Requests per second of the product to those of the bare server: the median of the rounds' ratios. */
  readonly speed: number;
  /** CPU per request of server and database together, product to bare; undefined where it was not read. */
  readonly cpu: number | undefined;
}

export function summarize({ title, slices }: Measured): Row {
  const { product, bare } = slices;
  const figures = { product: figuresOf(product), bare: figuresOf(bare) };
  const ratios = product.flatMap((slice, round) => {
    const other = bare[round];
    return other ? [rate(slice) / rate(other)] : [];
  });
  return { title, figures, speed: median(ratios), cpu: cpuRatio(figures.product, figures.bare) };
}

function figuresOf(slices: readonly Slice[]): Figures {
  const perRequest = (cost: (slice: Slice) => number | undefined) => {
    const costs = slices.flatMap((slice) => cost(slice) ?? []);
    return costs.length < slices.length
      ? undefined
      : sum(costs) / sum(slices.map(({ requests }) => requests));
  };
  return {
    requestsPerSecond: median(slices.map(rate)),
    p50Ms: median(slices.map(({ p50Ms }) => p50Ms)),
    p95Ms: median(slices.map(({ p95Ms }) => p95Ms)),
    // A tick of CPU time is long beside a request: the sum of all rounds is the better mean.
    serverCpuMs: perRequest(({ serverCpuMs }) => serverCpuMs),
    databaseCpuMs: perRequest(({ databaseCpuMs }) => databaseCpuMs),
    clientCpuMs: perRequest(({ clientCpuMs }) => clientCpuMs) ?? Number.NaN,
  };
}

function cpuRatio(product: Figures, bare: Figures): number | undefined {
  const [ours, theirs] = [product, bare].map(({ serverCpuMs, databaseCpuMs }) =>
    serverCpuMs === undefined || databaseCpuMs === undefined ? undefined : serverCpuMs + databaseCpuMs,
  );
  return ours === undefined || theirs === undefined ? undefined : ours / theirs;
}

function rate({ requests, elapsedMs }: Slice): number {
  return (requests / elapsedMs) * 1000;
}

function median(values: readonly number[]): number {
  const ascending = [...values].sort((a, b) => a - b);
  const upper = percentile(ascending, 0.5);
  if (ascending.length % 2 === 1) return upper;
  return (upper + (ascending[ascending.length / 2] ?? Number.NaN)) / 2;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
