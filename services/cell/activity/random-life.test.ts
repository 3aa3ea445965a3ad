// Random lives of standalone activities: whatever happens in whatever order, the invariants hold.
import fc from "fast-check";
import { expect, test } from "vitest";
import { CloudError } from "#shared/errors";
import { defaultLimits, durationOf } from "../workflow/index.ts";
import type { ActivityCommand } from "./command.ts";
import { decodeActivity, encodeActivityRequest, encodeActivityState } from "./codec.ts";
import { nextActivityWakeAt } from "./deadlines.ts";
import { decideActivity } from "./decide.ts";
import { checkActivityStart } from "./starting/check-activity-start.ts";
import { startActivityExecution } from "./starting/start-activity-execution.ts";
import { isClosed, isInProgress, STATUS } from "./status.ts";
import type { ActivityState, StartRequest } from "./state.ts";

const LIVES = 400;
const EPOCH = 1_800_000_000_000;

const milliseconds = fc.constantFrom(0, 0, 5, 40, 200);

const startRequest = fc
  .record({
    scheduleToCloseTimeout: milliseconds,
    scheduleToStartTimeout: milliseconds,
    heartbeatTimeout: milliseconds,
    startDelay: milliseconds,
    maximumAttempts: fc.constantFrom(0, 1, 3),
  })
  .map(({ maximumAttempts, ...times }): StartRequest => {
    const durations = Object.entries(times).map(([name, ms]) => [name, durationOf(ms)] as const);
    return {
      activityId: "a",
      activityType: { name: "t" },
      taskQueue: { name: "q" },
      requestId: "start",
      startToCloseTimeout: durationOf(100),
      retryPolicy: { initialInterval: durationOf(10), maximumAttempts },
      ...Object.fromEntries(durations),
    };
  });

const requestId = fc.constantFrom("1", "2", "3", "4");
const asked = { requestId, identity: fc.constant("me"), reason: fc.constant("why") };

/** Tokens are filled in when the command is sent: mostly the true one. */
const command: fc.Arbitrary<ActivityCommand> = fc.oneof(
  fc
    .record({ kind: fc.constant("startAttempt" as const), attempt: fc.constant(0), stamp: fc.constant(0) })
    .map((poll): ActivityCommand => ({
      ...poll,
      requestId: "poll",
      identity: "w",
      sdkName: "",
      sdkVersion: "",
    })),
  fc.constant<ActivityCommand>({ kind: "heartbeat", ref: { isById: true }, details: undefined }),
  fc.constant<ActivityCommand>({ kind: "complete", ref: { isById: true }, result: {}, identity: "w" }),
  fc.constant<ActivityCommand>({
    kind: "fail",
    ref: { isById: true },
    failure: { message: "no", applicationFailureInfo: {} },
    lastHeartbeatDetails: undefined,
    identity: "w",
  }),
  fc.constant<ActivityCommand>({ kind: "confirmCancel", ref: { isById: true }, details: undefined }),
  fc.record({ kind: fc.constant("requestCancel" as const), ...asked }),
  fc.record({ kind: fc.constant("pause" as const), ...asked }),
  fc.record({ kind: fc.constant("unpause" as const), requestId, delayMs: milliseconds }),
  fc.record({
    kind: fc.constant("reset" as const),
    requestId,
    keepsPaused: fc.boolean(),
    clearsHeartbeat: fc.boolean(),
    restoresOptions: fc.boolean(),
    delayMs: milliseconds,
  }),
  milliseconds.map((ms): ActivityCommand => ({
    kind: "updateOptions",
    requestId: String(ms),
    options: { heartbeatTimeout: durationOf(ms), retryPolicy: { initialInterval: durationOf(ms + 1) } },
    paths: ["heartbeatTimeout", "retryPolicy.initialInterval"],
    restoresOriginal: ms === 5,
  })),
);

const step = fc.record({ afterMs: fc.constantFrom(0, 1, 10, 60), command });

interface Life {
  state: ActivityState;
  now: number;
}

