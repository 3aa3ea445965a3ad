// C2, C4 and U1 on random lives of a run: whatever happens in whatever order, with crashes in between.
import fc from "fast-check";
import { expect, test } from "vitest";
import { actionsOfHistory, EVENTLESS_KINDS, sumActions, type ActionKind } from "#usage/actions";
import { RandomLife } from "#harness/random-life";
import { nameOf, RunUnderTest } from "#harness/run-under-test";
import { newDelivery, type NexusOperation } from "./nexus/nexus-operation.ts";
import { isRunning } from "./running.ts";
import { encodeState, rebuild, type Activity, type ExecutionState, type HistoryEvent } from "./index.ts";

const LIVES = 300;
const STEPS_MAX = 100;
// Long lives: in short ones hardly a task is completed.
const steps = fc.array(fc.tuple(fc.nat(1_000), fc.nat(200)), { maxLength: STEPS_MAX, size: "max" });

function live(choices: readonly (readonly [number, number])[]): RunUnderTest {
  const run = new RunUnderTest();
  const life = new RandomLife(run);
  for (const [choice, chance] of choices) life.step(choice, chance);
  return run;
}

/** The state without what no history tells: attempts, tasks in worker's hands, debts to others. */
function toldByHistory(state: ExecutionState): Uint8Array {
  const task = state.workflowTask?.kind === "normal" ? state.workflowTask : undefined;
  return encodeState({
    ...state,
    startRequestId: "",
    startRequestIds: {},
    transitionCount: 0,
    cancelRequestId: "",
    // A buffered pause sets its attribute before the commands of the task that it waits for.
    searchAttributes: Object.fromEntries(Object.entries(state.searchAttributes).sort()),
    workflowTask:
      task === undefined ? undefined : { ...task, originalScheduledAt: 0, isSticky: false, taskQueue: "" },
    workflowTaskAttempt: 1,
    isCloseAttempted: false,
    stickyTaskQueue: "",
    stickyTimeoutMs: 0,
    aftermath: [],
    lastEffectId: 0,
    children: childrenTold(state),
    nexusOperations: new Map([...state.nexusOperations].map(([id, one]) => [id, asCalledNever(one)])),
    callbacks: state.callbacks.map((one) => ({ ...one, ...newDelivery(), stage: "standby" })),
    activities: new Map([...state.activities].map(([id, activity]) => [id, asScheduled(activity)])),
  });
}

/** A closed run still owes the children that it abandoned their start; how that ends is written nowhere. */
function childrenTold(state: ExecutionState): ExecutionState["children"] {
  if (isRunning(state)) return state.children;
  return new Map([...state.children].filter(([, child]) => child.startedEventId !== 0));
}

function asCalledNever(operation: NexusOperation): NexusOperation {
  const { cancellation } = operation;
  return {
    ...operation,
    ...newDelivery(),
    cancellation: cancellation === undefined ? undefined : { ...cancellation, ...newDelivery() },
  };
}

function asScheduled(activity: Activity): Activity {
  return {
    ...activity,
    attempt: 1,
    stamp: 0,
    attemptScheduledAt: activity.scheduledAt,
    isBackingOff: false,
    isHeld: false,
    startedAt: 0,
    requestId: "",
    identity: "",
    lastHeartbeatAt: 0,
    heartbeatDetails: undefined,
    lastFailure: undefined,
    lastAttemptClosedAt: 0,
  };
}

test("C4: replaying the stored history gives the stored state", () => {
  fc.assert(
    fc.property(steps, (choices) => {
      const run = live(choices);
      fc.pre(run.state.bufferedEvents.length === 0);
      const rebuilt = rebuild(run.state, run.events);
      expect(toldByHistory(rebuilt)).toEqual(toldByHistory(run.state));
    }),
    { numRuns: LIVES },
  );
});

/** What an event closes: at most one event may close the same thing. */
function closedBy(event: HistoryEvent): string | undefined {
  const activity =
    event.activityTaskCompletedEventAttributes ??
    event.activityTaskFailedEventAttributes ??
    event.activityTaskTimedOutEventAttributes ??
    event.activityTaskCanceledEventAttributes;
  if (activity != null) return `activity ${String(activity.scheduledEventId)}`;
  const operation =
    event.nexusOperationCompletedEventAttributes ??
    event.nexusOperationFailedEventAttributes ??
    event.nexusOperationCanceledEventAttributes ??
    event.nexusOperationTimedOutEventAttributes;
  if (operation != null) return `operation ${String(operation.scheduledEventId)}`;
  const timer = event.timerFiredEventAttributes ?? event.timerCanceledEventAttributes;
  if (timer != null) return `timer ${String(timer.startedEventId)}`;
  const task = event.workflowTaskCompletedEventAttributes ?? event.workflowTaskFailedEventAttributes;
  if (task != null) return `task ${String(task.scheduledEventId)}`;
  const child = event.childWorkflowExecutionCompletedEventAttributes;
  if (child != null) return `child ${String(child.initiatedEventId)}`;
  const name = nameOf(event);
  return /^WorkflowExecution(Completed|Failed|Canceled|TimedOut|Terminated|ContinuedAsNew)$/.test(name)
    ? "run"
    : undefined;
}

test("C2: nothing is completed twice, event ids have no gap, and nothing follows the close", () => {
  fc.assert(
    fc.property(steps, (choices) => {
      const { events } = live(choices);
      expect(events.map(({ eventId }) => Number(eventId))).toEqual(events.map((_event, index) => index + 1));
      const closed = events.map(closedBy).filter((what) => what !== undefined);
      expect(new Set(closed).size).toBe(closed.length);
      expect(closed.slice(0, -1)).not.toContain("run");
    }),
    { numRuns: LIVES },
  );
});

test("U1: what was billed is what the history tells, but for calls that leave no event", () => {
  const eventless: ReadonlySet<ActionKind> = new Set(EVENTLESS_KINDS);
  fc.assert(
    fc.property(steps, (choices) => {
      const run = live(choices);
      fc.pre(run.state.bufferedEvents.length === 0);
      const billed = sumActions(run.actions.filter(({ kind }) => !eventless.has(kind)));
      expect(Object.fromEntries(billed)).toEqual(Object.fromEntries(actionsOfHistory(run.events)));
    }),
    { numRuns: LIVES },
  );
});

test("the events that name another name one that came before and is of the right kind", () => {
  fc.assert(
    fc.property(steps, (choices) => {
      const { events } = live(choices);
      for (const event of events) {
        const started = event.activityTaskCompletedEventAttributes?.startedEventId;
        if (started == null) continue;
        expect(nameOf(events[Number(started) - 1] ?? {})).toBe("ActivityTaskStarted");
      }
      const children = events.flatMap((event) => event.childWorkflowExecutionCompletedEventAttributes ?? []);
      for (const child of children) {
        const startedEvent = events[Number(child.startedEventId) - 1] ?? {};
        expect(nameOf(startedEvent)).toBe("ChildWorkflowExecutionStarted");
      }
    }),
    { numRuns: LIVES },
  );
});
