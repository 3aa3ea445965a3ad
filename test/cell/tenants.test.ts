// Namespaces of one cell are kept apart: a token, an inner request or a command never reaches into another namespace,
// whatever the caller knows of it.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { durationOfMs, temporal } from "#contracts";
import { NAMESPACE, type TestCell } from "./cell-client.ts";
import { cellWorld } from "./world.ts";

const OTHER = "others";

type Command = temporal.api.command.v1.ICommand;
type ActivityTask = temporal.api.workflowservice.v1.IPollActivityTaskQueueResponse;

const { CommandType, EventType, WorkflowTaskFailedCause: Cause } = temporal.api.enums.v1;
const DIFFERENT_NAMESPACE = { code: "INVALID_ARGUMENT", message: /different namespace/ };

const world = cellWorld("cell_tenants", afterAll);
let cell: TestCell;

beforeAll(async () => {
  cell = await world.start({ CELLPLANE_NAMESPACES: `${NAMESPACE},${OTHER}` });
});

const scheduleActivity: Command = {
  commandType: CommandType.COMMAND_TYPE_SCHEDULE_ACTIVITY_TASK,
  scheduleActivityTaskCommandAttributes: {
    activityId: "a",
    activityType: { name: "a" },
    taskQueue: { name: "q" },
    scheduleToCloseTimeout: durationOfMs(60_000),
    heartbeatTimeout: durationOfMs(60_000),
  },
};

async function refused(
  name: string,
  request: object,
  error: { code: string; message: RegExp },
): Promise<void> {
  await expect(cell.client.call(name, request)).rejects.toMatchObject({
    code: error.code,
    message: expect.stringMatching(error.message) as string,
  });
}

/** Ends the open workflow task of the namespace's queue, so that the next test polls its own. */
async function terminate(workflowId: string): Promise<void> {
  await cell.client.call("TerminateWorkflowExecution", {
    namespace: NAMESPACE,
    workflowExecution: { workflowId },
  });
}

describe("T6: a token of another namespace", () => {
  it("completes and fails no workflow task", async () => {
    await cell.client.start("w-task");
    const { taskToken } = await cell.client.pollTask();
    const stolen = { namespace: OTHER, taskToken };
    await refused("RespondWorkflowTaskCompleted", stolen, DIFFERENT_NAMESPACE);
    await refused("RespondWorkflowTaskFailed", stolen, DIFFERENT_NAMESPACE);
    expect(await cell.client.history("w-task")).toHaveLength(3);
    await terminate("w-task");
  });

  it("completes, fails, cancels and heartbeats no activity", async () => {
    await cell.client.start("w-activity");
    await cell.client.completeTask(await cell.client.pollTask(), [scheduleActivity]);
    const { taskToken } = await cell.client.call<object, ActivityTask>(
      "PollActivityTaskQueue",
      { namespace: NAMESPACE, taskQueue: { name: "q" } },
      { deadlineMs: 10_000 },
    );
    const stolen = { namespace: OTHER, taskToken };
    for (const name of [
      "RespondActivityTaskCompleted",
      "RespondActivityTaskFailed",
      "RespondActivityTaskCanceled",
      "RecordActivityTaskHeartbeat",
    ]) {
      await refused(name, stolen, DIFFERENT_NAMESPACE);
    }
    await cell.client.call("RespondActivityTaskCompleted", { namespace: NAMESPACE, taskToken });
    await terminate("w-activity");
  });

  it("answers no query", async () => {
    await cell.client.start("w-query");
    await cell.client.completeTask(await cell.client.pollTask(), []);
    const asked = cell.client.call(
      "QueryWorkflow",
      { namespace: NAMESPACE, execution: { workflowId: "w-query" }, query: { queryType: "state" } },
      { deadlineMs: 10_000 },
    );
    const { taskToken } = await cell.client.pollTask();
    const answer = { taskToken, completedType: 1, queryResult: { payloads: [{ data: Buffer.from("1") }] } };
    const unknown = { code: "NOT_FOUND", message: /query task not found/ };
    await refused("RespondQueryTaskCompleted", { namespace: OTHER, ...answer }, unknown);
    await cell.client.call("RespondQueryTaskCompleted", { namespace: NAMESPACE, ...answer });
    await expect(asked).resolves.toMatchObject({ queryResult: { payloads: [{}] } });
    await terminate("w-query");
  });
});

