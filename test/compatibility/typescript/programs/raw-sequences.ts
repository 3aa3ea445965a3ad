// Which events come of which commands and calls, in order. The sequences were read from Temporal's own server.
import { temporal } from "@temporalio/proto";
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import type { Fixture } from "../fixture.ts";
import { expectGrpc, GRPC, type Program } from "./program.ts";
import { bytes, command, json, rawWorker, type RawWorker } from "./raw-worker.ts";

/** Long enough for a busy machine: a task that times out changes the sequence. */
const TASK_TIMEOUT_MS = 30_000;
const BEGIN = ["STARTED", "WFT_SCHEDULED"];
const TASK = ["WFT_STARTED", "WFT_COMPLETED"];
const NEXT_TASK = ["WFT_SCHEDULED", "WFT_STARTED", "WFT_COMPLETED"];

interface Sequence {
  readonly title: string;
  readonly taskTimeoutMs?: number;
  run(worker: RawWorker, fixture: Fixture): Promise<void>;
  readonly events: string[];
}

async function activityWasStarted(worker: RawWorker): Promise<void> {
  await eventually(async () => {
    const { raw } = await worker.handle.describe();
    return (
      raw.pendingActivities?.[0]?.state ===
      temporal.api.enums.v1.PendingActivityState.PENDING_ACTIVITY_STATE_STARTED
    );
  });
}

