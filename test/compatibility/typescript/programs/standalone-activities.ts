// Activities without a workflow: started by the SDK's client and run by its worker, and their lives step by step.
import { randomUUID } from "node:crypto";
import { temporal } from "@temporalio/proto";
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import { errorOf, expectGrpc, GRPC, msOf, type Program } from "./program.ts";
import { rawActivity, seconds } from "./raw-activity.ts";
import { bytes, json } from "./raw-worker.ts";

const {
  ActivityExecutionStatus: Status,
  ActivityIdConflictPolicy: Conflict,
  ActivityIdReusePolicy: Reuse,
  PendingActivityState: RunState,
  RetryState,
  TimeoutType,
} = temporal.api.enums.v1;

const startPrograms: Program[] = [
  {
    title: "standalone activity: the SDK's client starts it and gets its result",
    run: async ({ client, taskQueue, id }) => {
      const activityId = id("sdk-activity");
      const result = await client.activity.execute("greet", {
        id: activityId,
        taskQueue,
        args: ["World"],
        startToCloseTimeout: "10s",
      });
      expect(result).toBe("Hello, World!");
      const handle = client.activity.getHandle(activityId);
      expect(await handle.result()).toBe("Hello, World!");
      expect((await handle.describe()).status).toBe("COMPLETED");
    },
  },
  {
    title: "standalone activity: the SDK's client sees its failure, cancels and terminates it",
    run: async (fixture) => {
      const { client, taskQueue } = fixture;
      const failed = await errorOf(
        client.activity.execute("failAs", {
          id: fixture.id("sdk-failing"),
          taskQueue,
          args: ["Asked", true],
          startToCloseTimeout: "10s",
        }),
      );
      expect(failed.cause).toMatchObject({ message: "as asked", type: "Asked" });
      const waiting = rawActivity(fixture);
      const handle = await client.activity.start("raw", {
        id: waiting.id,
        taskQueue: waiting.taskQueue,
        startToCloseTimeout: "10s",
      });
      await handle.cancel("not needed");
      await errorOf(handle.result());
      expect((await handle.describe()).status).toBe("CANCELED");
      const again = await client.activity.start("raw", {
        id: waiting.id,
        taskQueue: waiting.taskQueue,
        startToCloseTimeout: "10s",
      });
      await again.terminate("enough");
      expect((await again.describe()).status).toBe("TERMINATED");
    },
  },
  {
    title: "standalone activity: a start with a known request id is answered with the same run",
    run: async (fixture) => {
      const activity = rawActivity(fixture);
      const requestId = randomUUID();
      const first = await activity.start({ requestId });
      expect(first.started).toBe(true);
      expect(first.link?.activity).toMatchObject({ activityId: activity.id, runId: first.runId });
      const second = await activity.start({ requestId });
      expect(second).toMatchObject({ runId: first.runId, started: false });
      await activity.complete(await activity.task());
      expect(await activity.start({ requestId })).toMatchObject({ runId: first.runId, started: false });
    },
  },
  {
    title: "standalone activity: an id that runs is refused or used, as its conflict policy says",
    run: async (fixture) => {
      const activity = rawActivity(fixture);
      const { runId } = await activity.start();
      await expectGrpc(activity.start(), GRPC.ALREADY_EXISTS, /activity execution already started/);
      const used = await activity.start({
        idConflictPolicy: Conflict.ACTIVITY_ID_CONFLICT_POLICY_USE_EXISTING,
      });
      expect(used).toMatchObject({ runId, started: false });
      await fixture.raw.terminateActivityExecution(activity.target);
    },
  },
  {
    title: "standalone activity: an id that was used is refused or used again, as its reuse policy says",
    run: async (fixture) => {
      const activity = rawActivity(fixture);
      const first = await activity.start();
      await activity.complete(await activity.task());
      const rejected = Reuse.ACTIVITY_ID_REUSE_POLICY_REJECT_DUPLICATE;
      const failedOnly = Reuse.ACTIVITY_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY;
      await expectGrpc(activity.start({ idReusePolicy: rejected }), GRPC.ALREADY_EXISTS);
      await expectGrpc(activity.start({ idReusePolicy: failedOnly }), GRPC.ALREADY_EXISTS);
      const second = await activity.start();
      expect(second.runId).not.toBe(first.runId);
      await fixture.raw.terminateActivityExecution(activity.target);
      const third = await activity.start({ idReusePolicy: failedOnly });
      expect(third.started).toBe(true);
      await fixture.raw.terminateActivityExecution(activity.target);
      // The earlier run is still there by its run id.
      const { info } = await fixture.raw.describeActivityExecution({
        ...activity.target,
        runId: first.runId ?? "",
      });
      expect(info?.status).toBe(Status.ACTIVITY_EXECUTION_STATUS_COMPLETED);
    },
  },
  {
    title: "standalone activity: a start is checked",
    run: async (fixture) => {
      const { start } = rawActivity(fixture);
      const refused = (more: object, message: RegExp): Promise<void> =>
        expectGrpc(start(more), GRPC.INVALID_ARGUMENT, message);
      await refused({ activityId: "" }, /activityId is not set/);
      await refused({ activityType: null }, /activityType is not set/);
      await refused({ taskQueue: null }, /taskQueue is not set/);
      await refused({ taskQueue: { name: "" } }, /missing task queue name/);
      await refused(
        { startToCloseTimeout: null },
        /a valid StartToCloseTimeout or ScheduleToCloseTimeout must/,
      );
      await refused({ startToCloseTimeout: seconds(-1) }, /invalid StartToCloseTimeout: negative duration/);
      await refused({ startDelay: seconds(-1) }, /invalid StartDelay: negative duration/);
      await refused(
        { activityId: "x".repeat(1001) },
        /activityId exceeds length limit. Length=1001 Limit=1000/,
      );
      await refused(
        { requestId: "x".repeat(1001) },
        /request ID exceeds length limit. Length=1001 Limit=1000/,
      );
      await refused({ identity: "x".repeat(1001) }, /identity exceeds length limit/);
      await refused({ retryPolicy: { backoffCoefficient: 0.5 } }, /BackoffCoefficient cannot be less than 1/);
      await refused({ priority: { priorityKey: -1 } }, /priority key can't be negative/);
      await refused({ idReusePolicy: 9 }, /unsupported ID reuse policy/);
      await refused({ idConflictPolicy: 9 }, /unsupported ID conflict policy/);
      await refused({ links: [{}] }, /unsupported link variant/);
      await refused(
        { links: Array.from({ length: 11 }, () => ({ batchJob: { jobId: "a" } })) },
        /more than 10/,
      );
      await refused(
        { onConflictOptions: { attachRequestId: true } },
        /attach_request_id requires at least one/,
      );
      await refused(
        { input: { payloads: [{ data: Buffer.alloc(2_200_000) }] } },
        /input exceeds length limit/,
      );
      await refused(
        { userMetadata: { summary: { data: Buffer.alloc(500) } } },
        /user_metadata.summary exceeds/,
      );
      await refused({ searchAttributes: { indexedFields: { NoSuchThing: json(1) } } }, /NoSuchThing/);
    },
  },
  {
    title: "standalone activity: everything it was started with is described",
    run: async (fixture) => {
      const activity = rawActivity(fixture);
      const link = { workflowEvent: { namespace: fixture.namespace, workflowId: "w", runId: randomUUID() } };
      await activity.start({
        input: { payloads: [json("in")] },
        header: { fields: { trace: json("t") } },
        userMetadata: { summary: json("a summary") },
        priority: { priorityKey: 2, fairnessKey: "f" },
        scheduleToCloseTimeout: seconds(100),
        startToCloseTimeout: seconds(200),
        heartbeatTimeout: seconds(300),
        startDelay: seconds(50),
        links: [link],
        searchAttributes: { indexedFields: { ContractKeyword: json("k") } },
      });
      const { info, input, outcome, runId } = await activity.describe();
      expect(outcome).toBeNull();
      expect(Buffer.from(input?.payloads?.[0]?.data ?? []).toString()).toBe('"in"');
      expect(info).toMatchObject({
        activityId: activity.id,
        runId,
        activityType: { name: "raw" },
        taskQueue: activity.taskQueue,
        status: Status.ACTIVITY_EXECUTION_STATUS_RUNNING,
        runState: RunState.PENDING_ACTIVITY_STATE_SCHEDULED,
        attempt: 1,
        priority: { priorityKey: 2, fairnessKey: "f" },
      });
      // Timeouts are cut to the whole, and the start delay comes before them.
      expect(msOf(info?.startToCloseTimeout)).toBe(100_000);
      expect(msOf(info?.scheduleToStartTimeout)).toBe(100_000);
      expect(msOf(info?.heartbeatTimeout)).toBe(100_000);
      const scheduled = msOf(info?.scheduleTime);
      expect(msOf(info?.executionTime) - scheduled).toBeCloseTo(50_000, 3);
      expect(msOf(info?.expirationTime) - scheduled).toBeCloseTo(150_000, 3);
      expect(msOf(info?.nextAttemptScheduleTime) - scheduled).toBeCloseTo(50_000, 3);
      expect(info?.links?.[0]?.workflowEvent?.workflowId).toBe("w");
      expect(Buffer.from(info?.userMetadata?.summary?.data ?? []).toString()).toBe('"a summary"');
      expect(Object.keys(info?.header?.fields ?? {})).toEqual(["trace"]);
      expect(Object.keys(info?.searchAttributes?.indexedFields ?? {})).toContain("ContractKeyword");
      expect(Number(info?.stateTransitionCount)).toBe(1);
      await fixture.raw.terminateActivityExecution(activity.target);
    },
  },
];

const attemptPrograms: Program[] = [
  {
    title: "standalone activity: a worker gets all of it, and its token works once",
    run: async (fixture) => {
      const activity = rawActivity(fixture);
      const { runId } = await activity.start({ input: { payloads: [json("in")] } });
      const task = await activity.task();
      expect(task).toMatchObject({
        activityId: activity.id,
        activityType: { name: "raw" },
        attempt: 1,
        activityRunId: runId,
        workflowNamespace: fixture.namespace,
      });
      expect(task.workflowExecution?.workflowId ?? "").toBe("");
      expect(Buffer.from(task.input?.payloads?.[0]?.data ?? []).toString()).toBe('"in"');
      expect(await activity.info()).toMatchObject({
        runState: RunState.PENDING_ACTIVITY_STATE_STARTED,
        lastWorkerIdentity: "by hand",
      });
      await activity.complete(task);
      await expectGrpc(activity.complete(task), GRPC.NOT_FOUND, /activity not found for ID/);
      await expectGrpc(activity.fail(task), GRPC.NOT_FOUND);
      expect((await activity.outcome()).result).toBeTruthy();
    },
  },
  {
    title: "standalone activity: a failed attempt is tried again, at last it fails",
    run: async (fixture) => {
      const activity = rawActivity(fixture, {
        retryPolicy: { initialInterval: seconds(0.2), maximumAttempts: 2 },
      });
      await activity.start();
      await activity.fail(await activity.task());
      const waiting = await activity.describe();
      expect(waiting.info?.attempt).toBe(2);
      expect(waiting.info?.lastFailure?.message).toBe("no");
      const task = await activity.task();
      expect(task.attempt).toBe(2);
      await activity.fail(task);
      const outcome = await activity.outcome();
      expect(outcome.failure?.message).toBe("no");
      expect(outcome.retryState).toBe(RetryState.RETRY_STATE_MAXIMUM_ATTEMPTS_REACHED);
      expect((await activity.info()).status).toBe(Status.ACTIVITY_EXECUTION_STATUS_FAILED);
    },
  },
  {
    title: "standalone activity: a failure that is not to be retried ends it",
    run: async (fixture) => {
      const activity = rawActivity(fixture);
      await activity.start({ retryPolicy: { nonRetryableErrorTypes: ["No"] } });
      await activity.fail(await activity.task());
      expect((await activity.outcome()).retryState).toBe(RetryState.RETRY_STATE_NON_RETRYABLE_FAILURE);
      const other = rawActivity(fixture);
      await other.start();
      await fixture.raw.respondActivityTaskFailed({
        namespace: fixture.namespace,
        taskToken: bytes((await other.task()).taskToken),
        failure: { message: "never", applicationFailureInfo: { nonRetryable: true } },
      });
      expect((await other.outcome()).failure?.message).toBe("never");
    },
  },
  {
    title: "standalone activity: a worker may say when it is tried again",
    run: async (fixture) => {
      const activity = rawActivity(fixture);
      await activity.start({ retryPolicy: { initialInterval: seconds(500) } });
      await activity.fail(await activity.task(), {
        message: "soon",
        applicationFailureInfo: { nextRetryDelay: seconds(0.2) },
      });
      expect((await activity.task()).attempt).toBe(2);
      await fixture.raw.terminateActivityExecution(activity.target);
    },
  },
  {
    title: "standalone activity: a retry for which there is no time is not waited for",
    run: async (fixture) => {
      const activity = rawActivity(fixture);
      await activity.start({
        scheduleToCloseTimeout: seconds(30),
        retryPolicy: { initialInterval: seconds(60) },
      });
      await activity.fail(await activity.task());
      expect((await activity.outcome()).retryState).toBe(RetryState.RETRY_STATE_TIMEOUT);
    },
  },
  {
    title: "standalone activity: heartbeats are remembered, and given to the next attempt",
    run: async (fixture) => {
      const activity = rawActivity(fixture, { retryPolicy: { initialInterval: seconds(0.1) } });
      await activity.start({ heartbeatTimeout: seconds(30) });
      const task = await activity.task();
      const beat = await fixture.raw.recordActivityTaskHeartbeat({
        namespace: fixture.namespace,
        taskToken: bytes(task.taskToken),
        details: { payloads: [json("half")] },
      });
      expect(beat).toMatchObject({ cancelRequested: false, activityPaused: false, activityReset: false });
      const info = await activity.info();
      expect(Buffer.from(info.heartbeatDetails?.payloads?.[0]?.data ?? []).toString()).toBe('"half"');
      expect(Number(info.totalHeartbeatCount)).toBe(1);
      await activity.fail(task);
      const next = await activity.task();
      expect(Buffer.from(next.heartbeatDetails?.payloads?.[0]?.data ?? []).toString()).toBe('"half"');
      await activity.complete(next);
    },
  },
  {
    title: "standalone activity: each of its timeouts ends it with its own failure",
    run: async (fixture) => {
      const once = { retryPolicy: { maximumAttempts: 1 } };
      const unpolled = rawActivity(fixture);
      await unpolled.start({ scheduleToStartTimeout: seconds(1) });
      const slow = rawActivity(fixture, once);
      await slow.start({ startToCloseTimeout: seconds(1) });
      await slow.task();
      const silent = rawActivity(fixture, once);
      await silent.start({ heartbeatTimeout: seconds(1) });
      await silent.task();
      const late = rawActivity(fixture);
      await late.start({ scheduleToCloseTimeout: seconds(1) });
      const typeOf = async (activity: typeof late) => {
        const { failure, retryState } = await activity.outcome();
        expect((await activity.info()).status).toBe(Status.ACTIVITY_EXECUTION_STATUS_TIMED_OUT);
        return [failure?.message, failure?.timeoutFailureInfo?.timeoutType, retryState];
      };
      expect(await typeOf(unpolled)).toEqual([
        "activity ScheduleToStart timeout",
        TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_START,
        RetryState.RETRY_STATE_TIMEOUT,
      ]);
      expect(await typeOf(slow)).toEqual([
        "activity StartToClose timeout",
        TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE,
        RetryState.RETRY_STATE_MAXIMUM_ATTEMPTS_REACHED,
      ]);
      expect(await typeOf(silent)).toEqual([
        "activity Heartbeat timeout",
        TimeoutType.TIMEOUT_TYPE_HEARTBEAT,
        RetryState.RETRY_STATE_MAXIMUM_ATTEMPTS_REACHED,
      ]);
      // Both of its timeouts end at the same time.
      expect((await late.outcome()).failure?.timeoutFailureInfo).toBeTruthy();
    },
  },
  {
    title: "standalone activity: it can be completed and failed by its id",
    run: async (fixture) => {
      const { raw, namespace } = fixture;
      const unpolled = rawActivity(fixture);
      await unpolled.start();
      const byId = { namespace, activityId: unpolled.id };
      await expectGrpc(raw.respondActivityTaskFailedById(byId), GRPC.NOT_FOUND, /activity not found for ID/);
      await raw.respondActivityTaskCompletedById({ ...byId, result: { payloads: [json("done")] } });
      const { result } = await unpolled.outcome();
      expect(Buffer.from(result?.payloads?.[0]?.data ?? []).toString()).toBe('"done"');
      await expectGrpc(raw.respondActivityTaskCompletedById(byId), GRPC.FAILED_PRECONDITION);
      const running = rawActivity(fixture, { retryPolicy: { maximumAttempts: 1 } });
      await running.start();
      await running.task();
      const named = { namespace, activityId: running.id };
      await raw.recordActivityTaskHeartbeatById(named);
      await expectGrpc(raw.respondActivityTaskCanceledById(named), GRPC.INVALID_ARGUMENT);
      await raw.respondActivityTaskFailedById({ ...named, failure: { message: "by id" } });
      expect((await running.outcome()).failure?.message).toBe("by id");
    },
  },
  {
    title: "standalone activity: a start delay holds it back",
    run: async (fixture) => {
      const activity = rawActivity(fixture);
      await activity.start({ startDelay: seconds(4) });
      expect(await activity.noTask()).toBe(true);
      const task = await activity.task();
      const waitedMs = msOf(task.startedTime) - msOf(task.scheduledTime);
      expect(waitedMs).toBeGreaterThanOrEqual(4_000);
      await activity.complete(task);
    },
  },
];

const endPrograms: Program[] = [
  {
    title: "standalone activity: one that waits is canceled at once",
    run: async (fixture) => {
      const activity = rawActivity(fixture);
      await activity.start();
      const cancel = { ...activity.target, reason: "why", identity: "me", requestId: "c" };
      await fixture.raw.requestCancelActivityExecution(cancel);
      await fixture.raw.requestCancelActivityExecution(cancel);
      const { failure } = await activity.outcome();
      expect(failure?.message).toBe("Activity canceled");
      expect(failure?.canceledFailureInfo?.identity).toBe("me");
      expect(Buffer.from(failure?.canceledFailureInfo?.details?.payloads?.[0]?.data ?? []).toString()).toBe(
        '"why"',
      );
      const info = await activity.info();
      expect(info).toMatchObject({
        status: Status.ACTIVITY_EXECUTION_STATUS_CANCELED,
        canceledReason: "why",
      });
      await expectGrpc(
        fixture.raw.requestCancelActivityExecution({ ...cancel, requestId: "other" }),
        GRPC.FAILED_PRECONDITION,
        /activity is in terminal state Canceled/,
      );
    },
  },
  {
    title: "standalone activity: the worker of one that runs is asked, and confirms or completes",
    run: async (fixture) => {
      const { raw, namespace } = fixture;
      const activity = rawActivity(fixture);
      await activity.start();
      const { taskToken } = await activity.task();
      const token = { namespace, taskToken: bytes(taskToken) };
      await expectGrpc(raw.respondActivityTaskCanceled(token), GRPC.INVALID_ARGUMENT, /unable to mark/);
      await raw.requestCancelActivityExecution({ ...activity.target, requestId: "c" });
      expect((await activity.info()).runState).toBe(RunState.PENDING_ACTIVITY_STATE_CANCEL_REQUESTED);
      await expectGrpc(
        raw.requestCancelActivityExecution({ ...activity.target, requestId: "d" }),
        GRPC.FAILED_PRECONDITION,
        /cancellation already requested with request ID c/,
      );
      expect((await raw.recordActivityTaskHeartbeat(token)).cancelRequested).toBe(true);
      await raw.respondActivityTaskCanceled({ ...token, details: { payloads: [json("bye")] } });
      const { failure } = await activity.outcome();
      expect(Buffer.from(failure?.canceledFailureInfo?.details?.payloads?.[0]?.data ?? []).toString()).toBe(
        '"bye"',
      );
      const stubborn = rawActivity(fixture);
      await stubborn.start();
      const task = await stubborn.task();
      await raw.requestCancelActivityExecution(stubborn.target);
      await stubborn.complete(task);
      expect((await stubborn.info()).status).toBe(Status.ACTIVITY_EXECUTION_STATUS_COMPLETED);
    },
  },
  {
    title: "standalone activity: a canceled one that fails is not tried again",
    run: async (fixture) => {
      const activity = rawActivity(fixture);
      await activity.start();
      const task = await activity.task();
      await fixture.raw.requestCancelActivityExecution(activity.target);
      await activity.fail(task);
      const outcome = await activity.outcome();
      expect(outcome.retryState).toBe(RetryState.RETRY_STATE_CANCEL_REQUESTED);
      expect((await activity.info()).status).toBe(Status.ACTIVITY_EXECUTION_STATUS_FAILED);
    },
  },
  {
    title: "standalone activity: it is terminated once",
    run: async (fixture) => {
      const activity = rawActivity(fixture);
      await activity.start();
      const task = await activity.task();
      const terminate = { ...activity.target, reason: "boom", identity: "me", requestId: "t" };
      await fixture.raw.terminateActivityExecution(terminate);
      await fixture.raw.terminateActivityExecution(terminate);
      await expectGrpc(
        fixture.raw.terminateActivityExecution({ ...terminate, requestId: "u" }),
        GRPC.FAILED_PRECONDITION,
        /already terminated with request ID t/,
      );
      await expectGrpc(activity.complete(task), GRPC.NOT_FOUND);
      const { failure } = await activity.outcome();
      expect(failure).toMatchObject({ message: "boom", terminatedFailureInfo: { identity: "me" } });
    },
  },
  {
    title: "standalone activity: a deleted one is not there any more",
    run: async (fixture) => {
      const activity = rawActivity(fixture);
      await activity.start();
      await fixture.raw.deleteActivityExecution(activity.target);
      await eventually(async () => {
        const error = await errorOf(fixture.raw.describeActivityExecution(activity.target)).catch(
          () => undefined,
        );
        return error === undefined
          ? undefined
          : expectGrpc(Promise.reject(error), GRPC.NOT_FOUND).then(() => true);
      });
      await expectGrpc(
        fixture.raw.deleteActivityExecution({ ...activity.target, activityId: `${activity.id}-none` }),
        GRPC.NOT_FOUND,
        /activity not found for ID/,
      );
    },
  },
  {
    title: "standalone activity: who waits for its outcome, or for any change, is told",
    run: async (fixture) => {
      const { raw } = fixture;
      const activity = rawActivity(fixture);
      const { runId } = await activity.start();
      const { longPollToken } = await activity.describe();
      const outcome = activity.outcome();
      const watch = { ...activity.target, runId: runId ?? "", longPollToken: bytes(longPollToken) };
      const changed = fixture.poll(() => raw.describeActivityExecution(watch));
      const task = await activity.task();
      expect((await changed).info?.runState).toBe(RunState.PENDING_ACTIVITY_STATE_STARTED);
      await activity.complete(task);
      expect((await outcome).result).toBeTruthy();
      // What changed already is told at once.
      expect((await raw.describeActivityExecution(watch)).info?.status).toBe(
        Status.ACTIVITY_EXECUTION_STATUS_COMPLETED,
      );
      await expectGrpc(
        raw.describeActivityExecution({ ...watch, longPollToken: Buffer.from("nonsense") }),
        GRPC.INVALID_ARGUMENT,
        /invalid long poll token/,
      );
      await expectGrpc(
        raw.describeActivityExecution({ ...watch, runId: "" }),
        GRPC.INVALID_ARGUMENT,
        /run id is required when long poll token is provided/,
      );
      await expectGrpc(
        raw.describeActivityExecution({ ...activity.target, runId: "x" }),
        GRPC.INVALID_ARGUMENT,
        /invalid run id: must be a valid UUID/,
      );
    },
  },
];

export const standaloneActivityPrograms: Program[] = [...startPrograms, ...attemptPrograms, ...endPrograms];
