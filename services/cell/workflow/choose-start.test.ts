// What a start does when its workflow id is or was in use.
import { expect, test } from "vitest";
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { chooseStart, type CurrentRun, type StartPolicies } from "./index.ts";

const { WorkflowExecutionStatus, WorkflowIdConflictPolicy, WorkflowIdReusePolicy } = temporal.api.enums.v1;

function current(status: CurrentRun["status"]): CurrentRun {
  return {
    workflowId: "w",
    runId: "r",
    firstRunId: "r",
    status,
    startRequestIds: { "start-1": 1, "attached-1": 7 },
    startRequestId: "start-1",
    startedAt: 0,
  };
}

const running = current(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING);
const completed = current(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
const failed = current(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_FAILED);

function policies(more: Partial<StartPolicies> = {}): StartPolicies {
  return {
    requestId: "new",
    reusePolicy: WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_UNSPECIFIED,
    conflictPolicy: WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_UNSPECIFIED,
    ...more,
  };
}

const REUSE = {
  failedOnly: WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY,
  reject: WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE,
  terminate: WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_TERMINATE_IF_RUNNING,
};
const CONFLICT = {
  useExisting: WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING,
  terminate: WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_TERMINATE_EXISTING,
};

test.each([
  ["a new id", undefined, {}, { kind: "start" }],
  ["a closed run", completed, {}, { kind: "start" }],
  [
    "a failed run, if only failures may be repeated",
    failed,
    { reusePolicy: REUSE.failedOnly },
    { kind: "start" },
  ],
  [
    "a running one to be terminated",
    running,
    { reusePolicy: REUSE.terminate },
    { kind: "terminateAndStart" },
  ],
  [
    "a running one to be terminated by conflict policy",
    running,
    { conflictPolicy: CONFLICT.terminate },
    { kind: "terminateAndStart" },
  ],
  [
    "a running one that will do",
    running,
    { conflictPolicy: CONFLICT.useExisting },
    { kind: "useExisting", attach: false },
  ],
  [
    "a running one to attach to",
    running,
    { conflictPolicy: CONFLICT.useExisting, onConflictOptions: { attachRequestId: true } },
    { kind: "useExisting", attach: true },
  ],
  ["the same request again", completed, { requestId: "start-1" }, { kind: "repeated", started: true }],
  ["a request that was attached", running, { requestId: "attached-1" }, { kind: "repeated", started: false }],
])("a start with %s", (_name, run, more, choice) => {
  expect(chooseStart(run, policies(more))).toEqual(choice);
});

test.each([
  ["is running", running, {}],
  ["completed and only failures may be repeated", completed, { reusePolicy: REUSE.failedOnly }],
  ["is closed and ids may not be used again", failed, { reusePolicy: REUSE.reject }],
])("a start is refused with Temporal's detail when a run of its id %s", (_name, run, more) => {
  let thrown: unknown;
  try {
    chooseStart(run, policies(more));
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(CloudError);
  expect(thrown).toMatchObject({
    code: "ALREADY_EXISTS",
    details: [{ typeName: "temporal.api.errordetails.v1.WorkflowExecutionAlreadyStartedFailure" }],
  });
});

test("policies that contradict each other, or that nobody knows, are refused", () => {
  const both = policies({ reusePolicy: REUSE.terminate, conflictPolicy: CONFLICT.useExisting });
  expect(() => chooseStart(undefined, both)).toThrow("cannot be used together");
  // A client may send any number for an enum.
  const unknown = policies({ reusePolicy: 99 as StartPolicies["reusePolicy"] });
  expect(() => chooseStart(undefined, unknown)).toThrow("unknown workflow id reuse policy");
});
