import { collectDefaultMetrics, Histogram, Registry } from "prom-client";

/** One SCIM call, as the histogram counts it. Labels have few values: ids and paths are none of them. */
export interface ObservedRequest {
  readonly method: string;
  /** First segment below /scim/v2 where it is a known one (`Users`), else `other`. */
  readonly resource: string;
  readonly status: number;
  readonly durationMs: number;
}

interface Metrics {
  readonly registry: Registry;
  readonly requests: Histogram<"method" | "resource" | "status">;
  /** Where the answer to GET /api/metrics comes from: of several processes, the primary adds all up. */
  source: () => Promise<string>;
}

declare global {
  // Next's bundle and the server's are two copies of this module in one process (architecture.md, "Scale").
  var openIdaasMetrics: Metrics | undefined;
}

function metrics(): Metrics {
  globalThis.openIdaasMetrics ??= newMetrics();
  return globalThis.openIdaasMetrics;
}

function newMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "scim_request_duration_seconds",
    help: "Duration of SCIM requests by method, resource and status",
    labelNames: ["method", "resource", "status"],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  return { registry, requests, source: () => registry.metrics() };
}

export function observeRequest({ method, resource, status, durationMs }: ObservedRequest): void {
  metrics().requests.observe({ method, resource, status }, durationMs / 1000);
}

/** The registry of this process. */
export function metricsRegistry(): Registry {
  return metrics().registry;
}

export function setMetricsSource(source: () => Promise<string>): void {
  metrics().source = source;
}

/** Everything that is counted, in Prometheus's text format. */
export function metricsText(): Promise<string> {
  return metrics().source();
}
