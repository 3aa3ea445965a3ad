// What workers get: sticky tasks, queries on tasks, buffered events, eager starts; and what servers say of themselves.
import { randomUUID } from "node:crypto";
import { temporal } from "@temporalio/proto";
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import { errorOf, expectGrpc, freshQueue, GRPC, start, statusOf, type Program } from "./program.ts";
import type { Fixture } from "../fixture.ts";
import { bytes, command, json, rawWorker, type RawWorker } from "./raw-worker.ts";

const STICKY_TIMEOUT_SECONDS = 1;

function sticky(name: string) {
  return {
    stickyAttributes: {
      workerTaskQueue: { name, kind: temporal.api.enums.v1.TaskQueueKind.TASK_QUEUE_KIND_STICKY },
      scheduleToStartTimeout: { seconds: STICKY_TIMEOUT_SECONDS as never },
    },
  };
}

type WorkflowTask = temporal.api.workflowservice.v1.IPollWorkflowTaskQueueResponse;

/** Polls the sticky and the normal queue: a server may pass a sticky queue by whose poller it does not know yet. */
async function taskOfEither(fixture: Fixture, worker: RawWorker, stickyName: string): Promise<WorkflowTask> {
  const kind = temporal.api.enums.v1.TaskQueueKind.TASK_QUEUE_KIND_STICKY;
  const taskQueue = { name: stickyName, normalName: worker.taskQueue, kind };
  const { namespace } = fixture;
  const polls = [
    fixture.poll(() => fixture.raw.pollWorkflowTaskQueue({ namespace, taskQueue })),
    worker.task(),
  ];
  return Promise.any(
    polls.map(async (poll) => {
      const task = await poll;
      if (bytes(task.taskToken).length === 0) throw new Error("no task");
      return task;
    }),
  );
}

function eventIds(task: temporal.api.workflowservice.v1.IPollWorkflowTaskQueueResponse): number[] {
  return (task.history?.events ?? []).map((event) => Number(event.eventId));
}

