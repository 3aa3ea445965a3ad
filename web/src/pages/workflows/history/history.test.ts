// How a history is grouped, laid into lanes and written as lines; and that 50,000 events are no trouble.
import { describe, expect, test } from "vitest";
import { HistoryGroups, type EventGroup } from "./group-events.ts";
import { failureLine, type HistoryEvent } from "./history-event.ts";
import { jsonLines } from "./json-lines.ts";
import { axisTicks, barsOf, lanesOf, type View } from "./timeline-lanes.ts";

const START = Date.parse("2026-11-28T08:00:00Z");

/** [type, seconds, attributes]: events are numbered from 1. */
type Brief = readonly [string, number, Record<string, unknown>?];

function history(...briefs: Brief[]): HistoryEvent[] {
  return briefs.map(([type, seconds, attributes = {}], index) => ({
    eventId: String(index + 1),
    eventTime: new Date(START + seconds * 1_000).toISOString(),
    eventType: `EVENT_TYPE_${type}`,
    someEventAttributes: attributes,
  }));
}

function grouped(...briefs: Brief[]): EventGroup[] {
  const groups = new HistoryGroups();
  groups.add(history(...briefs));
  return groups.groups;
}

function only(groups: readonly EventGroup[], kind: string): EventGroup {
  const found = groups.filter((group) => group.kind === kind);
  expect(found).toHaveLength(1);
  return found[0] as EventGroup;
}

describe("events of one thing are one group", () => {
  test("an activity that failed twice before it was done", () => {
    const groups = grouped(
      ["WORKFLOW_EXECUTION_STARTED", 0, { workflowType: { name: "order" } }],
      ["ACTIVITY_TASK_SCHEDULED", 1, { activityType: { name: "charge" }, activityId: "1" }],
      [
        "ACTIVITY_TASK_STARTED",
        4,
        { scheduledEventId: "2", attempt: 3, lastFailure: { message: "declined" } },
      ],
      ["ACTIVITY_TASK_COMPLETED", 6, { scheduledEventId: "2", startedEventId: "3" }],
      ["WORKFLOW_EXECUTION_COMPLETED", 7, {}],
    );
    expect(only(groups, "activity")).toMatchObject({
      name: "charge",
      status: "completed",
      attempts: 3,
      lastFailure: "declined",
      startMs: START + 1_000,
      endMs: START + 6_000,
      ticksMs: [START + 4_000],
    });
    expect(only(groups, "workflow")).toMatchObject({
      name: "order",
      status: "completed",
      endMs: START + 7_000,
    });
  });

  test.each([
    ["ACTIVITY_TASK_FAILED", "failed"],
    ["ACTIVITY_TASK_TIMED_OUT", "timed-out"],
    ["ACTIVITY_TASK_CANCELED", "canceled"],
  ])("an activity that ended by %s is %s", (type, status) => {
    const groups = grouped(
      ["ACTIVITY_TASK_SCHEDULED", 0, { activityType: { name: "charge" } }],
      [type, 2, { scheduledEventId: "1", failure: { message: "outer", cause: { message: "inner" } } }],
    );
    expect(only(groups, "activity")).toMatchObject({ status, lastFailure: "outer: inner" });
  });

  test("timers, children, signals, signals sent, Nexus operations and workflow tasks", () => {
    const groups = grouped(
      ["TIMER_STARTED", 0, { timerId: "t1" }],
      ["START_CHILD_WORKFLOW_EXECUTION_INITIATED", 1, { workflowType: { name: "ship" } }],
      ["CHILD_WORKFLOW_EXECUTION_STARTED", 2, { initiatedEventId: "2" }],
      ["WORKFLOW_EXECUTION_SIGNALED", 3, { signalName: "approve" }],
      ["SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED", 4, { signalName: "ready" }],
      ["EXTERNAL_WORKFLOW_EXECUTION_SIGNALED", 5, { initiatedEventId: "5" }],
      ["NEXUS_OPERATION_SCHEDULED", 6, { service: "pay", operation: "charge" }],
      ["NEXUS_OPERATION_FAILED", 7, { scheduledEventId: "7", failure: { message: "no" } }],
      ["WORKFLOW_TASK_SCHEDULED", 8, { taskQueue: { name: "q" } }],
      ["WORKFLOW_TASK_STARTED", 9, { scheduledEventId: "9" }],
      ["TIMER_FIRED", 10, { startedEventId: "1" }],
    );
    expect(groups.map(({ kind, name, status, events }) => [kind, name, status, events.length])).toEqual([
      ["timer", "t1", "completed", 2],
      ["child", "ship", "running", 2],
      ["signal", "approve", "completed", 1],
      ["external-signal", "ready", "completed", 2],
      ["nexus", "pay/charge", "failed", 2],
      ["workflow-task", "q", "running", 2],
    ]);
  });

  test("an update, from its admission to its outcome", () => {
    const groups = grouped(
      [
        "WORKFLOW_EXECUTION_UPDATE_ADMITTED",
        0,
        { request: { meta: { updateId: "u" }, input: { name: "add" } } },
      ],
      ["WORKFLOW_EXECUTION_UPDATE_ACCEPTED", 1, { protocolInstanceId: "u", acceptedRequest: {} }],
      [
        "WORKFLOW_EXECUTION_UPDATE_ACCEPTED",
        2,
        { protocolInstanceId: "v", acceptedRequest: { input: { name: "drop" } } },
      ],
      [
        "WORKFLOW_EXECUTION_UPDATE_COMPLETED",
        3,
        { acceptedEventId: "3", outcome: { failure: { message: "not there" } } },
      ],
    );
    expect(groups.map(({ name, status, lastFailure }) => [name, status, lastFailure])).toEqual([
      ["add", "running", undefined],
      ["drop", "failed", "not there"],
    ]);
  });

  test("what nobody knows yet is a group alone", () => {
    expect(grouped(["SOMETHING_NEW", 0])[0]).toMatchObject({
      kind: "other",
      name: "Something new",
      endMs: START,
    });
  });

  test("page after page gives what all at once gives", () => {
    const events = history(
      ["ACTIVITY_TASK_SCHEDULED", 0, { activityType: { name: "a" } }],
      ["ACTIVITY_TASK_STARTED", 1, { scheduledEventId: "1" }],
      ["ACTIVITY_TASK_COMPLETED", 2, { scheduledEventId: "1" }],
    );
    const [atOnce, byPage] = [new HistoryGroups(), new HistoryGroups()];
    atOnce.add(events);
    for (const event of events) byPage.add([event]);
    expect(byPage.groups).toEqual(atOnce.groups);
  });
});

