// A worker written by hand on the raw service: it says exactly which commands go out, so that the events that come of
// them can be compared one by one.
import { Buffer } from "node:buffer";
import type { WorkflowHandle } from "@temporalio/client";
import { temporal } from "@temporalio/proto";
import { eventName, freshQueue, start, type StartOptions } from "./program.ts";
import type { Fixture } from "../fixture.ts";

type Command = temporal.api.command.v1.ICommand;
type WorkflowTask = temporal.api.workflowservice.v1.IPollWorkflowTaskQueueResponse;
type ActivityTask = temporal.api.workflowservice.v1.IPollActivityTaskQueueResponse;
type Completion = Partial<temporal.api.workflowservice.v1.IRespondWorkflowTaskCompletedRequest>;

const POLL_MS = 8_000;
const POLLS_MAX = 4;

const { CommandType } = temporal.api.enums.v1;

export interface RawWorker {
  readonly handle: WorkflowHandle;
  readonly taskQueue: string;
  /** The next workflow task. */
  task(): Promise<WorkflowTask>;
  complete(task: WorkflowTask, commands: Command[], more?: Completion): Promise<void>;
  /** Takes the next workflow task and answers it. */
  step(commands: Command[], more?: Completion): Promise<WorkflowTask>;
  activity(): Promise<ActivityTask>;
  completeActivity(task: ActivityTask): Promise<void>;
  /** Event types of the run so far. */
  events(): Promise<string[]>;
}

/** Starts a workflow on a task queue of its own, with this as its only worker. */
export async function rawWorker(fixture: Fixture, options: StartOptions = {}): Promise<RawWorker> {
  const taskQueue = freshQueue(fixture, "raw");
  const handle = await start(fixture, "raw", [], { taskQueue, ...options });
  const { raw, namespace } = fixture;
  const queue = { namespace, taskQueue: { name: taskQueue }, identity: "by hand" };
  const task = () => taskOf(() => fixture.poll(() => raw.pollWorkflowTaskQueue(queue), POLL_MS));
  const complete = async (taken: WorkflowTask, commands: Command[], more: Completion = {}): Promise<void> => {
    await raw.respondWorkflowTaskCompleted({
      namespace,
      taskToken: bytes(taken.taskToken),
      commands,
      ...more,
    });
  };
  return {
    handle,
    taskQueue,
    task,
    complete,
    step: async (commands, more) => {
      const taken = await task();
      await complete(taken, commands, more);
      return taken;
    },
    activity: () => taskOf(() => fixture.poll(() => raw.pollActivityTaskQueue(queue), POLL_MS)),
    completeActivity: async (taken) => {
      await raw.respondActivityTaskCompleted({ namespace, taskToken: bytes(taken.taskToken) });
    },
    events: async () => {
      const { events } = await handle.fetchHistory();
      return (events ?? []).map((event) => shortName(eventName(event.eventType)));
    },
  };
}

/** Polls again when a poll comes back empty, as workers do. */
async function taskOf<Task extends { taskToken?: Uint8Array | null }>(
  poll: () => Promise<Task>,
): Promise<Task> {
  for (let attempt = 1; attempt < POLLS_MAX; attempt += 1) {
    const task = await poll();
    if (bytes(task.taskToken).length > 0) return task;
  }
  return poll();
}

/** Event names as short as they stay readable: sequences are compared by them. */
export function shortName(name: string): string {
  return name
    .replace("WORKFLOW_TASK", "WFT")
    .replace("ACTIVITY_TASK", "ACT")
    .replace("WORKFLOW_EXECUTION_", "")
    .replace("_WORKFLOW_EXECUTION", "");
}

export function bytes(value: Uint8Array | null | undefined): Uint8Array {
  return value ?? new Uint8Array();
}

export function json(value: unknown): temporal.api.common.v1.IPayload {
  return { metadata: { encoding: Buffer.from("json/plain") }, data: Buffer.from(JSON.stringify(value)) };
}

