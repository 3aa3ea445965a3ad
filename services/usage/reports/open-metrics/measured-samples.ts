// The samples of what cells and gateways measured in a minute: sources and labels that are not shown are summed, latencies
// by their buckets, so that percentiles are those of all calls together. Pure.
import { percentileSeconds } from "#shared/latency-buckets";
import type { StoredSeries } from "../../store/metric-minutes-store.ts";
import { DESCRIPTORS, nameOfMeasured, type MetricDescriptor } from "./descriptors.ts";
import type { Sample } from "./exposition.ts";

const SECONDS = 60;
const PERCENTILES = [
  ["_p50", 0.5],
  ["_p95", 0.95],
  ["_p99", 0.99],
] as const;

interface Summed {
  labels: Record<string, string>;
  value: number;
  counts: Map<number, number>;
}

export function measuredSamples(
  rows: readonly { namespace: string; series: readonly StoredSeries[] }[],
  options: { base: (namespace: string) => Record<string, string>; optIn: readonly string[] },
): Sample[] {
  const sums = new Map<string, Map<string, Summed>>();
  for (const { namespace, series } of rows) {
    const base = options.base(namespace);
    for (const one of series) {
      const descriptor = descriptorOf(one);
      if (descriptor === undefined) continue;
      const labels = { ...base, ...shownLabels(descriptor, one, options.optIn) };
      add(sums, one, labels);
    }
  }
  return [...sums].flatMap(([metric, ofMetric]) =>
    [...ofMetric.values()].flatMap((sum) => samplesOf(metric, sum)),
  );
}

/** A latency has a descriptor for each of its percentiles, with the same labels. */
function descriptorOf({ metric, buckets }: StoredSeries): MetricDescriptor | undefined {
  const name = nameOfMeasured(metric) + (buckets.length > 0 ? "_p50" : "");
  return BY_NAME.get(name);
}

const BY_NAME = new Map(DESCRIPTORS.map((descriptor) => [descriptor.name, descriptor]));

function shownLabels(
  { labels, optInLabels }: MetricDescriptor,
  series: StoredSeries,
  optIn: readonly string[],
): Record<string, string> {
  const isShown = (label: string): boolean =>
    labels.includes(label) || (optInLabels.includes(label) && optIn.includes(label));
  return Object.fromEntries(Object.entries(series.labels).filter(([label]) => isShown(label)));
}

function add(
  sums: Map<string, Map<string, Summed>>,
  series: StoredSeries,
  labels: Record<string, string>,
): void {
  let ofMetric = sums.get(series.metric);
  if (ofMetric === undefined) {
    ofMetric = new Map();
    sums.set(series.metric, ofMetric);
  }
  const key = JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
  let sum = ofMetric.get(key);
  if (sum === undefined) {
    sum = { labels, value: 0, counts: new Map() };
    ofMetric.set(key, sum);
  }
  sum.value += series.value;
  for (const [at, bucket] of series.buckets.entries()) {
    sum.counts.set(bucket, (sum.counts.get(bucket) ?? 0) + (series.counts[at] ?? 0));
  }
}

function samplesOf(metric: string, { labels, value, counts }: Summed): Sample[] {
  const name = nameOfMeasured(metric);
  if (counts.size > 0) {
    return PERCENTILES.map(([suffix, share]) => ({
      metric: name + suffix,
      labels,
      value: percentileSeconds(counts, share),
    }));
  }
  const isRate = BY_NAME.get(name)?.unit === "rate";
  return [{ metric: name, labels, value: isRate ? value / SECONDS : value }];
}
