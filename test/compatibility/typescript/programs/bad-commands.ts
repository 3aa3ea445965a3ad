// Commands that no workflow may give: the workflow task fails with the cause and the words of Temporal's own server,
// and the worker gets the same words.
import { temporal } from "@temporalio/proto";
import { expect } from "vitest";
import type { Fixture } from "../fixture.ts";
import { eventName, expectGrpc, GRPC, type Program } from "./program.ts";
import { command, json, rawWorker } from "./raw-worker.ts";

type Command = temporal.api.command.v1.ICommand;

const { CommandType, WorkflowTaskFailedCause: Cause } = temporal.api.enums.v1;
const LONG = "x".repeat(1_001);
const NEGATIVE = { seconds: -1 as never };
const TOO_LARGE = "x".repeat(2 * 1024 * 1024 + 1);
const LARGE_ATTRIBUTES = { indexedFields: { ContractKeyword: json("x".repeat(3_000)) } };
const SERVER_SERVICE = "temporal.api.workflowservice.v1.WorkflowService";
const LENGTHS = "Length=1001 Limit=1000";

interface BadCommand {
  readonly what: string;
  make(taskQueue: string): Command;
  readonly cause: temporal.api.enums.v1.WorkflowTaskFailedCause;
  readonly message: string;
  /** The workflow ends with its task: the same command would come again for ever. */
  readonly terminates?: true;
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
  {
    what: "a search attribute of another type",
    make: () => upsert({ ContractInt: json("no number") }),
    cause: Cause.WORKFLOW_TASK_FAILED_CAUSE_BAD_SEARCH_ATTRIBUTES,
    message: "BadSearchAttributes: invalid value for search attribute ContractInt of type Int: no number",
  },
  {
    what: "a search attribute without a value",
    make: () => upsert({ ContractKeyword: {} }),
    cause: Cause.WORKFLOW_TASK_FAILED_CAUSE_BAD_SEARCH_ATTRIBUTES,
    message: "invalid value for search attribute ContractKeyword of type Keyword: value from <>",
  },
  {
    what: "a search attribute that is too large",
    make: () => upsert({ ContractKeyword: json("x".repeat(3_000)) }),
    cause: Cause.WORKFLOW_TASK_FAILED_CAUSE_BAD_SEARCH_ATTRIBUTES,
    message: "BadSearchAttributes: search attribute ContractKeyword value size 3002 exceeds size limit 2048",
    terminates: true,
  },
  {
    what: "search attributes that are larger than any value may be",
    make: () => upsert({ ContractText: json(TOO_LARGE) }),
    cause: Cause.WORKFLOW_TASK_FAILED_CAUSE_BAD_SEARCH_ATTRIBUTES,
    message: "BadSearchAttributes: UpsertWorkflowSearchAttributesCommandAttributes exceeds size limit.",
    terminates: true,
  },
  {
    what: "a result that is too large",
    make: () => ({
      commandType: CommandType.COMMAND_TYPE_COMPLETE_WORKFLOW_EXECUTION,
      completeWorkflowExecutionCommandAttributes: { result: { payloads: [json(TOO_LARGE)] } },
    }),
    cause: Cause.WORKFLOW_TASK_FAILED_CAUSE_BAD_SCHEDULE_ACTIVITY_ATTRIBUTES,
    message:
      "BadScheduleActivityAttributes: CompleteWorkflowExecutionCommandAttributes.Result exceeds size limit.",
    terminates: true,
  },
  {
    what: "a child with search attributes that are too large",
    make: (taskQueue) => child(taskQueue, { searchAttributes: LARGE_ATTRIBUTES }),
    cause: Cause.WORKFLOW_TASK_FAILED_CAUSE_BAD_START_CHILD_EXECUTION_ATTRIBUTES,
    message: "BadStartChildExecutionAttributes: search attribute ContractKeyword value size 3002",
    terminates: true,
  },
  {
    what: "a next run with search attributes that are too large",
    make: (taskQueue) => nextRun(taskQueue, { searchAttributes: LARGE_ATTRIBUTES }),
    cause: Cause.WORKFLOW_TASK_FAILED_CAUSE_BAD_CONTINUE_AS_NEW_ATTRIBUTES,
    message: "BadContinueAsNewAttributes: search attribute ContractKeyword value size 3002",
    terminates: true,
  },
  {
    what: "a child at a task queue of the server",
    make: () => child("/_sys/q", {}),
    cause: Cause.WORKFLOW_TASK_FAILED_CAUSE_BAD_START_CHILD_EXECUTION_ATTRIBUTES,
    message:
      "invalid TaskQueue on StartChildWorkflowExecutionCommand: task queue name cannot start with reserved prefix /_sys/.",
  },
  {
    what: "a next run at a task queue of the server",
    make: () => nextRun("/_sys/q", {}),
    cause: Cause.WORKFLOW_TASK_FAILED_CAUSE_BAD_CONTINUE_AS_NEW_ATTRIBUTES,
    message:
      "error validating ContinueAsNewWorkflowExecutionCommand TaskQueue: task queue name cannot start with reserved prefix /_sys/.",
  },
  {
    what: "an operation of a service that the server does not have",
    make: () => operation({ service: "s" }),
    cause: Cause.WORKFLOW_TASK_FAILED_CAUSE_BAD_SCHEDULE_NEXUS_OPERATION_ATTRIBUTES,
    message: 'BadScheduleNexusOperationAttributes: service "s" not found',
  },
  {
    what: "an operation that the server does not have",
    make: () => operation({ service: SERVER_SERVICE, operation: "o" }),
    cause: Cause.WORKFLOW_TASK_FAILED_CAUSE_BAD_SCHEDULE_NEXUS_OPERATION_ATTRIBUTES,
    message: 'BadScheduleNexusOperationAttributes: operation "o" not found',
  },
  {
    what: "an operation of the server with headers",
    make: () => operation({ nexusHeader: { a: "b" } }),
    cause: Cause.WORKFLOW_TASK_FAILED_CAUSE_BAD_SCHEDULE_NEXUS_OPERATION_ATTRIBUTES,
    message:
      "ScheduleNexusOperationCommandAttributes.NexusHeader must be empty when using __temporal_system endpoint",
  },
];

