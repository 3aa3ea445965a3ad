// The id reuse and conflict policies: what a start does when its workflow id is or was in use.
import type { temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";
import type { ExecutionStatus } from "./state.ts";

export interface CurrentRun {
  runId: string;
  firstRunId: string;
  status: ExecutionStatus;
  /** Request ids that this run answers already (state.startRequestIds). */
  startRequestIds: Readonly<Record<string, number>>;
  startedAt: EpochMs;
}

export type StartChoice =
  | { kind: "start" }
  /** Terminate the current run and start in one transaction. */
  | { kind: "terminateAndStart" }
  /** Answer with the current run, started = false; with `attach` send the command attachRequest to it first. */
  | { kind: "useExisting"; attach: boolean }
  /** The same request came before: answer with the current run, started = true. */
  | { kind: "repeated" };

export interface StartPolicies {
  requestId: string;
  reusePolicy: temporal.api.enums.v1.WorkflowIdReusePolicy;
  conflictPolicy: temporal.api.enums.v1.WorkflowIdConflictPolicy;
  onConflictOptions?: temporal.api.workflow.v1.IOnConflictOptions | null | undefined;
}

/** Throws CloudError ALREADY_EXISTS with Temporal's detail when the policies refuse the start. */
export function chooseStart(_current: CurrentRun | undefined, _policies: StartPolicies): StartChoice {
  throw new Error("not there yet");
}
