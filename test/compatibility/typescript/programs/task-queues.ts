// Task queues: what waits in which order, limits and weights that are set for a queue, and what it tells of itself.
import { randomUUID } from "node:crypto";
import { temporal } from "@temporalio/proto";
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import type { Fixture } from "../fixture.ts";
import { expectGrpc, freshQueue, GRPC, msOf, type Program } from "./program.ts";
import { bytes, command, rawWorker } from "./raw-worker.ts";

type Priority = temporal.api.common.v1.IPriority;
type Update = Omit<temporal.api.workflowservice.v1.IUpdateTaskQueueConfigRequest, "namespace" | "taskQueue">;
type Described = temporal.api.workflowservice.v1.IDescribeTaskQueueResponse;

const { DescribeTaskQueueMode, RateLimitSource, TaskQueueKind, TaskQueueType } = temporal.api.enums.v1;
const ACTIVITY = TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY;
const WORKFLOW = TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW;
const POLL_MS = 5_000;
/** Statistics may be this old. */
const STATS_LIMIT_MS = 15_000;

function describeQueue(
  fixture: Fixture,
  name: string,
  more: temporal.api.workflowservice.v1.IDescribeTaskQueueRequest = {},
): Promise<Described> {
  return fixture.raw.describeTaskQueue({
    namespace: fixture.namespace,
    taskQueue: { name },
    taskQueueType: WORKFLOW,
    ...more,
  });
}

async function startRaw(
  fixture: Fixture,
  taskQueue: string,
  priority: Priority | null = null,
): Promise<string> {
  const workflowId = fixture.id("queued");
  await fixture.raw.startWorkflowExecution({
    namespace: fixture.namespace,
    workflowId,
    requestId: randomUUID(),
    workflowType: { name: "raw" },
    taskQueue: { name: taskQueue },
    priority,
  });
  return workflowId;
}

/** Waits until the queue tells of this many tasks: a server may take a moment to put them there. */
async function backlogOf(fixture: Fixture, taskQueue: string, count: number): Promise<Described> {
  return eventually(
    async () => {
      const described = await describeQueue(fixture, taskQueue, { reportStats: true });
      return Number(described.stats?.approximateBacklogCount ?? 0) === count ? described : undefined;
    },
    { limitMs: STATS_LIMIT_MS, what: `a backlog of ${String(count)}` },
  );
}

/** Takes the workflow tasks of a queue one after another and ends their workflows; answers their workflow ids. */
async function takeAll(fixture: Fixture, taskQueue: string, count: number): Promise<string[]> {
  const { namespace, raw } = fixture;
  const taken: string[] = [];
  for (let polls = 0; taken.length < count && polls < count * 3; polls += 1) {
    const task = await fixture.poll(
      () => raw.pollWorkflowTaskQueue({ namespace, taskQueue: { name: taskQueue } }),
      POLL_MS,
    );
    if (bytes(task.taskToken).length === 0) continue;
    taken.push(task.workflowExecution?.workflowId ?? "");
    await raw.respondWorkflowTaskCompleted({
      namespace,
      taskToken: bytes(task.taskToken),
      commands: [command.complete()],
    });
  }
  return taken;
}

