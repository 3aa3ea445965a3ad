// Minutes end once, hold what was counted in them, and stay bounded.
import { expect, test } from "vitest";
import { MINUTE_MS, MinuteSeries, SERIES_PER_NAMESPACE_MAX } from "./minute-series.ts";

const COUNT = { name: "count", labels: ["queue"] };
const LATENCY = { name: "latency", labels: ["queue"] };

test("a minute that ended has its sums and latencies by labels, until it was read", () => {
  const series = new MinuteSeries(0);
  series.add(1, "shop", COUNT, ["a"]);
  series.add(2, "shop", COUNT, ["a"], 2);
  series.add(2, "pay", COUNT, ["b"]);
  series.observe(3, "shop", LATENCY, ["a"], 7);
  series.observe(4, "shop", LATENCY, ["a"], 7);
  expect(series.endedAfter(-1)).toEqual([]);

  const common = { namespace: "shop", buckets: [], counts: [] };
  const atEnd = { ...common, metric: "count", labels: { queue: "end" }, value: 9 };
  series.append(MINUTE_MS, 0, [atEnd]);
  expect(series.endedAfter(-1)).toEqual([
    {
      minuteMs: 0,
      series: [
        { ...common, metric: "count", labels: { queue: "a" }, value: 3 },
        { ...common, metric: "count", labels: { queue: "b" }, value: 1, namespace: "pay" },
        { ...common, metric: "latency", labels: { queue: "a" }, value: 0, buckets: [7], counts: [2] },
        atEnd,
      ],
    },
  ]);
  expect(series.endedAfter(0)).toEqual([]);
  expect(series.endedAfter(-1)).toEqual([]);
  series.append(2 * MINUTE_MS, MINUTE_MS, [atEnd]);
  expect(series.endedAfter(0)).toEqual([{ minuteMs: MINUTE_MS, series: [atEnd] }]);
});

test("a minute ends by itself when something is counted in the next, and old ones are forgotten", () => {
  const series = new MinuteSeries(0);
  for (let minute = 0; minute < 30; minute += 1) series.add(minute * MINUTE_MS, "shop", COUNT, ["a"]);
  const ended = series.endedAfter(-1);
  expect(ended).toHaveLength(10);
  expect(ended.at(-1)?.minuteMs).toBe(28 * MINUTE_MS);
  series.add(0, "shop", COUNT, ["a"]);
  series.turn(30 * MINUTE_MS);
  expect(series.endedAfter(28 * MINUTE_MS)).toMatchObject([{ series: [{ value: 2 }] }]);
});

test("more labels than a namespace may have are counted together, and do not touch its neighbours", () => {
  const series = new MinuteSeries(0);
  for (let label = 0; label < SERIES_PER_NAMESPACE_MAX + 50; label += 1)
    series.add(0, "shop", COUNT, [String(label)]);
  series.add(0, "pay", COUNT, ["x"]);
  series.turn(MINUTE_MS);
  const [minute] = series.endedAfter(-1);
  const shop = minute?.series.filter(({ namespace }) => namespace === "shop") ?? [];
  expect(shop).toHaveLength(SERIES_PER_NAMESPACE_MAX + 1);
  expect(shop.reduce((sum, { value }) => sum + value, 0)).toBe(SERIES_PER_NAMESPACE_MAX + 50);
  expect(shop.find(({ labels }) => labels["queue"] === "other")?.value).toBe(50);
  expect(minute?.series.find(({ namespace }) => namespace === "pay")?.labels).toEqual({ queue: "x" });
});
