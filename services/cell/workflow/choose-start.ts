// The id reuse and conflict policies: what a start does when its workflow id is or was in use.
import { codecOf, temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";
import { CloudError } from "#shared/errors";
import { isRunning } from "./running.ts";
import type { ExecutionStatus } from "./state.ts";

export interface CurrentRun {
  workflowId: string;
  runId: string;
  firstRunId: string;
  status: ExecutionStatus;
  /** Request ids that this run answers already (state.startRequestIds). */
  startRequestIds: Readonly<Record<string, number>>;
  /** Of the start that made the run. */
  startRequestId: string;
  startedAt: EpochMs;
}

export type StartChoice =
  | { kind: "start" }
  /** Terminate the current run and start in one transaction. */
  | { kind: "terminateAndStart" }
  /** Answer with the current run, started = false; with `attach` send the command attachRequest to it first. */
  | { kind: "useExisting"; attach: boolean }
  /** The same request came before: answer with the current run, `started` as it was then. */
  | { kind: "repeated"; started: boolean };

export interface StartPolicies {
  requestId: string;
  reusePolicy: temporal.api.enums.v1.WorkflowIdReusePolicy;
  conflictPolicy: temporal.api.enums.v1.WorkflowIdConflictPolicy;
  onConflictOptions?: temporal.api.workflow.v1.IOnConflictOptions | null | undefined;
}

const { WorkflowExecutionStatus, WorkflowIdConflictPolicy, WorkflowIdReusePolicy } = temporal.api.enums.v1;
const STARTED_EVENT_ID = 1;
const ALREADY_STARTED = "temporal.api.errordetails.v1.WorkflowExecutionAlreadyStartedFailure";
const alreadyStartedCodec =
  codecOf<temporal.api.errordetails.v1.IWorkflowExecutionAlreadyStartedFailure>(ALREADY_STARTED);

const FAILED: ReadonlySet<ExecutionStatus> = new Set([
  WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_FAILED,
  WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED,
  WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TERMINATED,
  WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TIMED_OUT,
]);

/** Throws CloudError ALREADY_EXISTS with Temporal's detail when the policies refuse the start. */
export function chooseStart(current: CurrentRun | undefined, policies: StartPolicies): StartChoice {
  checkStartPolicies(policies);
  if (current === undefined) return { kind: "start" };
  const known = current.startRequestIds[policies.requestId];
  if (policies.requestId !== "" && known !== undefined) {
    return { kind: "repeated", started: known === STARTED_EVENT_ID };
  }
  const isOpen = isRunning(current);
  return isOpen ? chooseWhileOpen(current, policies) : chooseAfterClose(current, policies);
}

/** Errors: INVALID_ARGUMENT for policies that no start may have together. */
export function checkStartPolicies({
  reusePolicy,
  conflictPolicy,
}: Pick<StartPolicies, "reusePolicy" | "conflictPolicy">): void {
  if (WorkflowIdReusePolicy[reusePolicy] === undefined) {
    throw new CloudError("INVALID_ARGUMENT", `unknown workflow id reuse policy: ${reusePolicy}`);
  }
  if (WorkflowIdConflictPolicy[conflictPolicy] === undefined) {
    throw new CloudError("INVALID_ARGUMENT", `unknown workflow id conflict policy: ${conflictPolicy}`);
  }
  const terminates = reusePolicy === WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_TERMINATE_IF_RUNNING;
  if (terminates && conflictPolicy !== WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_UNSPECIFIED) {
    throw new CloudError(
      "INVALID_ARGUMENT",
      "Invalid WorkflowIDReusePolicy: WORKFLOW_ID_REUSE_POLICY_TERMINATE_IF_RUNNING cannot be used together with a WorkflowIDConflictPolicy",
    );
  }
  const rejects = reusePolicy === WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE;
  if (rejects && conflictPolicy === WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_TERMINATE_EXISTING) {
    throw new CloudError(
      "INVALID_ARGUMENT",
      "Invalid WorkflowIDReusePolicy: WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE cannot be used together with WorkflowIdConflictPolicy WORKFLOW_ID_CONFLICT_POLICY_TERMINATE_EXISTING",
    );
  }
}

function chooseWhileOpen(current: CurrentRun, policies: StartPolicies): StartChoice {
  const { reusePolicy, conflictPolicy, onConflictOptions } = policies;
  if (reusePolicy === WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_TERMINATE_IF_RUNNING) {
    return { kind: "terminateAndStart" };
  }
  switch (conflictPolicy) {
    case WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING:
      return { kind: "useExisting", attach: onConflictOptions != null };
    case WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_TERMINATE_EXISTING:
      return { kind: "terminateAndStart" };
    default:
      throw alreadyStarted(current, "Workflow execution is already running.", "");
  }
}

function chooseAfterClose(current: CurrentRun, { reusePolicy }: StartPolicies): StartChoice {
  const { WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY, WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE } =
    WorkflowIdReusePolicy;
  if (reusePolicy === WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE) {
    throw alreadyStarted(
      current,
      "Workflow execution already finished.",
      " Workflow Id reuse policy: reject duplicate workflow Id.",
    );
  }
  if (reusePolicy === WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY && !FAILED.has(current.status)) {
    throw alreadyStarted(
      current,
      "Workflow execution already finished successfully.",
      " Workflow Id reuse policy: allow duplicate workflow Id if last run failed.",
    );
  }
  return { kind: "start" };
}

function alreadyStarted(current: CurrentRun, what: string, why: string): CloudError {
  const { workflowId, runId, startRequestId, firstRunId } = current;
  const value = alreadyStartedCodec.encode({ startRequestId, runId, firstExecutionRunId: firstRunId });
  return new CloudError("ALREADY_EXISTS", `${what} WorkflowId: ${workflowId}, RunId: ${runId}.${why}`, {
    details: [{ typeName: ALREADY_STARTED, value }],
  });
}
