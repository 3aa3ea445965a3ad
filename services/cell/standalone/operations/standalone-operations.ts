// The standalone Nexus operations of a cell: starts them under their id policies, calls their handlers, and lets the core
// decide on everything else.
import { codecOf, temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Engine } from "../../engine.ts";
import type { HeldRunsLimits } from "../../held-runs.ts";
import type { Namespace } from "../../namespaces/namespace.ts";
import { refuseNewWork } from "../../namespaces/refuse-new-work.ts";
import {
  decideOperation,
  emptyOperation,
  pendingCalls,
  STATUS,
  type HandlerCall,
  type OperationCommand,
  type OperationState,
  type StartRequest,
} from "../../operation/index.ts";
import { chooseStandaloneStart, type KnownRun, type StartPolicies } from "../choose-start.ts";
import type { LiveStandalone } from "../live-standalone.ts";
import {
  StandaloneExecutions,
  type StandaloneOutcome,
  type StandalonePorts,
} from "../standalone-executions.ts";
import { callHandler } from "./call-handler.ts";
import { operationKind } from "./operation-kind.ts";

export type LiveOperation = LiveStandalone<OperationState>;

const { NexusOperationIdConflictPolicy: Conflict, NexusOperationIdReusePolicy: Reuse } =
  temporal.api.enums.v1;
const ALREADY_STARTED = "temporal.api.errordetails.v1.NexusOperationExecutionAlreadyStartedFailure";
const alreadyStartedCodec =
  codecOf<temporal.api.errordetails.v1.INexusOperationExecutionAlreadyStartedFailure>(ALREADY_STARTED);

export class StandaloneOperations {
  readonly executions: StandaloneExecutions<OperationState>;
  readonly #engine: () => Engine;

  constructor(ports: StandalonePorts, options: { engine: () => Engine; limits: HeldRunsLimits }) {
    this.#engine = options.engine;
    const kind = operationKind({
      wake: (_engine, execution) => this.transact(execution, { kind: "wake" }),
      resume: (_engine, execution) => this.#call(execution, pendingCalls(execution.state)),
    });
    this.executions = new StandaloneExecutions(kind, ports, options);
  }

  /** `request` is checked. Errors: ALREADY_EXISTS by the policies, UNAVAILABLE. */
  start(
    namespace: Namespace,
    request: StartRequest,
    endpointId: string,
  ): Promise<{ execution: LiveOperation; isStarted: boolean }> {
    const key = { namespaceId: namespace.id, id: request.operationId ?? "", runId: "" };
    return this.executions.use(key, (known) => this.#startAfter(namespace, known, { request, endpointId }));
  }

  /** Does not pause, so two starts of one id cannot both win. */
  #startAfter(
    namespace: Namespace,
    known: LiveOperation | undefined,
    { request, endpointId }: { request: StartRequest; endpointId: string },
  ): { execution: LiveOperation; isStarted: boolean } {
    const engine = this.#engine();
    engine.journal.group();
    const choice = chooseStandaloneStart(known && knownRunOf(known), policiesOf(request), alreadyStarted);
    if (known !== undefined && choice === "existing") return { execution: known, isStarted: false };
    engine.namespaces.requireThere(namespace);
    refuseNewWork(namespace, "Nexus operations");
    const state: OperationState = {
      ...emptyOperation(),
      namespaceId: namespace.id,
      id: request.operationId ?? "",
      runId: engine.ids.uuid(),
      request,
      endpointId,
      handlerRequestId: engine.ids.uuid(),
      scheduledAt: engine.clock.now(),
      transitionCount: 1,
    };
    const execution: LiveOperation = this.executions.add(namespace, {
      state,
      outcome: {
        actions: [{ kind: "schedule_nexus_operation", count: 1 }],
        isDurable: true,
        run: () => this.#call(execution, ["start"]),
      },
      replaced: known,
    });
    return { execution, isStarted: true };
  }

  /** Before it is durable. After an error nothing of the command has happened. */
  transact(execution: LiveOperation, command: OperationCommand): void {
    this.executions.admitTransition(execution);
    const { clock, limits } = this.#engine();
    const hadCancel = execution.state.cancel !== undefined;
    const calls = decideOperation(execution.state, command, { now: clock.now(), limits });
    const isCancel = !hadCancel && execution.state.cancel !== undefined;
    const outcome: StandaloneOutcome = {
      actions: isCancel ? [{ kind: "request_nexus_operation_cancellation", count: 1 }] : [],
      isDurable: true,
      run: () => this.#call(execution, calls),
    };
    this.executions.record(execution, outcome);
  }

  /** Returns when it is durable, and throws its error when what the error is about is. */
  async commit(execution: LiveOperation, command: OperationCommand): Promise<void> {
    try {
      this.transact(execution, command);
    } finally {
      await execution.settled();
    }
  }

  #call(execution: LiveOperation, calls: readonly HandlerCall[]): void {
    const engine = this.#engine();
    for (const call of calls) {
      callHandler(engine, execution, call)
        .then((command) => this.transact(execution, command))
        .catch((error: unknown) => {
          // It ended or was given up meanwhile: then nobody waits for the answer, or it is asked again.
          if (error instanceof CloudError || engine.stopping.aborted) return;
          engine.log.error({ err: error, runId: execution.state.runId }, "a call to a Nexus handler failed");
        });
    }
  }
}

function knownRunOf({ state, isClosed }: LiveOperation): KnownRun {
  return {
    runId: state.runId,
    startRequestId: state.request.requestId ?? "",
    isClosed,
    isFailed: isClosed && state.status !== STATUS.completed,
  };
}

function policiesOf({ requestId, idReusePolicy, idConflictPolicy }: StartRequest): StartPolicies {
  let reuse: StartPolicies["reuse"] = "allow";
  if (idReusePolicy === Reuse.NEXUS_OPERATION_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY)
    reuse = "allowFailedOnly";
  if (idReusePolicy === Reuse.NEXUS_OPERATION_ID_REUSE_POLICY_REJECT_DUPLICATE) reuse = "reject";
  return {
    requestId: requestId ?? "",
    reuse,
    usesExisting: idConflictPolicy === Conflict.NEXUS_OPERATION_ID_CONFLICT_POLICY_USE_EXISTING,
  };
}

function alreadyStarted({ startRequestId, runId }: KnownRun): CloudError {
  const value = alreadyStartedCodec.encode({ startRequestId, runId });
  return new CloudError(
    "ALREADY_EXISTS",
    `nexus operation execution already started: request_id=${startRequestId}, run_id=${runId}`,
    { details: [{ typeName: ALREADY_STARTED, value }] },
  );
}
