// Workers as the server knows them from their heartbeats, and what their shutdown does to their polls.
import { temporal } from "@temporalio/proto";
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import type { Fixture } from "../fixture.ts";
import { execute, expectGrpc, freshQueue, GRPC, start, type Program } from "./program.ts";
import { bytes } from "./raw-worker.ts";

type Heartbeat = temporal.api.worker.v1.IWorkerHeartbeat;

const { TaskQueueType, WorkerStatus } = temporal.api.enums.v1;

function heartbeat(taskQueue: string, name: string, more: Heartbeat = {}): Heartbeat {
  // The type wants a Long, the wire does not care.
  const now = { seconds: Math.floor(Date.now() / 1_000) as never, nanos: 0 };
  return {
    workerInstanceKey: `${taskQueue}-${name}`,
    workerIdentity: `identity-${name}`,
    hostInfo: { hostName: `host-${name}`, processId: "1", workerGroupingKey: "group" },
    taskQueue,
    deploymentVersion: { deploymentName: "dep", buildId: name },
    sdkName: "temporal-contract",
    sdkVersion: "1.2.3",
    status: WorkerStatus.WORKER_STATUS_RUNNING,
    startTime: now,
    heartbeatTime: now,
    ...more,
  };
}

async function record(fixture: Fixture, ...workerHeartbeat: Heartbeat[]): Promise<void> {
  await fixture.raw.recordWorkerHeartbeat({ namespace: fixture.namespace, identity: "me", workerHeartbeat });
}

/** The names of the workers of a queue that also match `more`. */
async function namesOf(fixture: Fixture, taskQueue: string, more = ""): Promise<string[]> {
  const { workers, workersInfo } = await fixture.raw.listWorkers({
    namespace: fixture.namespace,
    query: `TaskQueue = '${taskQueue}'${more}`,
  });
  expect(workersInfo).toHaveLength(workers.length);
  return workers.map(({ workerInstanceKey }) => (workerInstanceKey ?? "").slice(taskQueue.length + 1)).sort();
}