const orderPrograms: Program[] = [
  {
    title: "task queues: tasks of a lower priority key come first, and of the same key in order",
    run: async (fixture) => {
      const queue = freshQueue(fixture, "levels");
      const keys = [5, 3, 1, 0, 2, 1, 4, 9];
      const ids: string[] = [];
      for (const priorityKey of keys) ids.push(await startRaw(fixture, queue, { priorityKey }));
      await backlogOf(fixture, queue, keys.length);
      const taken = await takeAll(fixture, queue, keys.length);
      // 0 is the default, 3; what is above 5 counts as 5.
      expect(taken.map((id) => keys[ids.indexOf(id)])).toEqual([1, 1, 2, 3, 0, 4, 5, 9]);
    },
  },
  {
    title: "task queues: fairness keys with a backlog take turns by their weight",
    run: async (fixture) => {
      const queue = freshQueue(fixture, "fair");
      const ids = new Map<string, string>();
      const each = 12;
      for (const [fairnessKey, fairnessWeight] of [
        ["first", 1],
        ["second", 1],
        ["heavy", 2],
      ] as const) {
        for (let count = 0; count < each; count += 1) {
          ids.set(await startRaw(fixture, queue, { fairnessKey, fairnessWeight }), fairnessKey);
        }
      }
      await backlogOf(fixture, queue, 3 * each);
      const taken = await takeAll(fixture, queue, 16);
      const counts: Record<string, number> = { first: 0, second: 0, heavy: 0 };
      for (const id of taken) counts[ids.get(id) ?? ""] = (counts[ids.get(id) ?? ""] ?? 0) + 1;
      expect(Math.abs((counts["heavy"] ?? 0) - 8)).toBeLessThanOrEqual(2);
      expect(Math.abs((counts["first"] ?? 0) - 4)).toBeLessThanOrEqual(2);
      expect(Math.abs((counts["second"] ?? 0) - 4)).toBeLessThanOrEqual(2);
      const ofFirst = taken.filter((id) => ids.get(id) === "first");
      const asStarted = [...ids].flatMap(([id, key]) => (key === "first" ? [id] : []));
      expect(ofFirst).toEqual(asStarted.slice(0, ofFirst.length));
      await takeAll(fixture, queue, 3 * each - taken.length);
    },
  },
  {
    title: "task queues: the statistics tell of the backlog by priority key",
    run: async (fixture) => {
      const queue = freshQueue(fixture, "stats");
      for (const priorityKey of [1, 1, 3]) await startRaw(fixture, queue, { priorityKey });
      const { stats, statsByPriorityKey } = await backlogOf(fixture, queue, 3);
      expect(Number(statsByPriorityKey?.[1]?.approximateBacklogCount)).toBe(2);
      expect(Number(statsByPriorityKey?.[3]?.approximateBacklogCount)).toBe(1);
      expect(stats?.tasksAddRate).toBeGreaterThan(0);
      expect(stats?.rateLimitingActive).toBe(false);
      await eventually(
        async () => {
          const described = await describeQueue(fixture, queue, { reportStats: true });
          return msOf(described.stats?.approximateBacklogAge) > 1_000;
        },
        { limitMs: STATS_LIMIT_MS, what: "the age of the backlog" },
      );
      await takeAll(fixture, queue, 3);
      const after = await backlogOf(fixture, queue, 0);
      expect(after.stats?.tasksDispatchRate).toBeGreaterThan(0);
    },
  },
];

