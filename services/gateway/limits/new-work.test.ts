// Where an account may start nothing new, starts are refused with the reason and everything else passes.
import { expect, test } from "vitest";
import { checkNewWork } from "./new-work.ts";

test.each([
  "StartWorkflowExecution",
  "SignalWithStartWorkflowExecution",
  "ExecuteMultiOperation",
  "CreateSchedule",
])("%s is refused, with what to do", (method) => {
  expect(() => checkNewWork(method, "payment")).toThrow(/invoice is overdue/);
  expect(() => checkNewWork(method, "budget")).toThrow(/hard cap is reached/);
  expect(() => checkNewWork(method, "")).not.toThrow();
});

test.each([
  "PollWorkflowTaskQueue",
  "RespondWorkflowTaskCompleted",
  "RespondActivityTaskCompleted",
  "SignalWorkflowExecution",
  "QueryWorkflow",
  "GetWorkflowExecutionHistory",
])("%s goes on", (method) => {
  expect(() => checkNewWork(method, "payment")).not.toThrow();
});