export const taskPrograms: Program[] = [
  {
    title: "a sticky task holds only what is new",
    run: async (fixture) => {
      const worker = await rawWorker(fixture);
      const queue = freshQueue(fixture, "sticky");
      const first = await worker.step([], sticky(queue));
      expect(eventIds(first)).toEqual([1, 2, 3]);
      expect(Number(first.previousStartedEventId)).toBe(0);
      const polling = taskOfEither(fixture, worker, queue);
      await worker.handle.signal("again");
      const second = await polling;
      const isSticky = eventIds(second).length === 4;
      expect(eventIds(second)).toEqual(isSticky ? [4, 5, 6, 7] : [1, 2, 3, 4, 5, 6, 7]);
      expect(Number(second.previousStartedEventId)).toBe(3);
      expect(Number(second.startedEventId)).toBe(7);
      await worker.complete(second, [command.complete()]);
    },
  },
  {
    title: "a task for a sticky queue without pollers goes to everybody",
    run: async (fixture) => {
      const worker = await rawWorker(fixture);
      await worker.step([], sticky(freshQueue(fixture, "gone")));
      await worker.handle.signal("again");
      const task = await worker.task();
      expect(eventIds(task)[0]).toBe(1);
      await worker.complete(task, [command.complete()]);
      expect((await worker.events()).at(-1)).toBe("COMPLETED");
    },
  },
  {
    title: "a query reaches a worker as a task of its own",
    run: async (fixture) => {
      const worker = await rawWorker(fixture);
      await worker.step([]);
      const answer = worker.handle.query("raw", "question");
      const task = await worker.task();
      expect(task.query?.queryType).toBe("raw");
      expect(eventIds(task)).toEqual([1, 2, 3, 4]);
      await fixture.raw.respondQueryTaskCompleted({
        namespace: fixture.namespace,
        taskToken: bytes(task.taskToken),
        completedType: temporal.api.enums.v1.QueryResultType.QUERY_RESULT_TYPE_ANSWERED,
        queryResult: { payloads: [json("answer")] },
      });
      expect(await answer).toBe("answer");
      await worker.handle.terminate();
    },
  },
  {
    title: "a query waits for the task before it and is answered with it",
    run: async (fixture) => {
      const worker = await rawWorker(fixture);
      await worker.step([]);
      await worker.handle.signal("first");
      const answer = worker.handle.query("raw");
      const task = await worker.task();
      const [id] = Object.keys(task.queries ?? {});
      const resultType = temporal.api.enums.v1.QueryResultType.QUERY_RESULT_TYPE_ANSWERED;
      if (id === undefined) {
        // The query came after the task was taken: it follows as a task of its own.
        await worker.complete(task, []);
        const own = await worker.task();
        await fixture.raw.respondQueryTaskCompleted({
          namespace: fixture.namespace,
          taskToken: bytes(own.taskToken),
          completedType: resultType,
          queryResult: { payloads: [json("with the task")] },
        });
      } else {
        await worker.complete(task, [], {
          queryResults: { [id]: { resultType, answer: { payloads: [json("with the task")] } } },
        });
      }
      expect(await answer).toBe("with the task");
      await worker.handle.terminate();
    },
  },
  {
    title: "what happens during a task is told with the next, in its order",
    run: async (fixture) => {
      const worker = await rawWorker(fixture);
      await worker.step([command.activity("a", worker.taskQueue)]);
      const activity = await worker.activity();
      await worker.handle.signal("wake");
      const task = await worker.task();
      await worker.handle.signal("during");
      await worker.completeActivity(activity);
      await worker.complete(task, []);
      expect((await worker.events()).slice(-5)).toEqual([
        "WFT_COMPLETED",
        "SIGNALED",
        "ACT_STARTED",
        "ACT_COMPLETED",
        "WFT_SCHEDULED",
      ]);
      await worker.handle.terminate();
    },
  },
  {
    title: "a cancel request is told once",
    run: async (fixture) => {
      const worker = await rawWorker(fixture);
      await worker.step([]);
      await worker.handle.cancel();
      await worker.handle.cancel();
      const events = await worker.events();
      expect(events.filter((event) => event === "CANCEL_REQUESTED")).toHaveLength(1);
      await worker.handle.terminate();
    },
  },
  {
    title: "a closed workflow can be neither terminated nor cancelled",
    run: async (fixture) => {
      const worker = await rawWorker(fixture);
      await worker.step([command.complete()]);
      const workflowExecution = { workflowId: worker.handle.workflowId };
      const { namespace } = fixture;
      const terminate = fixture.raw.terminateWorkflowExecution({ namespace, workflowExecution });
      await expectGrpc(terminate, GRPC.NOT_FOUND, /already completed/);
    },
  },
  {
    title: "a workflow task's answer counts once",
    run: async (fixture) => {
      const worker = await rawWorker(fixture);
      const task = await worker.step([command.marker("once")]);
      await expectGrpc(worker.complete(task, [command.marker("twice")]), GRPC.NOT_FOUND, /not found/i);
      const events = await worker.events();
      expect(events.filter((event) => event === "MARKER_RECORDED")).toHaveLength(1);
      await worker.handle.terminate();
    },
  },
  {
    title: "an activity's answer counts once",
    run: async (fixture) => {
      const worker = await rawWorker(fixture);
      await worker.step([command.activity("a", worker.taskQueue)]);
      const activity = await worker.activity();
      await worker.completeActivity(activity);
      await expectGrpc(worker.completeActivity(activity), GRPC.NOT_FOUND);
      await worker.handle.terminate();
    },
  },
  {
    title: "an activity of a closed workflow is told that it is gone",
    run: async (fixture) => {
      const worker = await rawWorker(fixture);
      await worker.step([command.activity("a", worker.taskQueue)]);
      const activity = await worker.activity();
      await worker.handle.terminate();
      const { namespace } = fixture;
      const taskToken = bytes(activity.taskToken);
      await expectGrpc(fixture.raw.recordActivityTaskHeartbeat({ namespace, taskToken }), GRPC.NOT_FOUND);
      await expectGrpc(worker.completeActivity(activity), GRPC.NOT_FOUND);
    },
  },
  {
    title: "an activity task tells everything that its worker needs",
    run: async (fixture) => {
      const worker = await rawWorker(fixture);
      const input = { payloads: [json({ a: 1 })] };
      const header = { fields: { h: json("header") } };
      await worker.step([command.activity("the-id", worker.taskQueue, { input, header })]);
      const activity = await worker.activity();
      expect(activity).toMatchObject({
        activityId: "the-id",
        activityType: { name: "raw" },
        workflowType: { name: "raw" },
        workflowNamespace: fixture.namespace,
        attempt: 1,
      });
      expect(activity.workflowExecution?.workflowId).toBe(worker.handle.workflowId);
      expect(Buffer.from(activity.input?.payloads?.[0]?.data ?? []).toString()).toBe('{"a":1}');
      expect(Buffer.from(activity.header?.fields?.["h"]?.data ?? []).toString()).toBe('"header"');
      expect(Number(activity.startToCloseTimeout?.seconds)).toBe(10);
      expect(activity.scheduledTime).toBeTruthy();
      expect(activity.startedTime).toBeTruthy();
      await worker.handle.terminate();
    },
  },
  {
    title: "a poll without work answers empty when its time is over",
    run: async (fixture) => {
      const taskQueue = { name: freshQueue(fixture, "idle") };
      const { namespace } = fixture;
      const answer = fixture.poll(() => fixture.raw.pollWorkflowTaskQueue({ namespace, taskQueue }), 4_000);
      const outcome = await answer.then(
        (task) => task.taskToken.length,
        (error: unknown) => (error as { code?: number }).code,
      );
      // Either an empty task shortly before the deadline, or the deadline itself.
      expect([0, GRPC.DEADLINE_EXCEEDED]).toContain(outcome);
    },
  },
  {
    title: "a signal-with-start without a signal is refused",
    run: async (fixture) => {
      const work = fixture.raw.signalWithStartWorkflowExecution({
        namespace: fixture.namespace,
        workflowId: fixture.id("sws"),
        requestId: randomUUID(),
        workflowType: { name: "raw" },
        taskQueue: { name: freshQueue(fixture, "sws") },
        signalName: "",
      });
      await expectGrpc(work, GRPC.INVALID_ARGUMENT, /signal/i);
    },
  },
  {
    title: "a long chain of runs follows the newest",
    run: async (fixture) => {
      const worker = await rawWorker(fixture);
      const runs = new Set<string>();
      for (let run = 0; run < 3; run += 1) {
        const task = await worker.step([command.continueAsNew(worker.taskQueue)]);
        runs.add(task.workflowExecution?.runId ?? "");
      }
      expect(runs.size).toBe(3);
      const { raw } = await worker.handle.describe();
      expect(runs.has(raw.workflowExecutionInfo?.execution?.runId ?? "")).toBe(false);
      expect(raw.workflowExecutionInfo?.firstRunId).toBe([...runs][0]);
      await worker.handle.terminate();
    },
  },
];

