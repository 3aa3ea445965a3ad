// Commands that no workflow may give: the workflow task fails with the cause and the words of Temporal's own server,
// and the worker gets the same words.
import { temporal } from "@temporalio/proto";
import { expect } from "vitest";
import type { Fixture } from "../fixture.ts";
import { expectGrpc, GRPC, type Program } from "./program.ts";
import { command, json, rawWorker } from "./raw-worker.ts";

type Command = temporal.api.command.v1.ICommand;

const { CommandType, WorkflowTaskFailedCause: Cause } = temporal.api.enums.v1;
const LONG = "x".repeat(1_001);
const NEGATIVE = { seconds: -1 as never };
const LENGTHS = "Length=1001 Limit=1000";

interface BadCommand {
  readonly what: string;
  make(taskQueue: string): Command;
  readonly cause: temporal.api.enums.v1.WorkflowTaskFailedCause;
  readonly message: string;
}

const badActivities: [string, Record<string, unknown>, string][] = [
  ["an activity without a task queue", { taskQueue: null }, "taskQueue is not set"],
  ["an activity at a task queue without a name", { taskQueue: { name: "" } }, "missing task queue name"],
  [
    "an activity at a task queue of the server",
    { taskQueue: { name: "/_sys/q" } },
    "task queue name cannot start with reserved prefix /_sys/",
  ],
  [
    "an activity at a task queue with a long name",
    { taskQueue: { name: LONG } },
    "taskQueue length exceeds limit",
  ],
  [
    "an activity with a priority below zero",
    { priority: { priorityKey: -1 } },
    "invalid priorities: priority key can't be negative",
  ],
];

const badCommands: BadCommand[] = [
  ...badActivities.map(([what, changes, message]): BadCommand => ({
    what,
    make: (taskQueue) => command.activity("a", taskQueue, changes),
    cause: Cause.WORKFLOW_TASK_FAILED_CAUSE_BAD_SCHEDULE_ACTIVITY_ATTRIBUTES,
    message: `BadScheduleActivityAttributes: ${message}`,
  })),
  {
    what: "a request to cancel a workflow with a long id",
    make: () => ({
      commandType: CommandType.COMMAND_TYPE_REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION,
      requestCancelExternalWorkflowExecutionCommandAttributes: { workflowId: LONG },
    }),
    cause: Cause.WORKFLOW_TASK_FAILED_CAUSE_BAD_REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_ATTRIBUTES,
    message: `BadRequestCancelExternalWorkflowExecutionAttributes: WorkflowId on RequestCancelExternalWorkflowExecutionCommand exceeds length limit. WorkflowId=${LONG} ${LENGTHS} RunId= Namespace=`,
  },
  {
    what: "a signal to no workflow",
    make: () => ({
      commandType: CommandType.COMMAND_TYPE_SIGNAL_EXTERNAL_WORKFLOW_EXECUTION,
      signalExternalWorkflowExecutionCommandAttributes: { execution: {}, signalName: "s" },
    }),
    cause: Cause.WORKFLOW_TASK_FAILED_CAUSE_BAD_SIGNAL_WORKFLOW_EXECUTION_ATTRIBUTES,
    message:
      "BadSignalWorkflowExecutionAttributes: WorkflowId is not set on SignalExternalWorkflowExecutionCommand. Namespace= RunId= SignalName=s",
  },
  {
    what: "a child that may run for less than no time",
    make: (taskQueue) => ({
      commandType: CommandType.COMMAND_TYPE_START_CHILD_WORKFLOW_EXECUTION,
      startChildWorkflowExecutionCommandAttributes: {
        workflowId: "c",
        workflowType: { name: "t" },
        taskQueue: { name: taskQueue },
        workflowRunTimeout: NEGATIVE,
      },
    }),
    cause: Cause.WORKFLOW_TASK_FAILED_CAUSE_BAD_START_CHILD_EXECUTION_ATTRIBUTES,
    message:
      "BadStartChildExecutionAttributes: Invalid WorkflowRunTimeout on StartChildWorkflowExecutionCommand: negative duration. WorkflowId=c WorkflowType=t Namespace=",
  },
  {
    what: "a next run of a type with a long name",
    make: (taskQueue) => ({
      commandType: CommandType.COMMAND_TYPE_CONTINUE_AS_NEW_WORKFLOW_EXECUTION,
      continueAsNewWorkflowExecutionCommandAttributes: {
        workflowType: { name: LONG },
        taskQueue: { name: taskQueue },
      },
    }),
    cause: Cause.WORKFLOW_TASK_FAILED_CAUSE_BAD_CONTINUE_AS_NEW_ATTRIBUTES,
    message: `BadContinueAsNewAttributes: WorkflowType on ContinueAsNewWorkflowExecutionCommand exceeds length limit. WorkflowType=${LONG} ${LENGTHS}`,
  },
  {
    what: "a search attribute that nobody defined",
    make: () => upsert({ NobodyDefinedThis: json("x") }),
    cause: Cause.WORKFLOW_TASK_FAILED_CAUSE_BAD_SEARCH_ATTRIBUTES,
    message: "BadSearchAttributes: Namespace ",
  },
  {
    what: "search attributes that are none",
    make: () => upsert({}),
    cause: Cause.WORKFLOW_TASK_FAILED_CAUSE_BAD_SEARCH_ATTRIBUTES,
    message: "BadSearchAttributes: IndexedFields is not set on UpsertWorkflowSearchAttributesCommand.",
  },
];

function upsert(indexedFields: Record<string, temporal.api.common.v1.IPayload>): Command {
  return {
    commandType: CommandType.COMMAND_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES,
    upsertWorkflowSearchAttributesCommandAttributes: { searchAttributes: { indexedFields } },
  };
}

function textually(text: string): RegExp {
  return new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
}

async function runBad(fixture: Fixture, bad: BadCommand): Promise<void> {
  const worker = await rawWorker(fixture);
  const task = await worker.task();
  const { message } = bad;
  const answer = worker.complete(task, [bad.make(worker.taskQueue)]);
  await expectGrpc(answer, GRPC.INVALID_ARGUMENT, textually(message));
  const { events } = await worker.handle.fetchHistory();
  const failed = events?.find((event) => event.workflowTaskFailedEventAttributes != null);
  expect(failed?.workflowTaskFailedEventAttributes?.cause).toBe(bad.cause);
  expect(failed?.workflowTaskFailedEventAttributes?.failure?.message).toContain(message);
  await worker.handle.terminate();
}

export const badCommandPrograms: Program[] = badCommands.map((bad) => ({
  title: `a command is refused: ${bad.what}`,
  run: (fixture: Fixture) => runBad(fixture, bad),
}));