describe("T6: an inner request of another namespace", () => {
  const start = { workflowId: "w-multi", workflowType: { name: "t" }, taskQueue: { name: "q" } };
  const update = { workflowExecution: { workflowId: "w-multi" }, request: { input: { name: "u" } } };

  it.each([
    ["start", { ...start, namespace: OTHER }, update],
    ["update", start, { ...update, namespace: OTHER }],
  ])("is refused: %s", async (_what, startWorkflow, updateWorkflow) => {
    await refused(
      "ExecuteMultiOperation",
      { namespace: NAMESPACE, operations: [{ startWorkflow }, { updateWorkflow }] },
      // Which operation it was, and why, is in the details.
      { code: "INVALID_ARGUMENT", message: /Update-with-Start could not be executed/ },
    );
  });

  it("has started nothing, here or there", async () => {
    for (const namespace of [NAMESPACE, OTHER]) {
      await refused(
        "DescribeWorkflowExecution",
        { namespace, execution: { workflowId: "w-multi" } },
        { code: "NOT_FOUND", message: /workflow not found/ },
      );
    }
  });
});

describe("T6: a command that names another namespace", () => {
  const commands: [string, number, Command][] = [
    [
      "child",
      Cause.WORKFLOW_TASK_FAILED_CAUSE_BAD_START_CHILD_EXECUTION_ATTRIBUTES,
      {
        commandType: CommandType.COMMAND_TYPE_START_CHILD_WORKFLOW_EXECUTION,
        startChildWorkflowExecutionCommandAttributes: {
          namespace: OTHER,
          workflowId: "c",
          workflowType: { name: "t" },
          taskQueue: { name: "q" },
        },
      },
    ],
    [
      "signal",
      Cause.WORKFLOW_TASK_FAILED_CAUSE_BAD_SIGNAL_WORKFLOW_EXECUTION_ATTRIBUTES,
      {
        commandType: CommandType.COMMAND_TYPE_SIGNAL_EXTERNAL_WORKFLOW_EXECUTION,
        signalExternalWorkflowExecutionCommandAttributes: {
          namespace: OTHER,
          execution: { workflowId: "victim" },
          signalName: "s",
        },
      },
    ],
    [
      "cancel",
      Cause.WORKFLOW_TASK_FAILED_CAUSE_BAD_REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_ATTRIBUTES,
      {
        commandType: CommandType.COMMAND_TYPE_REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION,
        requestCancelExternalWorkflowExecutionCommandAttributes: { namespace: OTHER, workflowId: "victim" },
      },
    ],
  ];

  it.each(commands)("fails its workflow task: %s", async (name, cause, command) => {
    await cell.client
      .start("victim", { namespace: OTHER, requestId: `victim-${name}` })
      .catch(() => undefined);
    await cell.client.start(`w-${name}`);
    const task = await cell.client.pollTask();
    await expect(cell.client.completeTask(task, [command])).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
    });
    const events = await cell.client.history(`w-${name}`);
    const failed = events.find((event) => event.eventType === EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED);
    expect(failed?.workflowTaskFailedEventAttributes?.cause).toBe(cause);
    await terminate(`w-${name}`);
  });

  it("told the other namespace nothing", async () => {
    const seen = await cell.client.call<
      object,
      temporal.api.workflowservice.v1.IGetWorkflowExecutionHistoryResponse
    >("GetWorkflowExecutionHistory", { namespace: OTHER, execution: { workflowId: "victim" } });
    expect(seen.history?.events?.map((event) => event.eventType)).toEqual([
      EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
      EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
    ]);
  });
});
