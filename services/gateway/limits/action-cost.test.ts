// What calls ask for in actions: the scan of encoded commands counts as the rules of billing do.
import { expect, test } from "vitest";
import { codecOf, temporal } from "#contracts";
import { actionsOfTaskCompletion, totalOf } from "#usage/actions";
import { actionsOf } from "./action-cost.ts";

const { CommandType } = temporal.api.enums.v1;
type Completion = temporal.api.workflowservice.v1.IRespondWorkflowTaskCompletedRequest;
const codec = codecOf<Completion>("temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedRequest");

const activity = {
  commandType: CommandType.COMMAND_TYPE_SCHEDULE_ACTIVITY_TASK,
  scheduleActivityTaskCommandAttributes: { activityId: "1" },
};
const timer = {
  commandType: CommandType.COMMAND_TYPE_START_TIMER,
  startTimerCommandAttributes: { timerId: "1" },
};
const child = {
  commandType: CommandType.COMMAND_TYPE_START_CHILD_WORKFLOW_EXECUTION,
  startChildWorkflowExecutionCommandAttributes: { workflowId: "c" },
};
const marker = {
  commandType: CommandType.COMMAND_TYPE_RECORD_MARKER,
  recordMarkerCommandAttributes: { markerName: "LocalActivity" },
};
const complete = {
  commandType: CommandType.COMMAND_TYPE_COMPLETE_WORKFLOW_EXECUTION,
  completeWorkflowExecutionCommandAttributes: {},
};

test.each([
  ["nothing", []],
  ["a completion", [complete]],
  ["activities and timers", [activity, activity, timer]],
  ["a child", [child]],
  ["many markers", [marker, marker, marker]],
  ["some of everything", [activity, timer, child, marker, complete]],
])("%s costs what billing says", (_, commands) => {
  const message = codec.encode({ taskToken: Buffer.from("t"), commands, identity: "w", namespace: "n" });
  expect(actionsOf("RespondWorkflowTaskCompleted", message)).toBe(
    totalOf(actionsOfTaskCompletion({ commands })),
  );
});

test.each([
  ["StartWorkflowExecution", 1],
  ["SignalWorkflowExecution", 1],
  ["ExecuteMultiOperation", 2],
  ["QueryWorkflow", 1],
  ["DescribeWorkflowExecution", 0],
  ["PollActivityTaskQueue", 0],
  ["RespondActivityTaskCompleted", 0],
])("%s costs %i", (method, actions) => {
  expect(actionsOf(method, new Uint8Array())).toBe(actions);
});
