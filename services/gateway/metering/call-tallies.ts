// Counts calls by minute, namespace and operation, for the metrics of tenants: how many, how they ended, how long they
// took. Aggregated here: what a call costs is two look-ups and some additions.
import { bucketOf } from "#shared/latency-buckets";
import { MINUTE_MS, minuteOf, type EndedMinute, type Series } from "#shared/minute-series";

export type Throttle = "requests" | "actions" | "calls";

export interface EndedCall {
  namespace: string;
  /** "StartWorkflowExecution" */
  operation: string;
  /** As gRPC numbers them. */
  status: number;
  tookMs: number;
  /** By which of the namespace's limits it was refused. */
  throttle: Throttle | undefined;
}

export interface PendingPolls {
  namespace: string;
  operation: string;
  count: number;
}

interface Tally {
  requests: number;
  errors: number;
  throttled: number;
  exhausted: number;
  latencies: Map<number, number>;
}

interface OfNamespace {
  operations: Map<string, Tally>;
  actionsThrottled: number;
}

const OK = 0;
const RESOURCE_EXHAUSTED = 8;
/** Failures of the service: UNKNOWN, DEADLINE_EXCEEDED, INTERNAL, UNAVAILABLE, DATA_LOSS. Callers' own do not count. */
const SERVICE_ERRORS: ReadonlySet<number> = new Set([2, 4, 13, 14, 15]);
/** They wait for something to happen: how long says nothing of the service. */
const LONG_POLL = /^(Poll|GetWorkflowExecutionHistory)/;
const MINUTES_KEPT = 10;

export function isLongPoll(operation: string): boolean {
  return LONG_POLL.test(operation);
}

export class CallTallies {
  #minuteMs: number;
  #namespaces = new Map<string, OfNamespace>();
  #ended: EndedMinute[] = [];
  #sampledMs = -Infinity;

  constructor(now: number) {
    this.#minuteMs = minuteOf(now);
  }

  ended(call: EndedCall, now: number): void {
    if (now - this.#minuteMs >= MINUTE_MS) this.#close(now);
    const ofNamespace = this.#of(call.namespace);
    const tally = tallyOf(ofNamespace, call.operation);
    tally.requests += 1;
    if (call.throttle === "actions") ofNamespace.actionsThrottled += 1;
    if (call.throttle !== undefined) tally.throttled += 1;
    else if (call.status === RESOURCE_EXHAUSTED) tally.exhausted += 1;
    else if (SERVICE_ERRORS.has(call.status)) tally.errors += 1;
    else if (call.status === OK && !isLongPoll(call.operation)) {
      const bucket = bucketOf(call.tookMs);
      tally.latencies.set(bucket, (tally.latencies.get(bucket) ?? 0) + 1);
    }
  }

  /** Minutes that have ended; `pending` says how many long polls each namespace has now, by operation. */
  takeEnded(now: number, pending: () => Iterable<PendingPolls>): EndedMinute[] {
    if (minuteOf(now) > this.#minuteMs) this.#close(now);
    const last = minuteOf(now) - MINUTE_MS;
    if (last > this.#sampledMs) this.#sample(last, pending());
    const ended = this.#ended;
    this.#ended = [];
    return ended;
  }

  /** What could not be handed over is kept for the next time, as far as there is room. */
  giveBack(minutes: readonly EndedMinute[]): void {
    this.#ended = [...minutes, ...this.#ended].slice(-MINUTES_KEPT);
  }

  #of(name: string): OfNamespace {
    let ofNamespace = this.#namespaces.get(name);
    if (ofNamespace === undefined) {
      ofNamespace = { operations: new Map(), actionsThrottled: 0 };
      this.#namespaces.set(name, ofNamespace);
    }
    return ofNamespace;
  }

  /** Values of the end of the minute that ended last, once. */
  #sample(minuteMs: number, pending: Iterable<PendingPolls>): void {
    this.#sampledMs = minuteMs;
    const values = [...pending].map((one) =>
      seriesOf("service_pending_requests", one.namespace, { operation: one.operation }, one.count),
    );
    const ended = this.#ended.find((minute) => minute.minuteMs === minuteMs);
    if (ended !== undefined) ended.series.push(...values);
    else if (values.length > 0) this.#ended.push({ minuteMs, series: values });
  }

  #close(now: number): void {
    const series = [...this.#namespaces].flatMap(([name, of]) => seriesOfNamespace(name, of));
    const minute = { minuteMs: this.#minuteMs, series };
    if (series.length > 0) this.#ended = [...this.#ended, minute].slice(-MINUTES_KEPT);
    // A clock that was set back goes on with the minute it has.
    this.#minuteMs = Math.max(minuteOf(now), this.#minuteMs);
    this.#namespaces = new Map();
  }
}

function tallyOf({ operations }: OfNamespace, operation: string): Tally {
  let tally = operations.get(operation);
  if (tally === undefined) {
    tally = { requests: 0, errors: 0, throttled: 0, exhausted: 0, latencies: new Map() };
    operations.set(operation, tally);
  }
  return tally;
}

function seriesOfNamespace(namespace: string, { operations, actionsThrottled }: OfNamespace): Series[] {
  const series = [...operations].flatMap(([operation, tally]) => {
    const labels = { operation };
    const counts = [
      seriesOf("service_request_count", namespace, labels, tally.requests),
      seriesOf("service_error_count", namespace, labels, tally.errors),
      seriesOf("service_request_throttled_count", namespace, labels, tally.throttled),
      seriesOf("resource_exhausted_error_count", namespace, labels, tally.exhausted),
    ].filter(({ value }) => value > 0);
    const latency = seriesOf("service_latency", namespace, labels, 0);
    latency.buckets = [...tally.latencies.keys()];
    latency.counts = [...tally.latencies.values()];
    return latency.buckets.length === 0 ? counts : [...counts, latency];
  });
  if (actionsThrottled === 0) return series;
  return [...series, seriesOf("total_action_throttled_count", namespace, {}, actionsThrottled)];
}

function seriesOf(metric: string, namespace: string, labels: Record<string, string>, value: number): Series {
  return { namespace, metric, labels, value, buckets: [], counts: [] };
}
