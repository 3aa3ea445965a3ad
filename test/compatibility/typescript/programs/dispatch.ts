// Tasks that do not go through a queue, or go back to one: eager starts and activities, workflow tasks kept alive for local
// activities, and sticky queues whose worker does not come in time.
import { randomUUID } from "node:crypto";
import { temporal } from "@temporalio/proto";
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import type { Fixture } from "../fixture.ts";
import { eventName, freshQueue, type Program } from "./program.ts";
import { bytes, command, rawWorker, shortName } from "./raw-worker.ts";

type Task = temporal.api.workflowservice.v1.IPollWorkflowTaskQueueResponse;
type Start = Partial<temporal.api.workflowservice.v1.IStartWorkflowExecutionRequest>;

const { TaskQueueKind, TimeoutType } = temporal.api.enums.v1;
const { TASK_QUEUE_KIND_STICKY } = TaskQueueKind;

// The types want Longs, the wire does not care.
const seconds = (value: number) => ({ seconds: value as never });

function eventsOf(task: Task | null | undefined): string[] {
  return (task?.history?.events ?? []).map(({ eventType }) => shortName(eventName(eventType)));
}

function eagerStart(fixture: Fixture, more: Start = {}) {
  return fixture.raw.startWorkflowExecution({
    namespace: fixture.namespace,
    workflowId: fixture.id("eager"),
    requestId: randomUUID(),
    workflowType: { name: "raw" },
    taskQueue: { name: freshQueue(fixture, "eager") },
    requestEagerExecution: true,
    identity: "starter",
    ...more,
  });
}

const eagerPrograms: Program[] = [
  {
    title: "dispatch: an eager start brings the first task along, also when it is asked again",
    run: async (fixture) => {
      const request = { workflowId: fixture.id("eager"), requestId: randomUUID() };
      const { eagerWorkflowTask: task } = await eagerStart(fixture, request);
      expect(eventsOf(task)).toEqual(["STARTED", "WFT_SCHEDULED", "WFT_STARTED"]);
      const [started, , taskStarted] = task?.history?.events ?? [];
      expect(started?.workflowExecutionStartedEventAttributes?.eagerExecutionAccepted).toBe(true);
      expect(taskStarted?.workflowTaskStartedEventAttributes?.identity).toBe("starter");
      const again = await eagerStart(fixture, request);
      expect(again.started).toBe(true);
      expect(Number(again.eagerWorkflowTask?.startedEventId)).toBe(3);
      const { namespace, raw } = fixture;
      await raw.respondWorkflowTaskCompleted({
        namespace,
        taskToken: bytes(again.eagerWorkflowTask?.taskToken),
        commands: [command.complete()],
      });
      const { events } = await fixture.client.workflow.getHandle(request.workflowId).fetchHistory();
      expect(shortName(eventName(events?.at(-1)?.eventType))).toBe("COMPLETED");
    },
  },
  {
    title: "dispatch: a start that waits for its time is not eager",
    run: async (fixture) => {
      for (const more of [{ cronSchedule: "0 0 1 1 *" }, { workflowStartDelay: seconds(100) }]) {
        const workflowId = fixture.id("later");
        const { eagerWorkflowTask } = await eagerStart(fixture, { ...more, workflowId });
        expect(eagerWorkflowTask ?? null).toBeNull();
        await fixture.client.workflow.getHandle(workflowId).terminate();
      }
    },
  },
  {
    title: "dispatch: an eager task that is not answered in time goes to the queue",
    run: async (fixture) => {
      const taskQueue = { name: freshQueue(fixture, "late") };
      const workflowId = fixture.id("late");
      await eagerStart(fixture, { workflowId, taskQueue, workflowTaskTimeout: seconds(1) });
      const { namespace, raw } = fixture;
      const task = await fixture.poll(() => raw.pollWorkflowTaskQueue({ namespace, taskQueue }), 10_000);
      expect(eventsOf(task)).toContain("WFT_TIMED_OUT");
      await fixture.client.workflow.getHandle(workflowId).terminate();
    },
  },
  {
    title: "dispatch: eager activities come with the answer to the task that asks for them",
    run: async (fixture) => {
      const worker = await rawWorker(fixture);
      const task = await worker.task();
      const eager = { requestEagerExecution: true };
      const { namespace, raw } = fixture;
      const { activityTasks } = await raw.respondWorkflowTaskCompleted({
        namespace,
        taskToken: bytes(task.taskToken),
        identity: "by hand",
        commands: [
          command.activity("here", worker.taskQueue, eager),
          command.activity("elsewhere", freshQueue(fixture, "elsewhere"), eager),
          command.activity("queued", worker.taskQueue),
        ],
      });
      expect(activityTasks.map(({ activityId }) => activityId)).toEqual(["here", "elsewhere"]);
      expect((await worker.activity()).activityId).toBe("queued");
      await worker.completeActivity(activityTasks[0] ?? {});
      expect((await worker.events()).slice(-3)).toEqual(["ACT_STARTED", "ACT_COMPLETED", "WFT_SCHEDULED"]);
      await worker.handle.terminate();
    },
  },
];

