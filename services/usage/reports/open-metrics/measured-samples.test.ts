// Sources are summed, percentiles are those of all of them together, and labels are shown as they are asked for.
import { expect, test } from "vitest";
import { bucketOf } from "#shared/latency-buckets";
import type { StoredSeries } from "../../store/metric-minutes-store.ts";
import { DESCRIPTORS } from "./descriptors.ts";
import { measuredSamples } from "./measured-samples.ts";

const base = (namespace: string) => ({ temporal_namespace: namespace });
const series = (metric: string, labels: Record<string, string>, value: number): StoredSeries => ({
  ...{ metric, labels, value, buckets: [], counts: [] },
});

test("rates are per second over all sources, values are their sum", () => {
  const labels = { operation: "StartWorkflowExecution" };
  const rows = [
    { namespace: "shop.acme", series: [series("service_request_count", labels, 90)] },
    { namespace: "shop.acme", series: [series("service_request_count", labels, 30)] },
    { namespace: "pay.acme", series: [series("namespace_open_workflows", {}, 7), series("not_ours", {}, 1)] },
  ];
  expect(measuredSamples(rows, { base, optIn: [] })).toEqual([
    {
      metric: "temporal_cloud_v1_service_request_count",
      labels: { temporal_namespace: "shop.acme", ...labels },
      value: 2,
    },
    {
      metric: "temporal_cloud_v1_namespace_open_workflows",
      labels: { temporal_namespace: "pay.acme" },
      value: 7,
    },
  ]);
});

test("an activity's type is shown when it is asked for, and summed over otherwise", () => {
  const of = (type: string) => ({
    ...{ temporal_task_queue: "q", temporal_workflow_type: "order", temporal_activity_type: type },
  });
  const own = [
    series("activity_success_count", of("charge"), 60),
    series("activity_success_count", of("mail"), 30),
  ];
  const values = (optIn: string[]) =>
    measuredSamples([{ namespace: "shop.acme", series: own }], { base, optIn }).map(({ labels, value }) => [
      labels["temporal_activity_type"],
      value,
    ]);
  expect(values([])).toEqual([[undefined, 1.5]]);
  expect(values(["temporal_activity_type"])).toEqual([
    ["charge", 1],
    ["mail", 0.5],
  ]);
});

test("percentiles are of all sources' calls together", () => {
  const labels = { operation: "QueryWorkflow" };
  const latency = (ms: number, count: number): StoredSeries => ({
    ...series("service_latency", labels, 0),
    ...{ buckets: [bucketOf(ms)], counts: [count] },
  });
  const samples = measuredSamples(
    [
      { namespace: "shop.acme", series: [latency(10, 90)] },
      { namespace: "shop.acme", series: [latency(1_000, 10)] },
    ],
    { base, optIn: [] },
  );
  const byName = new Map(
    samples.map(({ metric, value }) => [metric.replace("temporal_cloud_v1_", ""), value]),
  );
  expect([...byName.keys()]).toEqual(["service_latency_p50", "service_latency_p95", "service_latency_p99"]);
  expect(byName.get("service_latency_p50")).toBeGreaterThan(0.008);
  expect(byName.get("service_latency_p50")).toBeLessThan(0.0125);
  expect(byName.get("service_latency_p95")).toBeGreaterThan(0.8);
  expect(byName.get("service_latency_p99")).toBeLessThan(1.25);
});

test("every metric is named once, with the labels that all have", () => {
  expect(new Set(DESCRIPTORS.map(({ name }) => name)).size).toBe(DESCRIPTORS.length);
  for (const { name, labels } of DESCRIPTORS) {
    expect(name).toMatch(/^temporal_cloud_v1_[a-z0-9_]+$/);
    expect(labels).toEqual(expect.arrayContaining(["region", "temporal_account", "temporal_namespace"]));
  }
});
