// Starts a run of a workflow id under its reuse and conflict policies: for clients, for parents and for signals.
// From the moment the current run is known nothing pauses, so two starts of one id cannot both win.
import { temporal } from "#contracts";
import { decideContext, type Engine } from "../engine.ts";
import type { Namespace } from "../namespaces/namespace.ts";
import { refuseNewWork } from "../namespaces/refuse-new-work.ts";
import {
  chooseStart,
  startExecution,
  type CurrentRun,
  type StartChoice,
  type StartInput,
  type StartResult,
} from "../workflow/index.ts";
import type { LiveExecution } from "./live-execution.ts";
import { noticeOverride } from "./notice-override.ts";
import { recordNewRun, transact } from "./transact.ts";

const { WorkflowIdReusePolicy: Reuse, WorkflowIdConflictPolicy: Conflict } = temporal.api.enums.v1;

export interface StartedRun {
  execution: LiveExecution;
  /** True when this call (or an earlier one with the same request id) made the run. */
  isStarted: boolean;
  /** True when an earlier call with the same request id made it. */
  isRepeated: boolean;
  result: StartResult | undefined;
}

/** Errors: those of the policies (ALREADY_EXISTS) and of the request (INVALID_ARGUMENT); UNAVAILABLE. */
export function startRun(engine: Engine, namespace: Namespace, input: StartInput): Promise<StartedRun> {
  const workflowId = input.request.workflowId ?? "";
  return engine.executions.use({ namespaceId: namespace.id, workflowId, runId: "" }, (current) =>
    startAfter(engine, namespace, { current, input }),
  );
}

/** The same when the current run is known already; does not pause. Errors: NOT_FOUND as well. */
export function startAfter(
  engine: Engine,
  namespace: Namespace,
  start: { current: LiveExecution | undefined; input: StartInput },
): StartedRun {
  engine.journal.group();
  const { current, input } = start;
  const choice = choose(current, input);
  if (current !== undefined && choice.kind === "repeated") {
    return { execution: current, isStarted: choice.started, isRepeated: true, result: undefined };
  }
  if (current !== undefined && choice.kind === "useExisting") {
    if (choice.attach) attach(engine, current, input);
    return { execution: current, isStarted: false, isRepeated: false, result: undefined };
  }
  engine.namespaces.requireThere(namespace);
  if (input.origin !== "child") refuseNewWork(namespace, "workflows");
  const run = startExecution(input, decideContext(engine));
  if (current !== undefined && choice.kind === "terminateAndStart") terminate(engine, current);
  const execution = recordNewRun(engine, namespace, run);
  noticeOverride(engine, namespace.id, input.request.versioningOverride);
  return { execution, isStarted: true, isRepeated: false, result: run.outcome.result };
}

function choose(current: LiveExecution | undefined, input: StartInput): StartChoice {
  const { request } = input;
  return chooseStart(current === undefined ? undefined : currentRunOf(current), {
    requestId: request.requestId ?? "",
    reusePolicy: request.workflowIdReusePolicy ?? Reuse.WORKFLOW_ID_REUSE_POLICY_UNSPECIFIED,
    conflictPolicy: request.workflowIdConflictPolicy ?? Conflict.WORKFLOW_ID_CONFLICT_POLICY_UNSPECIFIED,
    onConflictOptions: request.onConflictOptions,
  });
}

function currentRunOf({ state }: LiveExecution): CurrentRun {
  return {
    runId: state.runId,
    firstRunId: state.firstRunId,
    status: state.status,
    startRequestIds: state.startRequestIds,
    workflowId: state.workflowId,
    startRequestId: state.startRequestId,
    startedAt: state.startedAt,
  };
}

function attach(engine: Engine, current: LiveExecution, input: StartInput): void {
  const { request } = input;
  transact(engine, current, {
    kind: "attachRequest",
    requestId: request.requestId ?? "",
    identity: request.identity ?? "",
    attachRequestId: request.onConflictOptions?.attachRequestId === true,
    completionCallbacks:
      request.onConflictOptions?.attachCompletionCallbacks === true ? request.completionCallbacks : undefined,
    links: request.onConflictOptions?.attachLinks === true ? request.links : undefined,
  });
}

function terminate(engine: Engine, current: LiveExecution): void {
  transact(engine, current, {
    kind: "terminate",
    reason: "TerminateIfRunning WorkflowIdReusePolicy",
    details: undefined,
    identity: "history-service",
    links: undefined,
  });
}