const priorityPrograms: Program[] = [
  {
    title: "task queues: activities, children and later runs inherit what their own priority does not say",
    run: async (fixture) => {
      const worker = await rawWorker(fixture, {
        priority: { priorityKey: 2, fairnessKey: "tenant", fairnessWeight: 3 },
      });
      const { raw } = await worker.handle.describe();
      expect(raw.workflowExecutionInfo?.priority).toMatchObject({ priorityKey: 2, fairnessKey: "tenant" });
      const childId = fixture.id("child");
      const child = command.child(childId, worker.taskQueue);
      const attributes = child.startChildWorkflowExecutionCommandAttributes;
      if (attributes != null) attributes.priority = { fairnessKey: "own" };
      await worker.step([command.activity("a", worker.taskQueue, { priority: { priorityKey: 1 } }), child]);
      const activity = await worker.activity();
      expect(activity.priority).toMatchObject({ priorityKey: 1, fairnessKey: "tenant", fairnessWeight: 3 });
      const started = await eventually(async () => {
        const described = await fixture.client.workflow.getHandle(childId).describe();
        return described.raw.workflowExecutionInfo ?? undefined;
      });
      expect(started.priority).toMatchObject({ priorityKey: 2, fairnessKey: "own", fairnessWeight: 3 });
      await worker.completeActivity(activity);
      await fixture.client.workflow.getHandle(childId).terminate();
      await eventually(async () => (await worker.events()).includes("CHILD_TERMINATED"));
      await worker.step([command.continueAsNew(worker.taskQueue)]);
      const later = await fixture.client.workflow.getHandle(worker.handle.workflowId).describe();
      expect(later.raw.workflowExecutionInfo?.priority).toMatchObject({ priorityKey: 2, fairnessWeight: 3 });
      await worker.handle.terminate();
    },
  },
  {
    title: "task queues: a changed priority moves the waiting task",
    run: async (fixture) => {
      const queue = freshQueue(fixture, "moved");
      const first = await startRaw(fixture, queue, { priorityKey: 2 });
      const second = await startRaw(fixture, queue, { priorityKey: 3 });
      await backlogOf(fixture, queue, 2);
      const changed = await fixture.raw.updateWorkflowExecutionOptions({
        namespace: fixture.namespace,
        workflowExecution: { workflowId: second },
        workflowExecutionOptions: { priority: { priorityKey: 1, fairnessKey: "k" } },
        updateMask: { paths: ["priority"] },
      });
      expect(changed.workflowExecutionOptions?.priority).toMatchObject({ priorityKey: 1, fairnessKey: "k" });
      const { events } = await fixture.client.workflow.getHandle(second).fetchHistory();
      const told = events?.at(-1)?.workflowExecutionOptionsUpdatedEventAttributes;
      expect(told?.priority).toMatchObject({ priorityKey: 1, fairnessKey: "k" });
      await eventually(async () => {
        const described = await describeQueue(fixture, queue, { reportStats: true });
        return Number(described.statsByPriorityKey?.[1]?.approximateBacklogCount ?? 0) === 1;
      });
      expect(await takeAll(fixture, queue, 2)).toEqual([second, first]);
    },
  },
  {
    title: "task queues: priorities that cannot be are refused",
    run: async (fixture) => {
      const queue = freshQueue(fixture, "refused");
      const refused = (priority: Priority, words: RegExp): Promise<void> =>
        expectGrpc(startRaw(fixture, queue, priority), GRPC.INVALID_ARGUMENT, words);
      await refused({ priorityKey: -1 }, /priority key can't be negative/);
      await refused({ fairnessKey: "x".repeat(65) }, /fairness key length exceeds limit/);
      await refused({ fairnessWeight: -1 }, /must be greater than zero/);
      const worker = await rawWorker(fixture);
      const task = await worker.task();
      const bad = command.activity("a", worker.taskQueue, { priority: { priorityKey: -1 } });
      await expectGrpc(worker.complete(task, [bad]), GRPC.INVALID_ARGUMENT, /priority key can't be negative/);
      await worker.handle.terminate();
    },
  },
];

function configure(
  fixture: Fixture,
  taskQueue: string,
  update: Update,
): Promise<temporal.api.taskqueue.v1.ITaskQueueConfig> {
  return fixture.raw
    .updateTaskQueueConfig({
      namespace: fixture.namespace,
      identity: "me",
      taskQueue,
      taskQueueType: ACTIVITY,
      ...update,
    })
    .then(({ config }) => config ?? {});
}

const configPrograms: Program[] = [
  {
    title: "task queues: a rate limit is told with who set it and why, and holds until it is removed",
    run: async (fixture) => {
      const queue = freshQueue(fixture, "rate");
      const describeRate = async (): Promise<Described> =>
        describeQueue(fixture, queue, { taskQueueType: ACTIVITY, reportConfig: true });
      const before = await describeRate();
      expect(before.effectiveRateLimit?.rateLimitSource).toBe(RateLimitSource.RATE_LIMIT_SOURCE_SYSTEM);
      const set = await configure(fixture, queue, {
        updateQueueRateLimit: { rateLimit: { requestsPerSecond: 5.5 }, reason: "why" },
      });
      expect(set.queueRateLimit?.rateLimit?.requestsPerSecond).toBe(5.5);
      expect(set.queueRateLimit?.metadata).toMatchObject({ reason: "why", updateIdentity: "me" });
      expect(msOf(set.queueRateLimit?.metadata?.updateTime)).toBeGreaterThan(0);
      const limited = await describeRate();
      expect(limited.effectiveRateLimit).toMatchObject({
        requestsPerSecond: 5.5,
        rateLimitSource: RateLimitSource.RATE_LIMIT_SOURCE_API,
      });
      expect(limited.config?.queueRateLimit?.metadata?.reason).toBe("why");
      const ofWorkflows = await describeQueue(fixture, queue, { reportConfig: true });
      expect(ofWorkflows.config?.queueRateLimit ?? null).toBeNull();
      const removed = await configure(fixture, queue, { updateQueueRateLimit: { reason: "enough" } });
      expect(removed.queueRateLimit?.rateLimit ?? null).toBeNull();
      expect(removed.queueRateLimit?.metadata?.reason).toBe("enough");
      const after = await describeRate();
      expect(after.effectiveRateLimit?.rateLimitSource).toBe(RateLimitSource.RATE_LIMIT_SOURCE_SYSTEM);
    },
  },
  {
    title: "task queues: a limit of zero holds every task back, and what waits goes when it is removed",
    run: async (fixture) => {
      const worker = await rawWorker(fixture);
      await configure(fixture, worker.taskQueue, { updateQueueRateLimit: { rateLimit: {} } });
      await worker.step([command.activity("a", worker.taskQueue)]);
      const { namespace, raw } = fixture;
      const taskQueue = { name: worker.taskQueue };
      const held = await fixture.poll(() => raw.pollActivityTaskQueue({ namespace, taskQueue }), 3_000);
      expect(bytes(held.taskToken)).toHaveLength(0);
      const polling = worker.activity();
      await configure(fixture, worker.taskQueue, { updateQueueRateLimit: {} });
      expect((await polling).activityId).toBe("a");
      await worker.handle.terminate();
    },
  },
  {
    title: "task queues: fairness weights are set and unset by key",
    run: async (fixture) => {
      const queue = freshQueue(fixture, "weights");
      const set = await configure(fixture, queue, { setFairnessWeightOverrides: { a: 2, b: 0.5 } });
      expect(set.fairnessWeightOverrides).toEqual({ a: 2, b: 0.5 });
      const changed = await configure(fixture, queue, {
        setFairnessWeightOverrides: { c: 1 },
        unsetFairnessWeightOverrides: ["a", "unknown"],
        updateFairnessKeyRateLimitDefault: { rateLimit: { requestsPerSecond: 2 }, reason: "each" },
      });
      expect(changed.fairnessWeightOverrides).toEqual({ b: 0.5, c: 1 });
      expect(changed.fairnessKeysRateLimitDefault?.rateLimit?.requestsPerSecond).toBe(2);
      const ofWorkflows = await configure(fixture, queue, {
        taskQueueType: WORKFLOW,
        setFairnessWeightOverrides: { w: 3 },
      });
      expect(ofWorkflows.fairnessWeightOverrides).toEqual({ w: 3 });
    },
  },
  {
    title: "task queues: a configuration that cannot be is refused",
    run: async (fixture) => {
      const queue = freshQueue(fixture, "refused");
      const refused = (update: Update, words: RegExp): Promise<void> =>
        expectGrpc(configure(fixture, queue, update), GRPC.INVALID_ARGUMENT, words);
      const rateLimit = { requestsPerSecond: 1 };
      await refused(
        { taskQueueType: WORKFLOW, updateQueueRateLimit: { rateLimit } },
        /Setting rate limit on workflow task queues is not allowed/,
      );
      await refused(
        { taskQueueType: WORKFLOW, updateFairnessKeyRateLimitDefault: { rateLimit } },
        /Setting fairness key rate limit on workflow task queues is not allowed/,
      );
      await refused(
        { updateQueueRateLimit: { rateLimit: { requestsPerSecond: -1 } } },
        /RequestsPerSecond for UpdateQueueRateLimit rate limit must be non-negative/,
      );
      await refused(
        { updateQueueRateLimit: { rateLimit, reason: "r".repeat(1_001) } },
        /UpdateQueueRateLimit.Reason field too long/,
      );
      await refused({ identity: "i".repeat(1_001) }, /Identity field too long/);
      await refused({ setFairnessWeightOverrides: { k: 0 } }, /key "k": must be greater than zero/);
      await refused({ setFairnessWeightOverrides: { "": 1 } }, /key must not be empty/);
      await refused({ unsetFairnessWeightOverrides: ["x".repeat(65)] }, /fairness key length exceeds limit/);
      await refused(
        { setFairnessWeightOverrides: { k: 1 }, unsetFairnessWeightOverrides: ["k"] },
        /present in both set and unset lists/,
      );
      const many = (prefix: string, count: number): Record<string, number> =>
        Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${String(index)}`, 1]));
      await refused({ setFairnessWeightOverrides: many("k", 1_001) }, /too many fairness weight overrides/);
      await configure(fixture, queue, { setFairnessWeightOverrides: many("k", 1_000) });
      await refused({ setFairnessWeightOverrides: { more: 1 } }, /exceeding maximum key size/);
    },
  },
];

const describePrograms: Program[] = [
  {
    title: "task queues: a poller is told with what it asked for",
    run: async (fixture) => {
      const queue = freshQueue(fixture, "pollers");
      const { namespace, raw } = fixture;
      await fixture.poll(
        () =>
          raw.pollActivityTaskQueue({
            namespace,
            taskQueue: { name: queue },
            identity: "the poller",
            taskQueueMetadata: { maxTasksPerSecond: { value: 7 } },
          }),
        3_000,
      );
      const described = await describeQueue(fixture, queue, {
        taskQueueType: ACTIVITY,
        includeTaskQueueStatus: true,
      });
      expect(described.pollers).toHaveLength(1);
      expect(described.pollers?.[0]).toMatchObject({ identity: "the poller", ratePerSecond: 7 });
      expect(msOf(described.pollers?.[0]?.lastAccessTime)).toBeGreaterThan(0);
      expect(described.taskQueueStatus?.ratePerSecond).toBe(7);
      expect(described.effectiveRateLimit).toMatchObject({
        requestsPerSecond: 7,
        rateLimitSource: RateLimitSource.RATE_LIMIT_SOURCE_WORKER,
      });
      // A limit that is set comes before the one that workers ask for.
      await configure(fixture, queue, { updateQueueRateLimit: { rateLimit: { requestsPerSecond: 9 } } });
      const limited = await describeQueue(fixture, queue, { taskQueueType: ACTIVITY });
      expect(limited.effectiveRateLimit).toMatchObject({
        requestsPerSecond: 9,
        rateLimitSource: RateLimitSource.RATE_LIMIT_SOURCE_API,
      });
    },
  },
  {
    title: "task queues: the enhanced mode tells the same by build id and type",
    run: async (fixture) => {
      const queue = freshQueue(fixture, "enhanced");
      await startRaw(fixture, queue);
      await backlogOf(fixture, queue, 1);
      const apiMode = DescribeTaskQueueMode.DESCRIBE_TASK_QUEUE_MODE_ENHANCED;
      const all = await describeQueue(fixture, queue, {
        apiMode,
        reportStats: true,
        reportTaskReachability: true,
      });
      expect(Object.keys(all.versionsInfo ?? {})).toEqual([""]);
      const unversioned = all.versionsInfo?.[""];
      expect(Object.keys(unversioned?.typesInfo ?? {})).toEqual(["1", "2"]);
      expect(Number(unversioned?.typesInfo?.[1]?.stats?.approximateBacklogCount)).toBe(1);
      expect(unversioned?.taskReachability).toBe(1);
      const chosen = await describeQueue(fixture, queue, {
        apiMode,
        taskQueueTypes: [ACTIVITY],
        versions: { unversioned: true, buildIds: ["nobody"] },
        reportTaskReachability: true,
      });
      expect(Object.keys(chosen.versionsInfo ?? {}).sort()).toEqual(["", "nobody"]);
      expect(Object.keys(chosen.versionsInfo?.["nobody"]?.typesInfo ?? {})).toEqual(["2"]);
      expect(chosen.versionsInfo?.["nobody"]?.taskReachability).toBe(3);
      await takeAll(fixture, queue, 1);
    },
  },
  {
    title: "task queues: a sticky queue is described without statistics, and not in the enhanced mode",
    run: async (fixture) => {
      const normalName = freshQueue(fixture, "normal");
      const taskQueue = {
        name: freshQueue(fixture, "sticky"),
        kind: TaskQueueKind.TASK_QUEUE_KIND_STICKY,
        normalName,
      };
      const { namespace, raw } = fixture;
      await fixture.poll(
        () => raw.pollWorkflowTaskQueue({ namespace, taskQueue, identity: "sticky" }),
        3_000,
      );
      const described = await describeQueue(fixture, "", { taskQueue });
      expect(described.pollers?.map(({ identity }) => identity)).toEqual(["sticky"]);
      await expectGrpc(
        describeQueue(fixture, "", { taskQueue, reportStats: true }),
        GRPC.INVALID_ARGUMENT,
        /only supported for the root partition/,
      );
      const apiMode = DescribeTaskQueueMode.DESCRIBE_TASK_QUEUE_MODE_ENHANCED;
      await expectGrpc(
        describeQueue(fixture, "", { taskQueue, apiMode }),
        GRPC.INVALID_ARGUMENT,
        /not valid for a sticky queue/,
      );
    },
  },
  {
    title: "task queues: names that cannot be are refused",
    run: async (fixture) => {
      const { namespace, raw } = fixture;
      const refused = (work: Promise<unknown>, words: RegExp): Promise<void> =>
        expectGrpc(work, GRPC.INVALID_ARGUMENT, words);
      await refused(describeQueue(fixture, ""), /missing task queue name/);
      await refused(raw.describeTaskQueue({ namespace }), /taskQueue is not set/);
      await refused(describeQueue(fixture, "x".repeat(1_001)), /taskQueue length exceeds limit/);
      await refused(
        fixture.poll(
          () => raw.pollWorkflowTaskQueue({ namespace, taskQueue: { name: "/_sys/mine" } }),
          POLL_MS,
        ),
        /cannot start with reserved prefix \/_sys\//,
      );
      await refused(raw.listTaskQueuePartitions({ namespace }), /taskQueue is not set/);
      const { activityTaskQueuePartitions: partitions } = await raw.listTaskQueuePartitions({
        namespace,
        taskQueue: { name: fixture.taskQueue },
      });
      expect(partitions.map(({ key }) => key)).toContain(fixture.taskQueue);
      expect(partitions[0]?.ownerHostName).toBeTruthy();
    },
  },
  {
    title:
      "task queues: a poll that waited says that there are enough, one that found an old backlog that there are too few",
    run: async (fixture) => {
      const queue = freshQueue(fixture, "scaling");
      const { namespace, raw } = fixture;
      const poll = (): Promise<temporal.api.workflowservice.v1.IPollWorkflowTaskQueueResponse> =>
        fixture.poll(
          () => raw.pollWorkflowTaskQueue({ namespace, taskQueue: { name: queue }, identity: "scaled" }),
          10_000,
        );
      const waiting = poll();
      await eventually(
        async () => {
          const { pollers } = await describeQueue(fixture, queue);
          return Date.now() - msOf(pollers?.[0]?.lastAccessTime) > 1_500 && (pollers ?? []).length > 0;
        },
        { what: "a poll that waited" },
      );
      await startRaw(fixture, queue);
      expect((await waiting).pollerScalingDecision?.pollRequestDeltaSuggestion).toBe(-1);
      for (let count = 0; count < 10; count += 1) await startRaw(fixture, queue);
      await eventually(async () => {
        const described = await describeQueue(fixture, queue, { reportStats: true });
        return msOf(described.stats?.approximateBacklogAge) > 500;
      });
      const deltas: number[] = [];
      for (let count = 0; count < 5; count += 1) {
        deltas.push((await poll()).pollerScalingDecision?.pollRequestDeltaSuggestion ?? 0);
      }
      expect(deltas).toContain(1);
    },
  },
];

export const taskQueuePrograms: Program[] = [
  ...orderPrograms,
  ...priorityPrograms,
  ...configPrograms,
  ...describePrograms,
];