function seconds(value: number): { seconds: never; nanos: number } {
  const whole = Math.floor(value);
  // The type wants a Long, the wire does not care.
  return { seconds: whole as never, nanos: Math.round((value - whole) * 1e9) };
}

/** Commands as a workflow would give them. */
export const command = {
  complete: (): Command => ({
    commandType: CommandType.COMMAND_TYPE_COMPLETE_WORKFLOW_EXECUTION,
    completeWorkflowExecutionCommandAttributes: {},
  }),
  fail: (message: string): Command => ({
    commandType: CommandType.COMMAND_TYPE_FAIL_WORKFLOW_EXECUTION,
    failWorkflowExecutionCommandAttributes: { failure: { message, applicationFailureInfo: {} } },
  }),
  cancel: (): Command => ({
    commandType: CommandType.COMMAND_TYPE_CANCEL_WORKFLOW_EXECUTION,
    cancelWorkflowExecutionCommandAttributes: {},
  }),
  continueAsNew: (taskQueue: string): Command => ({
    commandType: CommandType.COMMAND_TYPE_CONTINUE_AS_NEW_WORKFLOW_EXECUTION,
    continueAsNewWorkflowExecutionCommandAttributes: {
      workflowType: { name: "raw" },
      taskQueue: { name: taskQueue },
    },
  }),
  timer: (timerId: string, delaySeconds: number): Command => ({
    commandType: CommandType.COMMAND_TYPE_START_TIMER,
    startTimerCommandAttributes: { timerId, startToFireTimeout: seconds(delaySeconds) },
  }),
  cancelTimer: (timerId: string): Command => ({
    commandType: CommandType.COMMAND_TYPE_CANCEL_TIMER,
    cancelTimerCommandAttributes: { timerId },
  }),
  activity: (
    activityId: string,
    taskQueue: string,
    more: temporal.api.command.v1.IScheduleActivityTaskCommandAttributes = {},
  ): Command => ({
    commandType: CommandType.COMMAND_TYPE_SCHEDULE_ACTIVITY_TASK,
    scheduleActivityTaskCommandAttributes: {
      activityId,
      activityType: { name: "raw" },
      taskQueue: { name: taskQueue },
      startToCloseTimeout: seconds(10),
      ...more,
    },
  }),
  cancelActivity: (scheduledEventId: number): Command => ({
    commandType: CommandType.COMMAND_TYPE_REQUEST_CANCEL_ACTIVITY_TASK,
    requestCancelActivityTaskCommandAttributes: { scheduledEventId: scheduledEventId as never },
  }),
  marker: (name: string): Command => ({
    commandType: CommandType.COMMAND_TYPE_RECORD_MARKER,
    recordMarkerCommandAttributes: { markerName: name },
  }),
  child: (workflowId: string, taskQueue: string): Command => ({
    commandType: CommandType.COMMAND_TYPE_START_CHILD_WORKFLOW_EXECUTION,
    startChildWorkflowExecutionCommandAttributes: {
      workflowId,
      workflowType: { name: "raw" },
      taskQueue: { name: taskQueue },
    },
  }),
  signalOther: (workflowId: string): Command => ({
    commandType: CommandType.COMMAND_TYPE_SIGNAL_EXTERNAL_WORKFLOW_EXECUTION,
    signalExternalWorkflowExecutionCommandAttributes: { execution: { workflowId }, signalName: "raw" },
  }),
  cancelOther: (workflowId: string): Command => ({
    commandType: CommandType.COMMAND_TYPE_REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION,
    requestCancelExternalWorkflowExecutionCommandAttributes: { workflowId },
  }),
  memo: (): Command => ({
    commandType: CommandType.COMMAND_TYPE_MODIFY_WORKFLOW_PROPERTIES,
    modifyWorkflowPropertiesCommandAttributes: { upsertedMemo: { fields: { a: json(1) } } },
  }),
} as const;
