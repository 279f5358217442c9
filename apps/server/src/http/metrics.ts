import { Histogram, Registry, collectDefaultMetrics } from "prom-client";

export interface Metrics {
  registry: Registry;
  requestSeconds: Histogram<"method" | "route" | "status">;
  procedureSeconds: Histogram<"path" | "type" | "outcome">;
}

const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** A registry of its own, so that two servers in one process (tests) do not share counters. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requestSeconds: new Histogram({
      name: "assay_http_request_seconds",
      help: "Time to answer an HTTP request",
      labelNames: ["method", "route", "status"],
      buckets: BUCKETS,
      registers: [registry],
    }),
    procedureSeconds: new Histogram({
      name: "assay_procedure_seconds",
      help: "Time of one API procedure, by outcome",
      labelNames: ["path", "type", "outcome"],
      buckets: BUCKETS,
      registers: [registry],
    }),
  };
}
