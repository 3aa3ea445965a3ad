// Signals and cancel requests from one execution to another of this cell; the sender is told how it went.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Engine } from "../engine.ts";
import type { CancelExternal, SignalExternal, Target } from "../workflow/index.ts";
import { ignoreExpected } from "./close-effects.ts";
import { findTarget } from "./find-target.ts";
import type { LiveExecution } from "./live-execution.ts";
import { commit } from "./transact.ts";

const { SignalExternalWorkflowExecutionFailedCause: SignalFailure } = temporal.api.enums.v1;
const { CancelExternalWorkflowExecutionFailedCause: CancelFailure } = temporal.api.enums.v1;

export async function signalExternal(
  engine: Engine,
  execution: LiveExecution,
  effect: SignalExternal,
): Promise<void> {
  const { initiatedEventId } = effect;
  let failure: temporal.api.enums.v1.SignalExternalWorkflowExecutionFailedCause | undefined;
  const target = await findOpen(engine, execution, effect.target);
  if (target === "noNamespace") {
    failure = SignalFailure.SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_FAILED_CAUSE_NAMESPACE_NOT_FOUND;
  } else if (target === undefined) {
    failure =
      SignalFailure.SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_FAILED_CAUSE_EXTERNAL_WORKFLOW_EXECUTION_NOT_FOUND;
  } else {
    const refused = await attempt(() =>
      commit(engine, target, { kind: "signal", signal: effect.signal, origin: "workflow" }),
    );
    engine.reach?.("signal.delivered");
    if (refused?.code === "NOT_FOUND") {
      failure =
        SignalFailure.SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_FAILED_CAUSE_EXTERNAL_WORKFLOW_EXECUTION_NOT_FOUND;
    } else if (refused !== undefined) {
      failure = SignalFailure.SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_FAILED_CAUSE_SIGNAL_COUNT_LIMIT_EXCEEDED;
    }
  }
  await commit(engine, execution, {
    kind: "externalSignalDone",
    initiatedEventId,
    ...(failure === undefined ? {} : { failure }),
  }).catch(ignoreExpected);
}

export async function cancelExternal(
  engine: Engine,
  execution: LiveExecution,
  effect: CancelExternal,
): Promise<void> {
  const { initiatedEventId } = effect;
  let failure: temporal.api.enums.v1.CancelExternalWorkflowExecutionFailedCause | undefined;
  const target = await findOpen(engine, execution, effect.target);
  if (target === "noNamespace") {
    failure = CancelFailure.CANCEL_EXTERNAL_WORKFLOW_EXECUTION_FAILED_CAUSE_NAMESPACE_NOT_FOUND;
  } else if (target === undefined) {
    failure =
      CancelFailure.CANCEL_EXTERNAL_WORKFLOW_EXECUTION_FAILED_CAUSE_EXTERNAL_WORKFLOW_EXECUTION_NOT_FOUND;
  } else {
    const refused = await attempt(() =>
      commit(engine, target, {
        kind: "requestCancel",
        cause: effect.reason,
        identity: "history-service",
        requestId: effect.requestId,
        links: undefined,
        externalInitiatedEventId: initiatedEventId,
        externalWorkflowExecution: effect.sender,
      }),
    );
    if (refused?.code === "NOT_FOUND") {
      failure =
        CancelFailure.CANCEL_EXTERNAL_WORKFLOW_EXECUTION_FAILED_CAUSE_EXTERNAL_WORKFLOW_EXECUTION_NOT_FOUND;
    }
  }
  await commit(engine, execution, {
    kind: "externalCancelDone",
    initiatedEventId,
    ...(failure === undefined ? {} : { failure }),
  }).catch(ignoreExpected);
}

async function findOpen(
  engine: Engine,
  execution: LiveExecution,
  target: Target,
): Promise<LiveExecution | "noNamespace" | undefined> {
  const known =
    target.namespaceId === ""
      ? engine.namespaces.byName(target.namespace)
      : engine.namespaces.byId(target.namespaceId);
  if (known === undefined) return "noNamespace";
  const options = target.childWorkflowOnly ? { parent: execution } : {};
  const found = await findTarget(engine, target, options);
  return found === undefined || found.isClosed ? undefined : found;
}

/** The expected refusal of an act, or undefined when it was done. */
async function attempt(act: () => Promise<unknown>): Promise<CloudError | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    if (error instanceof CloudError && error.code !== "UNAVAILABLE" && error.code !== "INTERNAL")
      return error;
    throw error;
  }
}
