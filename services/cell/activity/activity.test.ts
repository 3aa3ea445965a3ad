// What one standalone activity does, step by step, and what that costs.
import { describe, expect, test } from "vitest";
import { temporal } from "#contracts";
import { defaultLimits, durationOf } from "../workflow/index.ts";
import type { ActivityCommand } from "./command.ts";
import { nextActivityWakeAt } from "./deadlines.ts";
import { decideActivity } from "./decide.ts";
import { describeActivity, outcomeOf } from "./describe-activity.ts";
import { checkActivityStart } from "./starting/check-activity-start.ts";
import { startActivityExecution } from "./starting/start-activity-execution.ts";
import { STATUS } from "./status.ts";
import type { ActivityState, StartRequest } from "./state.ts";

const NOW = 1_800_000_000_000;
const { RetryState } = temporal.api.enums.v1;

function started(more: StartRequest = {}) {
  const request = checkActivityStart(
    {
      activityId: "a",
      activityType: { name: "t" },
      taskQueue: { name: "q" },
      requestId: "s",
      startToCloseTimeout: durationOf(60_000),
      ...more,
    },
    defaultLimits,
  );
  return startActivityExecution(
    { namespaceId: "n", runId: "r", request },
    { now: NOW, limits: defaultLimits },
  );
}

function send(state: ActivityState, command: ActivityCommand, now = NOW) {
  return decideActivity(state, command, { now, limits: defaultLimits });
}

function take(state: ActivityState, now = NOW) {
  const { attempt, stamp } = state;
  const poll = { requestId: `${attempt}/${stamp}`, identity: "w", sdkName: "sdk", sdkVersion: "1" };
  return send(state, { kind: "startAttempt", attempt, stamp, ...poll }, now);
}

function fail(state: ActivityState, now = NOW) {
  return send(
    state,
    {
      kind: "fail",
      ref: { attempt: state.attempt, stamp: state.startedStamp },
      failure: { message: "no", applicationFailureInfo: {} },
      lastHeartbeatDetails: undefined,
      identity: "w",
    },
    now,
  );
}

const kindsOf = ({ actions }: { actions: { kind: string }[] }): string[] => actions.map(({ kind }) => kind);

describe("a standalone activity", () => {
  test("is offered at once, or when its start delay is over", () => {
    expect(started().outcome.offers).toHaveLength(1);
    const delayed = started({ startDelay: durationOf(5_000) });
    expect(delayed.outcome.offers).toEqual([]);
    expect(nextActivityWakeAt(delayed.state)).toBe(NOW + 5_000);
    expect(send(delayed.state, { kind: "wake" }, NOW + 5_000).offers).toHaveLength(1);
  });

  test("is given to one worker, and to the same poll again", () => {
    const { state } = started();
    const stale = { attempt: state.attempt, stamp: state.stamp };
    take(state);
    expect(take(state).isDurable).toBe(false);
    const other = { requestId: "other", identity: "x", sdkName: "", sdkVersion: "" };
    expect(() => send(state, { kind: "startAttempt", ...stale, ...other })).toThrow("not found");
  });

  test("waits longer from retry to retry, and ends when there is no time for another", () => {
    const { state } = started({ scheduleToCloseTimeout: durationOf(4_000) });
    take(state);
    fail(state);
    expect(state.dispatchAt).toBe(NOW + 1_000);
    send(state, { kind: "wake" }, NOW + 1_000);
    take(state, NOW + 1_000);
    fail(state, NOW + 1_000);
    expect(state.dispatchAt).toBe(NOW + 3_000);
    send(state, { kind: "wake" }, NOW + 3_000);
    take(state, NOW + 3_000);
    fail(state, NOW + 3_000);
    expect(state.status).toBe(STATUS.failed);
    expect(outcomeOf(state)?.retryState).toBe(RetryState.RETRY_STATE_TIMEOUT);
  });

  test("U1: costs one action for its start, each retry, heartbeat, pause, reset and change of options", () => {
    const { state, outcome } = started({ retryPolicy: { initialInterval: durationOf(1) } });
    expect(kindsOf(outcome)).toEqual(["start_standalone_activity"]);
    expect(kindsOf(take(state))).toEqual([]);
    const beat: ActivityCommand = { kind: "heartbeat", ref: { isById: true }, details: undefined };
    expect(kindsOf(send(state, beat))).toEqual(["record_standalone_activity_heartbeat"]);
    fail(state);
    send(state, { kind: "wake" }, NOW + 1);
    expect(kindsOf(take(state, NOW + 1))).toEqual(["retry_standalone_activity"]);
    const asked = { requestId: "p", identity: "", reason: "" };
    expect(kindsOf(send(state, { kind: "pause", ...asked }))).toEqual(["pause_standalone_activity"]);
    expect(kindsOf(send(state, { kind: "pause", ...asked }))).toEqual([]);
    expect(kindsOf(send(state, { kind: "unpause", requestId: "u", delayMs: 0 }))).toEqual([]);
    const change = {
      kind: "updateOptions",
      requestId: "o",
      options: {},
      paths: [],
      restoresOriginal: true,
    } as const;
    expect(kindsOf(send(state, change))).toEqual(["update_standalone_activity_options"]);
    const reset = { keepsPaused: false, clearsHeartbeat: false, restoresOptions: false, delayMs: 0 };
    expect(kindsOf(send(state, { kind: "reset", requestId: "r", ...reset }))).toEqual([
      "reset_standalone_activity",
    ]);
  });

  test("keeps a timeout that was changed while it runs counting from where it began", () => {
    const { state } = started();
    take(state, NOW + 10_000);
    send(
      state,
      {
        kind: "updateOptions",
        requestId: "o",
        options: { startToCloseTimeout: durationOf(20_000) },
        paths: ["startToCloseTimeout"],
        restoresOriginal: false,
      },
      NOW + 15_000,
    );
    expect(nextActivityWakeAt(state)).toBe(NOW + 30_000);
  });

  test("keeps a retry interval that the worker asked for when the policy changes", () => {
    const { state } = started();
    take(state);
    send(state, {
      kind: "fail",
      ref: { isById: true },
      failure: { message: "", applicationFailureInfo: { nextRetryDelay: durationOf(7_000) } },
      lastHeartbeatDetails: undefined,
      identity: "",
    });
    const change = {
      options: { retryPolicy: { initialInterval: durationOf(2_000) } },
      paths: ["retryPolicy.initialInterval"],
      restoresOriginal: false,
    };
    send(state, { kind: "updateOptions", requestId: "o", ...change });
    expect(state.dispatchAt).toBe(NOW + 7_000);
  });

  test("tells the failure before when it runs out of time", () => {
    const { state } = started({ scheduleToCloseTimeout: durationOf(30_000) });
    take(state);
    fail(state);
    send(state, { kind: "wake" }, NOW + 30_000);
    expect(state.status).toBe(STATUS.timedOut);
    expect(outcomeOf(state)?.failure?.cause?.message).toBe("no");
  });

  test("is described without what was not asked for", () => {
    const { state } = started();
    take(state);
    fail(state);
    const brief = describeActivity(state, NOW, { heartbeatDetails: false, lastFailure: false });
    expect(brief.lastFailure).toBeNull();
    expect(brief.attempt).toBe(2);
    const full = describeActivity(state, NOW, { heartbeatDetails: true, lastFailure: true });
    expect(full.lastFailure?.message).toBe("no");
  });
});