const listPrograms: Program[] = [
  {
    title: "workers: the latest heartbeat of each is listed, counted and described until it shuts down",
    run: async (fixture) => {
      const queue = freshQueue(fixture, "workers");
      const { namespace, raw } = fixture;
      await record(fixture, heartbeat(queue, "a"), heartbeat(queue, "b"));
      await record(fixture, heartbeat(queue, "a", { totalStickyCacheHit: 7 }));
      expect(await namesOf(fixture, queue)).toEqual(["a", "b"]);
      const { count } = await raw.countWorkers({ namespace, query: `TaskQueue = '${queue}'` });
      expect(Number(count)).toBe(2);
      const { workerInfo } = await raw.describeWorker({ namespace, workerInstanceKey: `${queue}-a` });
      expect(workerInfo?.workerHeartbeat).toMatchObject({ totalStickyCacheHit: 7, sdkVersion: "1.2.3" });
      const { workers } = await raw.listWorkers({ namespace, query: `WorkerInstanceKey = '${queue}-a'` });
      expect(workers[0]).toMatchObject({
        workerIdentity: "identity-a",
        hostName: "host-a",
        workerGroupingKey: "group",
        processId: "1",
        sdkName: "temporal-contract",
        status: WorkerStatus.WORKER_STATUS_RUNNING,
      });
      await record(fixture, heartbeat(queue, "a", { status: WorkerStatus.WORKER_STATUS_SHUTDOWN }));
      expect(await namesOf(fixture, queue)).toEqual(["b"]);
      await expectGrpc(
        raw.describeWorker({ namespace, workerInstanceKey: `${queue}-a` }),
        GRPC.NOT_FOUND,
        /not found/,
      );
    },
  },
  {
    title: "workers: a query selects by what heartbeats say",
    run: async (fixture) => {
      const queue = freshQueue(fixture, "filter");
      const { WORKER_STATUS_SHUTTING_DOWN: status } = WorkerStatus;
      await record(
        fixture,
        heartbeat(queue, "a"),
        heartbeat(queue, "b", { status }),
        heartbeat(queue, "c", { deploymentVersion: null, hostInfo: null, startTime: null }),
      );
      const names = (more: string): Promise<string[]> => namesOf(fixture, queue, ` AND ${more}`);
      expect(await names("WorkerIdentity = 'identity-a'")).toEqual(["a"]);
      expect(await names("HostName starts_with 'host-'")).toEqual(["a", "b"]);
      expect(await names("HostName not starts_with 'host-b'")).toEqual(["a", "c"]);
      expect(await names("DeploymentName IS NULL")).toEqual(["c"]);
      expect(await names("BuildId IS NOT NULL")).toEqual(["a", "b"]);
      expect(await names("Status = 'Running'")).toEqual(["a", "c"]);
      expect(await names("WorkerStatus != 'Running'")).toEqual(["b"]);
      expect(await names("StartTime IS NULL")).toEqual(["c"]);
      expect(await names("HeartbeatTime > '2020-01-01T00:00:00Z'")).toEqual(["a", "b", "c"]);
      expect(await names("StartTime BETWEEN '2020-01-01T00:00:00Z' AND '2120-01-01T00:00:00Z'")).toEqual([
        "a",
        "b",
      ]);
      expect(await names("(BuildId = 'a' OR SdkVersion = '9')")).toEqual(["a"]);
      const { namespace, raw } = fixture;
      await expectGrpc(raw.listWorkers({ namespace, query: "(((" }), GRPC.INVALID_ARGUMENT, /syntax error/);
      await expectGrpc(
        raw.countWorkers({ namespace, query: "a = 'b' limit 1" }),
        GRPC.INVALID_ARGUMENT,
        /limit/i,
      );
    },
  },
  {
    title: "workers: the list comes in pages",
    run: async (fixture) => {
      const queue = freshQueue(fixture, "pages");
      const { namespace, raw } = fixture;
      await record(fixture, ...["a", "b", "c", "d", "e"].map((name) => heartbeat(queue, name)));
      const query = `TaskQueue = '${queue}'`;
      const seen: string[] = [];
      let nextPageToken: Uint8Array = new Uint8Array();
      do {
        const page = await raw.listWorkers({ namespace, query, pageSize: 2, nextPageToken });
        seen.push(...page.workers.map(({ workerInstanceKey }) => (workerInstanceKey ?? "").at(-1) ?? ""));
        ({ nextPageToken } = page);
      } while (nextPageToken.length > 0);
      expect(seen).toEqual(["a", "b", "c", "d", "e"]);
      await expectGrpc(
        raw.listWorkers({ namespace, query, pageSize: 2, nextPageToken: Buffer.from("nonsense") }),
        GRPC.INVALID_ARGUMENT,
        /invalid next_page_token/,
      );
    },
  },
  {
    title: "workers: the SDK's own workers are listed, and say when they go",
    run: async (fixture) => {
      const taskQueue = freshQueue(fixture, "sdk");
      const worker = await fixture.startWorker({ taskQueue, maxCachedWorkflows: 1 });
      const { namespace, raw } = fixture;
      const query = `TaskQueue = '${taskQueue}'`;
      const listed = async (): Promise<temporal.api.worker.v1.IWorkerListInfo[]> =>
        (await raw.listWorkers({ namespace, query })).workers;
      const [info] = await eventually(async () => {
        const workers = await listed();
        return workers.length === 1 ? workers : undefined;
      });
      expect(info).toMatchObject({ sdkName: "temporal-typescript", taskQueue });
      await worker.stop();
      const { WORKER_STATUS_RUNNING } = WorkerStatus;
      await eventually(async () => (await listed()).every(({ status }) => status !== WORKER_STATUS_RUNNING));
    },
  },
  {
    title: "workers: commands to workers are off",
    run: async (fixture) => {
      const { namespace, raw } = fixture;
      await expectGrpc(raw.fetchWorkerConfig({ namespace }), UNIMPLEMENTED, /command is not enabled/);
      await expectGrpc(raw.updateWorkerConfig({ namespace }), UNIMPLEMENTED, /command is not enabled/);
    },
  },
];

const AUTOSCALING = { type: "autoscaling", minimum: 1, initial: 1, maximum: 20 } as const;

