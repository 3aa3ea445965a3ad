// Numbers by minute, namespace, metric and labels, in memory: the minute that goes on, and the last ones that ended until
// somebody read them. Bounded: what is too much of one namespace is counted without its labels, never lost.

export interface MetricName {
  readonly name: string;
  readonly labels: readonly string[];
}

export interface Series {
  namespace: string;
  metric: string;
  labels: Record<string, string>;
  /** A sum over the minute, or what it was at its end. */
  value: number;
  /** Of a latency: buckets of latency-buckets.ts, and how many were in each. */
  buckets: number[];
  counts: number[];
}

export interface EndedMinute {
  minuteMs: number;
  series: Series[];
}

interface Kept {
  namespace: string;
  metric: MetricName;
  values: readonly string[];
  value: number;
  buckets: Map<number, number> | undefined;
}

export const MINUTE_MS = 60_000;
const MINUTES_KEPT = 10;
export const SERIES_PER_NAMESPACE_MAX = 2_000;
const OTHER = "other";

export class MinuteSeries {
  #minuteMs: number;
  #kept = new Map<string, Kept>();
  #perNamespace = new Map<string, number>();
  #ended: EndedMinute[] = [];

  constructor(now: number) {
    this.#minuteMs = minuteOf(now);
  }

  /** `values` are those of the metric's labels, in their order. */
  add(now: number, namespace: string, metric: MetricName, values: readonly string[], count = 1): void {
    this.#at(now, namespace, metric, values).value += count;
  }

  observe(
    now: number,
    namespace: string,
    metric: MetricName,
    values: readonly string[],
    bucket: number,
  ): void {
    const kept = this.#at(now, namespace, metric, values);
    kept.buckets ??= new Map();
    kept.buckets.set(bucket, (kept.buckets.get(bucket) ?? 0) + 1);
  }

  /** Adds values of a minute's end to it, when it has ended already. */
  append(now: number, minuteMs: number, values: readonly Series[]): void {
    this.turn(now);
    const ended = this.#ended.find((minute) => minute.minuteMs === minuteMs);
    if (ended !== undefined) ended.series.push(...values);
    else if (values.length > 0 && minuteMs < this.#minuteMs) this.#end({ minuteMs, series: [...values] });
  }

  /** Ends a minute that is over. A clock that was set back goes on with the minute it has. */
  turn(now: number): void {
    if (minuteOf(now) > this.#minuteMs) this.#close(minuteOf(now));
  }

  /** Minutes that have ended after that one, oldest first; those before it are forgotten. */
  endedAfter(minuteMs: number): EndedMinute[] {
    this.#ended = this.#ended.filter((minute) => minute.minuteMs > minuteMs);
    return this.#ended;
  }

  #at(now: number, namespace: string, metric: MetricName, values: readonly string[]): Kept {
    if (now - this.#minuteMs >= MINUTE_MS) this.#close(minuteOf(now));
    const key = `${namespace}\0${metric.name}\0${values.join("\0")}`;
    return this.#kept.get(key) ?? this.#new(key, { namespace, metric, values });
  }

  #new(key: string, { namespace, metric, values }: Pick<Kept, "namespace" | "metric" | "values">): Kept {
    const count = this.#perNamespace.get(namespace) ?? 0;
    const isFull = count >= SERIES_PER_NAMESPACE_MAX;
    const bounded = isFull ? values.map(() => OTHER) : values;
    const boundedKey = isFull ? `${namespace}\0${metric.name}\0${bounded.join("\0")}` : key;
    const known = this.#kept.get(boundedKey);
    if (known !== undefined) return known;
    this.#perNamespace.set(namespace, count + 1);
    const kept: Kept = { namespace, metric, values: [...bounded], value: 0, buckets: undefined };
    this.#kept.set(boundedKey, kept);
    return kept;
  }

  #end(minute: EndedMinute): void {
    this.#ended.push(minute);
    if (this.#ended.length > MINUTES_KEPT) this.#ended.shift();
  }

  #close(next: number): void {
    const series = [...this.#kept.values()].map(toSeries);
    if (series.length > 0) this.#end({ minuteMs: this.#minuteMs, series });
    this.#minuteMs = next;
    this.#kept = new Map();
    this.#perNamespace = new Map();
  }
}

function toSeries({ namespace, metric, values, value, buckets }: Kept): Series {
  return {
    namespace,
    metric: metric.name,
    labels: Object.fromEntries(metric.labels.map((label, at) => [label, values[at] ?? ""])),
    value,
    buckets: buckets === undefined ? [] : [...buckets.keys()],
    counts: buckets === undefined ? [] : [...buckets.values()],
  };
}

export function minuteOf(now: number): number {
  return Math.floor(now / MINUTE_MS) * MINUTE_MS;
}