function begin(request: StartRequest): Life {
  const checked = checkActivityStart(request, defaultLimits);
  const start = { namespaceId: "n", runId: "r", request: checked };
  return { state: startActivityExecution(start, { now: EPOCH, limits: defaultLimits }).state, now: EPOCH };
}

function send(life: Life, given: ActivityCommand): void {
  const { state } = life;
  const sent =
    given.kind === "startAttempt" ? { ...given, attempt: state.attempt, stamp: state.stamp } : given;
  const before = structuredClone(comparable(state)) as unknown as ActivityState;
  try {
    const outcome = decideActivity(state, sent, { now: life.now, limits: defaultLimits });
    if (!outcome.isDurable) expect(outcome.actions).toEqual([]);
    else expect(state.transitionCount).toBe(before.transitionCount + 1);
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    // A refusal changes nothing.
    expect(comparable(state)).toEqual(before);
  }
  if (isClosed(before.status)) expect(comparable(state)).toEqual(before);
}

/** Time passes: everything that is due happens when it is due. */
function pass(life: Life, until: number): void {
  for (let count = 0; count < 100; count += 1) {
    const at = nextActivityWakeAt(life.state);
    if (at === undefined || at > until) break;
    life.now = Math.max(life.now, at);
    send(life, { kind: "wake" });
  }
  life.now = until;
  const next = nextActivityWakeAt(life.state);
  if (next !== undefined) expect(next).toBeGreaterThan(until);
}

function checkState({ state, now }: Life): void {
  if (isClosed(state.status)) {
    expect(state.closedAt).toBeGreaterThan(0);
    expect(nextActivityWakeAt(state)).toBeUndefined();
    expect(state.status === STATUS.completed ? state.result : state.failure).toBeDefined();
  } else {
    expect(state.closedAt).toBe(0);
  }
  // Something always goes on: a worker has it, it is offered or will be, or somebody paused it.
  if (state.status === STATUS.scheduled && !state.isOffered) expect(state.dispatchAt).toBeGreaterThan(now);
  if (isInProgress(state.status)) expect(nextActivityWakeAt(state)).toBeDefined();
  const { maximumAttempts } = state.options.retryPolicy;
  if (maximumAttempts > 0) expect(state.attempt).toBeLessThanOrEqual(maximumAttempts);
}

test("C2: a closed activity never changes, a refusal changes nothing, and whatever is due happens", () => {
  fc.assert(
    fc.property(startRequest, fc.array(step, { maxLength: 30 }), (request, steps) => {
      const life = begin(request);
      for (const { afterMs, command: given } of steps) {
        pass(life, life.now + afterMs);
        send(life, given);
        checkState(life);
      }
    }),
    { numRuns: LIVES },
  );
});

test("C4: what is stored of an activity is the activity", () => {
  fc.assert(
    fc.property(startRequest, fc.array(step, { maxLength: 15 }), (request, steps) => {
      const life = begin(request);
      for (const { afterMs, command: given } of steps) {
        pass(life, life.now + afterMs);
        send(life, given);
      }
      const encoded = { request: encodeActivityRequest(life.state), state: encodeActivityState(life.state) };
      const decoded = decodeActivity(life.state, encoded);
      const withoutRequest = ({ request: _request, ...rest }: ActivityState) => ({
        ...rest,
        // An empty result is stored as none; its status tells that it is one.
        result: rest.result?.length === 0 ? undefined : rest.result,
      });
      expect(comparable(withoutRequest(decoded))).toEqual(comparable(withoutRequest(life.state)));
      expect(encodeActivityRequest(decoded)).toEqual(encoded.request);
      expect(nextActivityWakeAt(decoded)).toBe(nextActivityWakeAt(life.state));
    }),
    { numRuns: LIVES / 4 },
  );
});

/** Bytes come back as another class of the same bytes. */
function comparable(value: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([name, part]: [string, unknown]) => [
      name,
      part instanceof Uint8Array ? Buffer.from(part).toString("hex") : part,
    ]),
  );
}
