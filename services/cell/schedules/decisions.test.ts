// What a schedule decides without a cell: which starts are due, which go now, and what the end of a run changes.
import Long from "long";
import { describe, expect, it } from "vitest";
import { durationOfMs, temporal, timestampOfMs } from "#contracts";
import { applyPatch, applyUpdate, recordEnd, recordStart } from "./changes.ts";
import { idleUntil, nextStepAt, takeDue } from "./due-starts.ts";
import { mayAct, spendAction } from "./limited-actions.ts";
import { LiveSchedule } from "./live-schedule.ts";
import { completeSchedule, newSchedule } from "./new-schedule.ts";
import { decideOverlap } from "./overlap.ts";
import { rowOf, stateOf } from "./stored-schedule.ts";
import type { BufferedStart } from "./state.ts";

const { ScheduleOverlapPolicy: Policy, WorkflowExecutionStatus: Status } = temporal.api.enums.v1;
const T0 = Date.parse("2026-05-01T00:00:00Z");
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

function schedule(given: temporal.api.schedule.v1.ISchedule = {}): LiveSchedule {
  const spec = { interval: [{ interval: durationOfMs(MINUTE_MS) }] };
  const identity = { namespaceId: "n", scheduleId: "s", incarnationId: "i", requestId: "r" };
  const complete = completeSchedule({ spec, ...given });
  return new LiveSchedule(
    newSchedule({ ...identity, schedule: complete, memo: null, searchAttributes: null }, T0),
  );
}

function starts(count: number): BufferedStart[] {
  return Array.from({ length: count }, (_, place) => ({
    ...{ nominalAt: T0 + place, actualAt: T0 + place, overlapPolicy: 0, isManual: false },
    sequence: place + 1,
  }));
}

