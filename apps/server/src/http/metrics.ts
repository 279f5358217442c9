import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";

export interface Metrics {
  registry: Registry;
  requestSeconds: Histogram<"method" | "route" | "status">;
  procedureSeconds: Histogram<"path" | "type" | "outcome">;
  streamsOpen: Gauge;
  streamsDropped: Counter;
  eventsDelivered: Counter;
  /** Each open stream adds how to ask it for the bytes that wait for its socket. */
  heldBytes: Set<() => number>;
}

const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** A registry of its own, so that two servers in one process (tests) do not share counters. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const heldBytes = new Set<() => number>();
  const most = "Bytes that wait for the socket of the slowest live stream";
  const gauge = new Gauge({ name: "assay_live_held_bytes_max", help: most, registers, collect });
  function collect() {
    gauge.set(Math.max(0, ...[...heldBytes].map((held) => held())));
  }
  return {
    registry,
    heldBytes,
    streamsOpen: new Gauge({ name: "assay_live_streams", help: "Live streams that are open", registers }),
    streamsDropped: new Counter({
      name: "assay_live_streams_dropped_total",
      help: "Live streams cut because their client took nothing any more",
      registers,
    }),
    eventsDelivered: new Counter({
      name: "assay_live_messages_total",
      help: "Messages handed to live streams",
      registers,
    }),
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