const keepAlive = (stickyName: string) => ({
  forceCreateNewWorkflowTask: true,
  returnNewWorkflowTask: true,
  stickyAttributes: {
    workerTaskQueue: { name: stickyName, kind: TASK_QUEUE_KIND_STICKY },
    scheduleToStartTimeout: seconds(5),
  },
});

const stickyPrograms: Program[] = [
  {
    title: "dispatch: a worker keeps its task while local activities run, and is told what came meanwhile",
    run: async (fixture) => {
      const worker = await rawWorker(fixture);
      const { namespace, raw } = fixture;
      const more = keepAlive(freshQueue(fixture, "sticky"));
      const beat = async (task: Task): Promise<Task> => {
        const taskToken = bytes(task.taskToken);
        const { workflowTask } = await raw.respondWorkflowTaskCompleted({ namespace, taskToken, ...more });
        return workflowTask ?? {};
      };
      const first = await beat(await worker.task());
      expect(eventsOf(first)).toEqual(["WFT_COMPLETED", "WFT_SCHEDULED", "WFT_STARTED"]);
      await worker.handle.signal("meanwhile");
      const second = await beat(first);
      expect(eventsOf(second)).toEqual(["WFT_COMPLETED", "SIGNALED", "WFT_SCHEDULED", "WFT_STARTED"]);
      const { pendingWorkflowTask } = (await worker.handle.describe()).raw;
      expect(pendingWorkflowTask?.attempt).toBe(1);
      await worker.complete(second, [command.complete()]);
    },
  },
  {
    title: "dispatch: a sticky task that nobody takes in time goes to the workflow's own queue",
    run: async (fixture) => {
      const worker = await rawWorker(fixture);
      const task = await worker.task();
      const { namespace, raw } = fixture;
      const name = freshQueue(fixture, "sticky");
      const taskQueue = { name, normalName: worker.taskQueue, kind: TASK_QUEUE_KIND_STICKY };
      // A worker polls the queue of its cache and is gone then.
      await fixture.poll(() => raw.pollWorkflowTaskQueue({ namespace, taskQueue, identity: "gone" }), 3_000);
      const workerTaskQueue = { name, kind: TASK_QUEUE_KIND_STICKY };
      await worker.complete(task, [], {
        stickyAttributes: { workerTaskQueue, scheduleToStartTimeout: seconds(1) },
      });
      await worker.handle.signal("wake");
      const next = await worker.task();
      const timedOut = (next.history?.events ?? []).flatMap(
        ({ workflowTaskTimedOutEventAttributes: attributes }) => (attributes == null ? [] : [attributes]),
      );
      expect(timedOut.map(({ timeoutType }) => timeoutType)).toEqual([
        TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_START,
      ]);
      expect(next.attempt).toBe(1);
      await worker.complete(next, [command.complete()]);
      const events = await eventually(async () => {
        const all = await worker.events();
        return all.at(-1) === "COMPLETED" ? all : undefined;
      });
      expect(events.filter((event) => event === "WFT_TIMED_OUT")).toHaveLength(1);
    },
  },
];

export const dispatchPrograms: Program[] = [...eagerPrograms, ...stickyPrograms];