const serverPrograms: Program[] = [
  {
    title: "the server names its capabilities",
    run: async (fixture) => {
      const { capabilities, serverVersion } = await fixture.raw.getSystemInfo({});
      expect(serverVersion).toMatch(/^\d+\.\d+/);
      expect(capabilities).toMatchObject({
        signalAndQueryHeader: true,
        internalErrorDifferentiation: true,
        activityFailureIncludeHeartbeat: true,
        encodedFailureAttributes: true,
        sdkMetadata: true,
      });
    },
  },
  {
    title: "the namespace is described",
    run: async (fixture) => {
      const { namespaceInfo, config } = await fixture.raw.describeNamespace({ namespace: fixture.namespace });
      expect(namespaceInfo?.name).toBe(fixture.namespace);
      expect(namespaceInfo?.state).toBe(temporal.api.enums.v1.NamespaceState.NAMESPACE_STATE_REGISTERED);
      expect(namespaceInfo?.id).toMatch(/^[0-9a-f-]{36}$/);
      expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBeGreaterThan(0);
    },
  },
  {
    title: "the health service answers for the workflow service",
    run: async (fixture) => {
      const { healthService } = fixture.client.connection as unknown as {
        healthService: { check(request: object): Promise<{ status: number }> };
      };
      const { status } = await healthService.check({
        service: "temporal.api.workflowservice.v1.WorkflowService",
      });
      expect(status).toBe(1);
    },
  },
  {
    title: "a task queue tells its pollers",
    run: async (fixture) => {
      const { pollers } = await eventually(async () => {
        const described = await fixture.raw.describeTaskQueue({
          namespace: fixture.namespace,
          taskQueue: { name: fixture.taskQueue },
          taskQueueType: temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
        });
        return described.pollers.length > 0 ? described : undefined;
      });
      expect(pollers[0]?.identity).not.toBe("");
    },
  },
  {
    title: "a history token that is not the server's is refused",
    run: async (fixture) => {
      const handle = await start(fixture, "forever");
      await expectGrpc(
        fixture.raw.getWorkflowExecutionHistory({
          namespace: fixture.namespace,
          execution: { workflowId: handle.workflowId },
          nextPageToken: Buffer.from("nonsense"),
        }),
        GRPC.INVALID_ARGUMENT,
      );
      await handle.terminate();
    },
  },
  {
    title: "an eagerly started workflow runs",
    run: async (fixture) => {
      const started = await fixture.raw.startWorkflowExecution({
        namespace: fixture.namespace,
        workflowId: fixture.id("eager"),
        requestId: randomUUID(),
        workflowType: { name: "raw" },
        taskQueue: { name: freshQueue(fixture, "eager") },
        requestEagerExecution: true,
      });
      const task = started.eagerWorkflowTask;
      // A server may decline to be eager; then the task is on its queue.
      if (task != null) expect(eventIds(task)).toEqual([1, 2, 3]);
      expect(started.runId).not.toBe("");
    },
  },
  {
    title: "a pending workflow task and its attempts are described",
    run: async (fixture) => {
      const handle = await start(fixture, "noSuchWorkflow");
      const pending = await eventually(async () => {
        const { raw } = await handle.describe();
        return (raw.pendingWorkflowTask?.attempt ?? 0) > 1
          ? (raw.pendingWorkflowTask ?? undefined)
          : undefined;
      });
      expect(pending.scheduledTime).toBeTruthy();
      await handle.terminate();
      expect(await statusOf(handle)).toBe("TERMINATED");
      await errorOf(handle.result());
    },
  },
];

export const rawPrograms: Program[] = [...taskPrograms, ...serverPrograms];
