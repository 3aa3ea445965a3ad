// A standalone activity driven by raw calls: what exactly is sent, and what exactly comes back.
import { randomUUID } from "node:crypto";
import type { temporal } from "@temporalio/proto";
import type { Fixture } from "../fixture.ts";
import { freshQueue } from "./program.ts";
import { bytes } from "./raw-worker.ts";

type StartRequest = temporal.api.workflowservice.v1.IStartActivityExecutionRequest;
type StartResponse = temporal.api.workflowservice.v1.IStartActivityExecutionResponse;
type Task = temporal.api.workflowservice.v1.IPollActivityTaskQueueResponse;
type Description = temporal.api.workflowservice.v1.IDescribeActivityExecutionResponse;
type Outcome = temporal.api.activity.v1.IActivityExecutionOutcome;
type Failure = temporal.api.failure.v1.IFailure;

const POLL_MS = 8_000;
const POLLS_MAX = 4;

/** Durations and counts of messages: the type wants a Long, the wire does not care. */
export function seconds(value: number): { seconds: never; nanos: number } {
  const whole = Math.floor(value);
  return { seconds: whole as never, nanos: Math.round((value - whole) * 1e9) };
}

export interface RawActivity {
  readonly id: string;
  readonly taskQueue: string;
  /** Names it in requests. */
  readonly target: { namespace: string; activityId: string };
  start(more?: StartRequest): Promise<StartResponse>;
  /** The next attempt; polls again when a poll comes back empty, as workers do. */
  task(): Promise<Task>;
  /** Nothing is at the task queue for a while. */
  noTask(): Promise<boolean>;
  complete(task: Task): Promise<void>;
  fail(task: Task, failure?: Failure): Promise<void>;
  describe(): Promise<Description>;
  info(): Promise<temporal.api.activity.v1.IActivityExecutionInfo>;
  /** Waits for the end. */
  outcome(): Promise<Outcome>;
}

const NO_TASK_MS = 2_500;

/** On a task queue of its own, not started yet. */
export function rawActivity(fixture: Fixture, options: StartRequest = {}): RawActivity {
  const { raw, namespace } = fixture;
  const id = fixture.id("activity");
  const taskQueue = freshQueue(fixture, "activity");
  const target = { namespace, activityId: id };
  const poll = (limitMs: number): Promise<Task> =>
    fixture.poll(
      () => raw.pollActivityTaskQueue({ namespace, taskQueue: { name: taskQueue }, identity: "by hand" }),
      limitMs,
    );
  const describe = (): Promise<Description> =>
    raw.describeActivityExecution({
      ...target,
      includeInput: true,
      includeOutcome: true,
      includeHeartbeatDetails: true,
      includeLastFailure: true,
    });
  return {
    id,
    taskQueue,
    target,
    start: (more) =>
      raw.startActivityExecution({
        ...target,
        requestId: randomUUID(),
        activityType: { name: "raw" },
        taskQueue: { name: taskQueue },
        startToCloseTimeout: seconds(60),
        ...options,
        ...more,
      }),
    task: async () => {
      for (let attempt = 1; attempt < POLLS_MAX; attempt += 1) {
        const task = await poll(POLL_MS);
        if (bytes(task.taskToken).length > 0) return task;
      }
      return poll(POLL_MS);
    },
    noTask: async () => bytes((await poll(NO_TASK_MS)).taskToken).length === 0,
    complete: async ({ taskToken }) => {
      await raw.respondActivityTaskCompleted({ namespace, taskToken: bytes(taskToken), identity: "by hand" });
    },
    fail: async ({ taskToken }, failure = { message: "no", applicationFailureInfo: { type: "No" } }) => {
      await raw.respondActivityTaskFailed({
        namespace,
        taskToken: bytes(taskToken),
        failure,
        identity: "by hand",
      });
    },
    describe,
    info: async () => (await describe()).info ?? {},
    outcome: async () => {
      for (let attempt = 1; attempt < POLLS_MAX; attempt += 1) {
        const { outcome } = await fixture.poll(() => raw.pollActivityExecution(target));
        if (outcome != null) return outcome;
      }
      throw new Error(`activity ${id} has no outcome`);
    },
  };
}