const scalingPrograms: Program[] = [
  {
    title: "workers: one whose polls scale by themselves works off a backlog and says how many it has",
    run: async (fixture) => {
      const taskQueue = freshQueue(fixture, "scaling");
      const handles = await Promise.all(
        Array.from({ length: 20 }, () => start(fixture, "manyGreetings", [5], { taskQueue })),
      );
      const worker = await fixture.startWorker({
        taskQueue,
        maxCachedWorkflows: 50,
        workflowTaskPollerBehavior: AUTOSCALING,
        activityTaskPollerBehavior: AUTOSCALING,
      });
      for (const handle of handles) expect(await handle.result()).toBe(5);
      const { namespace, raw } = fixture;
      const info = await eventually(async () => {
        const { workersInfo } = await raw.listWorkers({ namespace, query: `TaskQueue = '${taskQueue}'` });
        return workersInfo[0]?.workerHeartbeat ?? undefined;
      });
      expect(info.workflowPollerInfo?.isAutoscaling).toBe(true);
      expect(info.activityPollerInfo?.currentPollers).toBeGreaterThan(0);
      await worker.stop();
    },
  },
  {
    title: "workers: the rate that a worker asks for its queue holds",
    run: async (fixture) => {
      const taskQueue = freshQueue(fixture, "slow");
      const worker = await fixture.startWorker({
        taskQueue,
        maxCachedWorkflows: 10,
        maxTaskQueueActivitiesPerSecond: 4,
      });
      const startedAt = performance.now();
      expect(await execute(fixture, "manyGreetings", [16], { taskQueue })).toBe(16);
      // A burst of one second's worth goes at once.
      expect(performance.now() - startedAt).toBeGreaterThan(2_000);
      const { namespace, raw } = fixture;
      const described = await raw.describeTaskQueue({
        namespace,
        taskQueue: { name: taskQueue },
        taskQueueType: TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY,
      });
      expect(described.effectiveRateLimit?.requestsPerSecond).toBe(4);
      await worker.stop();
    },
  },
];

const UNIMPLEMENTED = 12;
const POLL_MS = 30_000;

const shutdownPrograms: Program[] = [
  {
    title: "workers: a shutdown ends the polls of the worker with empty answers, and of no other",
    run: async (fixture) => {
      const taskQueue = { name: freshQueue(fixture, "shutdown") };
      const { namespace, raw } = fixture;
      const going = `${taskQueue.name}-going`;
      const workflowPoll = (workerInstanceKey: string, identity: string) =>
        fixture.poll(
          () => raw.pollWorkflowTaskQueue({ namespace, taskQueue, workerInstanceKey, identity }),
          POLL_MS,
        );
      const ended = [
        workflowPoll(going, "going"),
        fixture.poll(
          () =>
            raw.pollActivityTaskQueue({ namespace, taskQueue, workerInstanceKey: going, identity: "going" }),
          POLL_MS,
        ),
      ];
      const staying = workflowPoll(`${taskQueue.name}-staying`, "staying");
      const pollers = async (): Promise<string[]> => {
        const taskQueueType = TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW;
        const described = await raw.describeTaskQueue({ namespace, taskQueue, taskQueueType });
        return described.pollers.map(({ identity }) => identity ?? "").sort();
      };
      await eventually(async () => (await pollers()).length === 2);
      await raw.shutdownWorker({
        namespace,
        identity: "going",
        workerInstanceKey: going,
        taskQueue: taskQueue.name,
        workerHeartbeat: heartbeat(taskQueue.name, "going", { status: WorkerStatus.WORKER_STATUS_SHUTDOWN }),
      });
      for (const answer of await Promise.all(ended)) expect(bytes(answer.taskToken)).toHaveLength(0);
      await eventually(async () => (await pollers()).join() === "staying");
      // A poll that was still on the way when its worker went gets nothing either.
      const late = await workflowPoll(going, "going");
      expect(bytes(late.taskToken)).toHaveLength(0);
      await raw.startWorkflowExecution({
        namespace,
        workflowId: fixture.id("taken"),
        requestId: taskQueue.name,
        workflowType: { name: "raw" },
        taskQueue,
      });
      expect(bytes((await staying).taskToken).length).toBeGreaterThan(0);
    },
  },
  {
    title:
      "workers: the namespace says that workers may tell of themselves, scale their polls and end them in peace",
    run: async (fixture) => {
      const { namespaceInfo } = await fixture.raw.describeNamespace({ namespace: fixture.namespace });
      expect(namespaceInfo?.capabilities).toMatchObject({
        workerHeartbeats: true,
        pollerAutoscaling: true,
        workerPollCompleteOnShutdown: true,
      });
    },
  },
];

export const workerPrograms: Program[] = [...listPrograms, ...scalingPrograms, ...shutdownPrograms];
