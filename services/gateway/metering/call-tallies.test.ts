// Calls are counted in the minute they end in, by what became of them; long polls have no latency.
import { expect, test } from "vitest";
import { MINUTE_MS, type EndedMinute } from "#shared/minute-series";
import { CallTallies, type EndedCall } from "./call-tallies.ts";

const call = (more: Partial<EndedCall> = {}): EndedCall => ({
  ...{
    namespace: "shop.acme",
    operation: "StartWorkflowExecution",
    status: 0,
    tookMs: 3,
    throttle: undefined,
  },
  ...more,
});
const none = () => [];
const valuesOf = (minutes: readonly EndedMinute[]) =>
  minutes.map(({ minuteMs, series }) => [
    minuteMs,
    Object.fromEntries(
      series.map(({ metric, labels, value }) => [`${metric} ${labels["operation"] ?? ""}`, value]),
    ),
  ]);

test("each outcome has its count: a limit of the namespace is not a resource that is exhausted, and a caller's mistake is no error", () => {
  const tallies = new CallTallies(0);
  tallies.ended(call(), 1);
  tallies.ended(call({ status: 3 }), 2);
  tallies.ended(call({ status: 14 }), 3);
  tallies.ended(call({ status: 8 }), 4);
  tallies.ended(call({ status: 8, throttle: "requests" }), 5);
  tallies.ended(call({ status: 8, throttle: "actions" }), 6);
  tallies.ended(call({ operation: "PollWorkflowTaskQueue", tookMs: 60_000 }), 7);
  expect(tallies.takeEnded(MINUTE_MS - 1, none)).toEqual([]);

  const minutes = tallies.takeEnded(MINUTE_MS, () => [
    { namespace: "shop.acme", operation: "PollActivityTaskQueue", count: 4 },
  ]);
  expect(valuesOf(minutes)).toEqual([
    [
      0,
      {
        "service_request_count StartWorkflowExecution": 6,
        "service_error_count StartWorkflowExecution": 1,
        "service_request_throttled_count StartWorkflowExecution": 2,
        "resource_exhausted_error_count StartWorkflowExecution": 1,
        "service_latency StartWorkflowExecution": 0,
        "service_request_count PollWorkflowTaskQueue": 1,
        "total_action_throttled_count ": 1,
        "service_pending_requests PollActivityTaskQueue": 4,
      },
    ],
  ]);
  expect(minutes[0]?.series.find(({ metric }) => metric === "service_latency")?.counts).toEqual([1]);
});

test("what was not handed over comes again, the newest ten minutes of it", () => {
  const tallies = new CallTallies(0);
  for (let minute = 0; minute < 12; minute += 1) tallies.ended(call(), minute * MINUTE_MS);
  const first = tallies.takeEnded(12 * MINUTE_MS, none);
  expect(first.map(({ minuteMs }) => minuteMs / MINUTE_MS)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  tallies.giveBack(first);
  // The next minute has begun already when its end is sampled.
  tallies.ended(call(), 12 * MINUTE_MS);
  const again = tallies.takeEnded(13 * MINUTE_MS, none);
  expect(again.map(({ minuteMs }) => minuteMs / MINUTE_MS)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(tallies.takeEnded(13 * MINUTE_MS, none)).toEqual([]);
});