const sequences: Sequence[] = [
  {
    title: "an empty workflow task is completed and nothing follows",
    run: async (worker) => void (await worker.step([])),
    events: [...BEGIN, ...TASK],
  },
  {
    title: "several commands make their events in order",
    run: async (worker) => {
      await worker.step([
        command.marker("m"),
        command.timer("t", 60),
        command.activity("a", worker.taskQueue),
        command.memo(),
        command.cancelTimer("t"),
      ]);
    },
    events: [
      ...BEGIN,
      ...TASK,
      "MARKER_RECORDED",
      "TIMER_STARTED",
      "ACT_SCHEDULED",
      "WORKFLOW_PROPERTIES_MODIFIED",
      "TIMER_CANCELED",
    ],
  },
  {
    title: "an activity's start is told with its end",
    run: async (worker) => {
      await worker.step([command.activity("a", worker.taskQueue)]);
      await worker.activity();
      await activityWasStarted(worker);
    },
    events: [...BEGIN, ...TASK, "ACT_SCHEDULED"],
  },
  {
    title: "a completed activity schedules a workflow task",
    run: async (worker) => {
      await worker.step([command.activity("a", worker.taskQueue)]);
      await worker.completeActivity(await worker.activity());
      await worker.step([command.complete()]);
    },
    events: [...BEGIN, ...TASK, "ACT_SCHEDULED", "ACT_STARTED", "ACT_COMPLETED", ...NEXT_TASK, "COMPLETED"],
  },
  {
    title: "an activity that no worker has is cancelled at once",
    run: async (worker) => {
      await worker.step([command.activity("a", `${worker.taskQueue}-nobody`), command.timer("t", 0.01)]);
      await worker.step([command.cancelActivity(5)]);
      await worker.task();
    },
    events: [
      ...BEGIN,
      ...TASK,
      "ACT_SCHEDULED",
      "TIMER_STARTED",
      "TIMER_FIRED",
      ...NEXT_TASK,
      "ACT_CANCEL_REQUESTED",
      "ACT_CANCELED",
      "WFT_SCHEDULED",
      "WFT_STARTED",
    ],
  },
  {
    title: "an activity that a worker has is cancelled when the worker says so",
    run: async (worker, fixture) => {
      await worker.step([command.activity("a", worker.taskQueue), command.timer("t", 0.2)]);
      const activity = await worker.activity();
      await worker.step([command.cancelActivity(5)]);
      const taskToken = bytes(activity.taskToken);
      const { namespace } = fixture;
      const beat = await fixture.raw.recordActivityTaskHeartbeat({ namespace, taskToken });
      expect(beat.cancelRequested).toBe(true);
      await fixture.raw.respondActivityTaskCanceled({ namespace, taskToken });
      await worker.step([command.cancel()]);
    },
    events: [
      ...BEGIN,
      ...TASK,
      "ACT_SCHEDULED",
      "TIMER_STARTED",
      "TIMER_FIRED",
      ...NEXT_TASK,
      "ACT_CANCEL_REQUESTED",
      "ACT_STARTED",
      "ACT_CANCELED",
      ...NEXT_TASK,
      "CANCELED",
    ],
  },
  {
    title: "a failed activity without retries tells the workflow",
    run: async (worker, fixture) => {
      await worker.step([command.activity("a", worker.taskQueue, { retryPolicy: { maximumAttempts: 1 } })]);
      const { taskToken } = await worker.activity();
      await fixture.raw.respondActivityTaskFailed({
        namespace: fixture.namespace,
        taskToken: bytes(taskToken),
        failure: { message: "no", applicationFailureInfo: {} },
      });
      await worker.step([command.fail("no")]);
    },
    events: [...BEGIN, ...TASK, "ACT_SCHEDULED", "ACT_STARTED", "ACT_FAILED", ...NEXT_TASK, "FAILED"],
  },
  {
    title: "signals before the first task come before it starts",
    run: async (worker) => {
      await worker.handle.signal("one");
      await worker.handle.signal("two");
      await worker.step([]);
    },
    events: [...BEGIN, "SIGNALED", "SIGNALED", ...TASK],
  },
  {
    title: "a signal during a task waits for its end and makes another task",
    run: async (worker) => {
      const task = await worker.task();
      await worker.handle.signal("meanwhile");
      await worker.complete(task, [command.marker("m")]);
      await worker.step([command.complete()]);
    },
    events: [...BEGIN, ...TASK, "MARKER_RECORDED", "SIGNALED", ...NEXT_TASK, "COMPLETED"],
  },
  {
    title: "a workflow cannot close over a signal that it has not seen",
    run: async (worker) => {
      const task = await worker.task();
      await worker.handle.signal("meanwhile");
      await expectGrpc(
        worker.complete(task, [command.complete()]),
        GRPC.INVALID_ARGUMENT,
        /UnhandledCommand/,
      );
      await worker.step([command.complete()]);
    },
    events: [...BEGIN, "WFT_STARTED", "WFT_FAILED", "SIGNALED", ...NEXT_TASK, "COMPLETED"],
  },
  {
    title: "a cancel request makes a task",
    run: async (worker) => {
      await worker.step([]);
      await worker.handle.cancel();
      await worker.step([command.cancel()]);
    },
    events: [...BEGIN, ...TASK, "CANCEL_REQUESTED", ...NEXT_TASK, "CANCELED"],
  },
  {
    title: "a timer fires into a task",
    run: async (worker) => {
      await worker.step([command.timer("t", 0.05)]);
      await worker.step([command.complete()]);
    },
    events: [...BEGIN, ...TASK, "TIMER_STARTED", "TIMER_FIRED", ...NEXT_TASK, "COMPLETED"],
  },
  {
    title: "a failed workflow task is tried again and its later attempts leave no events",
    run: async (worker, fixture) => {
      const failTask = async () => {
        const { taskToken } = await worker.task();
        await fixture.raw.respondWorkflowTaskFailed({
          namespace: fixture.namespace,
          taskToken: bytes(taskToken),
        });
      };
      await failTask();
      await failTask();
      const task = await worker.task();
      expect(task.attempt).toBe(3);
      await worker.complete(task, [command.complete()]);
    },
    events: [...BEGIN, "WFT_STARTED", "WFT_FAILED", ...NEXT_TASK, "COMPLETED"],
  },
  {
    title: "a workflow task that its worker forgets times out",
    taskTimeoutMs: 1_000,
    run: async (worker) => {
      await worker.task();
      const task = await worker.task();
      expect(task.attempt).toBe(2);
      await worker.complete(task, [command.complete()]);
    },
    events: [...BEGIN, "WFT_STARTED", "WFT_TIMED_OUT", ...NEXT_TASK, "COMPLETED"],
  },
  {
    title: "a bad command fails its task with a cause",
    run: async (worker) => {
      const task = await worker.task();
      const bad = command.activity("a", worker.taskQueue, { startToCloseTimeout: null });
      await expectGrpc(worker.complete(task, [bad]), GRPC.INVALID_ARGUMENT, /BadScheduleActivityAttributes/);
      const { events } = await worker.handle.fetchHistory();
      const failed = events?.find((event) => event.workflowTaskFailedEventAttributes != null);
      const cause = failed?.workflowTaskFailedEventAttributes?.cause;
      expect(cause).toBe(
        temporal.api.enums.v1.WorkflowTaskFailedCause
          .WORKFLOW_TASK_FAILED_CAUSE_BAD_SCHEDULE_ACTIVITY_ATTRIBUTES,
      );
      await worker.handle.terminate();
    },
    events: [...BEGIN, "WFT_STARTED", "WFT_FAILED", "TERMINATED"],
  },
  {
    title: "a child is initiated, started and completed",
    run: async (worker, fixture) => {
      const childId = fixture.id("child");
      await worker.step([command.child(childId, worker.taskQueue)]);
      const tasks = [await worker.task(), await worker.task()];
      const isChild = (task: (typeof tasks)[number]) => task.workflowExecution?.workflowId === childId;
      for (const task of tasks.filter((taken) => !isChild(taken))) await worker.complete(task, []);
      for (const task of tasks.filter(isChild)) await worker.complete(task, [command.complete()]);
      await worker.step([command.complete()]);
    },
    events: [
      ...BEGIN,
      ...TASK,
      "START_CHILD_INITIATED",
      "CHILD_STARTED",
      ...NEXT_TASK,
      "CHILD_COMPLETED",
      ...NEXT_TASK,
      "COMPLETED",
    ],
  },
  {
    title: "a signal to nobody fails with an event",
    run: async (worker, fixture) => {
      await worker.step([command.signalOther(fixture.id("nobody"))]);
      await worker.step([command.complete()]);
    },
    events: [
      ...BEGIN,
      ...TASK,
      "SIGNAL_EXTERNAL_INITIATED",
      "SIGNAL_EXTERNAL_FAILED",
      ...NEXT_TASK,
      "COMPLETED",
    ],
  },
  {
    title: "a cancellation of nobody fails with an event",
    run: async (worker, fixture) => {
      await worker.step([command.cancelOther(fixture.id("nobody"))]);
      await worker.step([command.complete()]);
    },
    events: [
      ...BEGIN,
      ...TASK,
      "REQUEST_CANCEL_EXTERNAL_INITIATED",
      "REQUEST_CANCEL_EXTERNAL_FAILED",
      ...NEXT_TASK,
      "COMPLETED",
    ],
  },
  {
    title: "a worker may ask for another task at once",
    run: async (worker) => {
      await worker.step([], { forceCreateNewWorkflowTask: true });
      await worker.step([command.complete()]);
    },
    events: [...BEGIN, ...TASK, ...NEXT_TASK, "COMPLETED"],
  },
  {
    title: "continue-as-new closes the run and starts another",
    run: async (worker) => {
      await worker.step([command.continueAsNew(worker.taskQueue)]);
      await worker.step([command.complete()]);
    },
    events: [...BEGIN, ...TASK, "COMPLETED"],
  },
  {
    title: "an update travels as messages and leaves two events",
    run: async (worker, fixture) => {
      await worker.step([]);
      const update = fixture.client.workflow
        .getHandle(worker.handle.workflowId)
        .executeUpdate("raw", { args: [1], updateId: "u" });
      const task = await worker.task();
      expect(task.messages).toHaveLength(1);
      const [message] = task.messages ?? [];
      await worker.complete(task, protocolCommands(["accept", "answer"]), {
        messages: answers(message, ["accept", "answer"]),
      });
      expect(await update).toBe("done");
      await worker.handle.terminate();
    },
    events: [...BEGIN, ...TASK, ...NEXT_TASK, "UPDATE_ACCEPTED", "UPDATE_COMPLETED", "TERMINATED"],
  },
];