describe("what is due", () => {
  it("is every time since the last look, once", () => {
    const { state, spec } = schedule();
    takeDue(state, spec, T0 + 3 * MINUTE_MS);
    takeDue(state, spec, T0 + 3 * MINUTE_MS);
    expect(state.buffer.map(({ nominalAt }) => nominalAt)).toEqual([1, 2, 3].map((n) => T0 + n * MINUTE_MS));
    expect(state.buffer.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    expect(nextStepAt(state, spec, T0 + 3 * MINUTE_MS)).toBe(T0 + 4 * MINUTE_MS);
  });

  it("is not what the catch-up window has passed, which is counted", () => {
    const { state, spec } = schedule({ policies: { catchupWindow: durationOfMs(2 * MINUTE_MS) } });
    takeDue(state, spec, T0 + 10 * MINUTE_MS);
    expect(state.buffer).toHaveLength(3);
    expect(state.missedCatchupWindow).toBe(7);
  });

  it("is nothing while it is paused, and that time is not made up for", () => {
    const { state, spec } = schedule({ state: { paused: true } });
    takeDue(state, spec, T0 + 10 * MINUTE_MS);
    applyPatch(state, { unpause: "on" }, T0 + 10 * MINUTE_MS);
    takeDue(state, spec, T0 + 10 * MINUTE_MS);
    expect(state.buffer).toEqual([]);
    expect(state.conflictToken).toBe(2);
  });

  it("is nothing from before an update", () => {
    const live = schedule();
    const now = T0 + 2.5 * MINUTE_MS;
    const update = { schedule: live.state.schedule, searchAttributes: undefined, memo: undefined };
    applyUpdate(live.state, update, now);
    takeDue(live.state, live.spec, now);
    expect(live.state.buffer).toEqual([]);
  });

  it("a backfill goes on in small steps until its end", () => {
    const { state, spec } = schedule({ state: { paused: true } });
    const startTime = timestampOfMs(T0 - 60 * MINUTE_MS);
    applyPatch(state, { backfillRequest: [{ startTime, endTime: timestampOfMs(T0 - 46 * MINUTE_MS) }] }, T0);
    const taken = [];
    for (let step = 0; step < 3; step += 1) {
      takeDue(state, spec, T0);
      taken.push(state.buffer.splice(0).length);
    }
    expect(taken).toEqual([10, 5, 0]);
    expect(state.backfills).toEqual([]);
  });

  it("actions are limited in number, but not those asked for by hand", () => {
    const { state } = schedule({ state: { limitedActions: true, remainingActions: Long.fromNumber(1) } });
    expect([spendAction(state, false), spendAction(state, false), mayAct(state, true)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it("a schedule with nothing left to do goes after a week", () => {
    const { state, spec } = schedule({ spec: {} });
    expect(idleUntil(state, spec)).toBe(T0 + 7 * DAY_MS);
    applyPatch(state, { pause: "keep" }, T0);
    expect(idleUntil(state, spec)).toBeUndefined();
  });
});

describe("overlap", () => {
  const table: [string, number, boolean, unknown][] = [
    ["SKIP takes one", Policy.SCHEDULE_OVERLAP_POLICY_SKIP, false, { go: [1], rest: [], skipped: 2 }],
    ["SKIP takes none", Policy.SCHEDULE_OVERLAP_POLICY_SKIP, true, { go: [], rest: [], skipped: 3 }],
    ["BUFFER_ONE", Policy.SCHEDULE_OVERLAP_POLICY_BUFFER_ONE, true, { go: [], rest: [1], skipped: 2 }],
    ["BUFFER_ALL", Policy.SCHEDULE_OVERLAP_POLICY_BUFFER_ALL, false, { go: [1], rest: [2, 3], skipped: 0 }],
    [
      "CANCEL_OTHER, free",
      Policy.SCHEDULE_OVERLAP_POLICY_CANCEL_OTHER,
      false,
      { go: [3], rest: [], skipped: 0 },
    ],
    ["ALLOW_ALL", Policy.SCHEDULE_OVERLAP_POLICY_ALLOW_ALL, true, { go: [1, 2, 3], rest: [], skipped: 0 }],
  ];
  it.each(table)("%s", (_, policy, isRunning, expected) => {
    const { overlapping, exclusive, rest, skipped } = decideOverlap(starts(3), isRunning, () => policy);
    const go = [...overlapping, ...(exclusive === undefined ? [] : [exclusive])];
    const sequences = (list: BufferedStart[]): number[] => list.map(({ sequence }) => sequence);
    expect({ go: sequences(go), rest: sequences(rest), skipped }).toEqual(expected);
  });

  it("terminating goes before cancelling, and nothing starts beside it", () => {
    const policies = [
      Policy.SCHEDULE_OVERLAP_POLICY_TERMINATE_OTHER,
      Policy.SCHEDULE_OVERLAP_POLICY_CANCEL_OTHER,
    ];
    const policyOf = ({ sequence }: BufferedStart): number =>
      policies[sequence - 1] ?? Policy.SCHEDULE_OVERLAP_POLICY_ALLOW_ALL;
    expect(decideOverlap(starts(3), true, policyOf)).toMatchObject({
      stopRunning: "terminate",
      overlapping: [],
    });
  });
});

describe("the end of a run", () => {
  const run = { workflowId: "w", firstRunId: "r" };
  const action = { ...run, scheduledAt: T0, startedAt: T0, status: Status.WORKFLOW_EXECUTION_STATUS_RUNNING };

  it("keeps its result for the next run, and survives being stored", () => {
    const { state } = schedule();
    recordStart(state, action, true);
    const result = { payloads: [{ data: Buffer.from("1") }] };
    const event = { workflowExecutionCompletedEventAttributes: { result } };
    const end = { ...run, status: Status.WORKFLOW_EXECUTION_STATUS_COMPLETED, event };
    expect([recordEnd(state, end), recordEnd(state, end)]).toEqual([true, false]);
    expect(state.recent[0]?.status).toBe(Status.WORKFLOW_EXECUTION_STATUS_COMPLETED);
    const stored = stateOf(rowOf(state));
    expect(rowOf(stored)).toEqual(rowOf(state));
    expect(stored.lastCompletionResult).toEqual(state.lastCompletionResult);
  });

  it("pauses a schedule that shall, with the reason", () => {
    const { state } = schedule({ policies: { pauseOnFailure: true } });
    recordStart(state, action, true);
    const event = { workflowExecutionFailedEventAttributes: { failure: { message: "broken" } } };
    recordEnd(state, { ...run, status: Status.WORKFLOW_EXECUTION_STATUS_FAILED, event });
    const notes = "paused due to workflow failure: w: broken";
    expect(state.schedule.state).toMatchObject({ paused: true, notes });
  });
});