/** Commands that are answered with an error and change nothing: the worker still has its task. */
const untakenCommands: [what: string, code: number, message: string, make: (taskQueue: string) => Command][] =
  [
    [
      "a child in a namespace that is not there",
      GRPC.NOT_FOUND,
      "Namespace no-such-namespace is not found.",
      (taskQueue) => child(taskQueue, { namespace: "no-such-namespace" }),
    ],
    [
      "a signal to a namespace that is not there",
      GRPC.NOT_FOUND,
      "Namespace no-such-namespace is not found.",
      () => ({
        commandType: CommandType.COMMAND_TYPE_SIGNAL_EXTERNAL_WORKFLOW_EXECUTION,
        signalExternalWorkflowExecutionCommandAttributes: {
          namespace: "no-such-namespace",
          execution: { workflowId: "w" },
          signalName: "s",
        },
      }),
    ],
    [
      "the server's own operation, which is off",
      GRPC.UNIMPLEMENTED,
      "SignalWithStart operation is disabled",
      () => operation({ service: SERVER_SERVICE, operation: "SignalWithStartWorkflowExecution" }),
    ],
    [
      "a command of no type",
      GRPC.INVALID_ARGUMENT,
      "unknown command type: Unspecified",
      () => ({ commandType: CommandType.COMMAND_TYPE_UNSPECIFIED }),
    ],
  ];

function child(
  taskQueue: string,
  changes: temporal.api.command.v1.IStartChildWorkflowExecutionCommandAttributes,
): Command {
  return {
    commandType: CommandType.COMMAND_TYPE_START_CHILD_WORKFLOW_EXECUTION,
    startChildWorkflowExecutionCommandAttributes: {
      workflowId: "c",
      workflowType: { name: "t" },
      taskQueue: { name: taskQueue },
      ...changes,
    },
  };
}

function nextRun(
  taskQueue: string,
  changes: temporal.api.command.v1.IContinueAsNewWorkflowExecutionCommandAttributes,
): Command {
  return {
    commandType: CommandType.COMMAND_TYPE_CONTINUE_AS_NEW_WORKFLOW_EXECUTION,
    continueAsNewWorkflowExecutionCommandAttributes: {
      workflowType: { name: "t" },
      taskQueue: { name: taskQueue },
      ...changes,
    },
  };
}

/** Of the server's own Nexus endpoint. */
function operation(changes: temporal.api.command.v1.IScheduleNexusOperationCommandAttributes): Command {
  return {
    commandType: CommandType.COMMAND_TYPE_SCHEDULE_NEXUS_OPERATION,
    scheduleNexusOperationCommandAttributes: { endpoint: "__temporal_system", ...changes },
  };
}

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
  expect(eventName(events?.at(-1)?.eventType)).toBe(
    bad.terminates === true ? "WORKFLOW_EXECUTION_TERMINATED" : "WORKFLOW_TASK_SCHEDULED",
  );
  if (bad.terminates !== true) await worker.handle.terminate();
}

export const badCommandPrograms: Program[] = [
  ...badCommands.map((bad) => ({
    title: `a command is refused: ${bad.what}`,
    run: (fixture: Fixture) => runBad(fixture, bad),
  })),
  ...untakenCommands.map(([what, code, message, make]) => ({
    title: `a command is not taken, and the worker keeps its task: ${what}`,
    run: async (fixture: Fixture) => {
      const worker = await rawWorker(fixture);
      const task = await worker.task();
      await expectGrpc(worker.complete(task, [make(worker.taskQueue)]), code, textually(message));
      await worker.complete(task, [command.complete()]);
      await worker.handle.result();
    },
  })),
];