function protocolCommands(messageIds: string[]): temporal.api.command.v1.ICommand[] {
  return messageIds.map((messageId) => ({
    commandType: temporal.api.enums.v1.CommandType.COMMAND_TYPE_PROTOCOL_MESSAGE,
    protocolMessageCommandAttributes: { messageId },
  }));
}

/** Accepts an update and completes it. */
function answers(
  message: temporal.api.protocol.v1.IMessage | undefined,
  ids: [accept: string, answer: string],
): temporal.api.protocol.v1.IMessage[] {
  const { update } = temporal.api;
  const request = update.v1.Request.decode(bytes(message?.body?.value));
  const meta = request.meta ?? {};
  const any = (name: string, value: Uint8Array) => ({
    type_url: `type.googleapis.com/temporal.api.update.v1.${name}`,
    value,
  });
  const protocolInstanceId = message?.protocolInstanceId ?? "";
  const acceptance = update.v1.Acceptance.encode({
    acceptedRequestMessageId: message?.id ?? "",
    acceptedRequestSequencingEventId: message?.eventId as never,
    acceptedRequest: request,
  }).finish();
  const response = update.v1.Response.encode({
    meta,
    outcome: { success: { payloads: [json("done")] } },
  }).finish();
  return [
    { id: ids[0], protocolInstanceId, body: any("Acceptance", acceptance) },
    { id: ids[1], protocolInstanceId, body: any("Response", response) },
  ];
}

export const sequencePrograms: Program[] = sequences.map(({ title, taskTimeoutMs, run, events }) => ({
  title: `events: ${title}`,
  run: async (fixture) => {
    const worker = await rawWorker(fixture, { workflowTaskTimeout: taskTimeoutMs ?? TASK_TIMEOUT_MS });
    await run(worker, fixture);
    expect(await worker.events()).toEqual(events);
    await worker.handle.terminate().catch(() => undefined);
  },
}));