test("a failure that causes itself ends", () => {
  const failure: { message: string; cause?: unknown } = { message: "x" };
  failure.cause = failure;
  expect(failureLine(failure)?.split(": ")).toHaveLength(20);
  expect(failureLine(undefined)).toBeUndefined();
});

describe("lanes", () => {
  const view: View = { fromMs: START, toMs: START + 100_000, widthPx: 1_000 };
  const group = (name: string, from: number, to: number | undefined): EventGroup => ({
    id: `${name}${String(from)}`,
    kind: "activity",
    name,
    status: to === undefined ? "running" : "completed",
    events: [],
    startMs: START + from * 1_000,
    endMs: to === undefined ? undefined : START + to * 1_000,
    attempts: 1,
    lastFailure: undefined,
    ticksMs: [],
  });

  test("are shared by what has one name and does not overlap", () => {
    const lanes = lanesOf([
      group("a", 0, 10),
      group("b", 0, 5),
      group("a", 5, 8),
      group("a", 9, 11),
      group("a", 10, 20),
    ]);
    expect(lanes.map((lane) => [lane.name, lane.groups.map(({ id }) => id)])).toEqual([
      ["a", ["a0", "a10"]],
      ["b", ["b0"]],
      ["a", ["a5", "a9"]],
    ]);
  });

  test("hold nothing after what is still open, and show it until now", () => {
    const lanes = lanesOf([group("a", 0, undefined), group("a", 50, 60)]);
    expect(lanes).toHaveLength(2);
    const [bar] = barsOf(lanes[0] as never, view, START + 40_000);
    expect(bar).toMatchObject({ leftPx: 0, widthPx: 400, isOpen: true });
  });

  test("cut what lies outside of the view, and leave out what is not in it at all", () => {
    const lane = lanesOf([group("a", 0, 20), group("a", 30, 60), group("a", 90, 95)])[0] as never;
    const bars = barsOf(lane, { ...view, fromMs: START + 25_000, toMs: START + 50_000 }, START);
    expect(bars).toHaveLength(1);
    expect(bars[0]?.leftPx).toBeCloseTo(200);
    expect(bars[0]?.widthPx).toBeCloseTo(800);
  });

  test("have no more bars than pixels, and the gravest status of those that fell together", () => {
    const many = Array.from({ length: 50_000 }, (_, index) => group("s", index / 1_000, index / 1_000));
    const failed = many[30_000] as EventGroup;
    failed.status = "failed";
    const [lane] = lanesOf(many);
    const bars = barsOf(lane as never, { ...view, toMs: START + 50_000 }, START);
    expect(bars.length).toBeLessThan(200);
    expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(50_000);
    expect(bars.some(({ status }) => status === "failed")).toBe(true);
  });

  test("have an axis of round moments", () => {
    expect(axisTicks(view).map((at) => (at - START) / 1_000)).toEqual([0, 15, 30, 45, 60, 75, 90]);
  });
});

test("50,000 events are grouped and laid out in a moment, page by page", () => {
  const briefs: Brief[] = Array.from({ length: 25_000 }, (_, index): Brief[] => [
    ["ACTIVITY_TASK_SCHEDULED", index, { activityType: { name: `a${String(index % 7)}` } }],
    ["ACTIVITY_TASK_COMPLETED", index + 0.5, { scheduledEventId: String(2 * index + 1) }],
  ]).flat();
  const events = history(...briefs);
  const groups = new HistoryGroups();
  const startedAt = performance.now();
  for (let at = 0; at < events.length; at += 1_000) groups.add(events.slice(at, at + 1_000));
  const lanes = lanesOf(groups.groups);
  // A few dozen milliseconds on a quiet machine; the limit only tells a square from a line.
  expect(performance.now() - startedAt).toBeLessThan(3_000);
  expect(groups.groups).toHaveLength(25_000);
  expect(lanes).toHaveLength(7);
});

test("each line of JSON has the path of what it shows", () => {
  const value = { eventId: "5", input: { payloads: [{ data: "eA==" }], "odd key": [] } };
  const lines = jsonLines(value, "events[4]");
  expect(lines.map(({ indent, text }) => "  ".repeat(indent) + text).join("\n")).toBe(
    JSON.stringify(value, null, 2),
  );
  expect(lines.map(({ path }) => path)).toContain("events[4].input.payloads[0].data");
  expect(lines.map(({ path }) => path)).toContain('events[4].input["odd key"]');
});
