// The standalone activities of a cell: starts them under their id policies and lets the core decide on everything else.
import { codecOf, temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import {
  decideActivity,
  isClosed,
  startActivityExecution,
  STATUS,
  type ActivityCommand,
  type ActivityContext,
  type ActivityOutcome,
  type ActivityResults,
  type ActivityState,
  type StartRequest,
} from "../../activity/index.ts";
import type { Engine } from "../../engine.ts";
import type { HeldRunsLimits } from "../../held-runs.ts";
import type { Namespace } from "../../namespaces/namespace.ts";
import { refuseNewWork } from "../../namespaces/refuse-new-work.ts";
import { chooseStandaloneStart, type KnownRun, type StartPolicies } from "../choose-start.ts";
import type { LiveStandalone } from "../live-standalone.ts";
import {
  StandaloneExecutions,
  type StandaloneOutcome,
  type StandalonePorts,
} from "../standalone-executions.ts";
import { activityKind } from "./activity-kind.ts";
import { offerActivity, reviewOffers } from "./offer-activity.ts";

export type LiveActivity = LiveStandalone<ActivityState>;

const { ActivityIdConflictPolicy: Conflict, ActivityIdReusePolicy: Reuse } = temporal.api.enums.v1;
const ALREADY_STARTED = "temporal.api.errordetails.v1.ActivityExecutionAlreadyStartedFailure";
const alreadyStartedCodec =
  codecOf<temporal.api.errordetails.v1.IActivityExecutionAlreadyStartedFailure>(ALREADY_STARTED);

export class StandaloneActivities {
  readonly executions: StandaloneExecutions<ActivityState>;
  readonly #engine: () => Engine;

  constructor(ports: StandalonePorts, options: { engine: () => Engine; limits: HeldRunsLimits }) {
    this.#engine = options.engine;
    const kind = activityKind((_engine, execution) => this.transact(execution, { kind: "wake" }));
    this.executions = new StandaloneExecutions(kind, ports, options);
  }

  /** Errors: ALREADY_EXISTS by the policies, INVALID_ARGUMENT for policies that do not exist, UNAVAILABLE. */
  start(
    namespace: Namespace,
    request: StartRequest,
  ): Promise<{ execution: LiveActivity; isStarted: boolean }> {
    const key = { namespaceId: namespace.id, id: request.activityId ?? "", runId: "" };
    return this.executions.use(key, (known) => this.#startAfter(namespace, known, request));
  }

  /** Does not pause, so two starts of one id cannot both win. */
  #startAfter(
    namespace: Namespace,
    known: LiveActivity | undefined,
    request: StartRequest,
  ): { execution: LiveActivity; isStarted: boolean } {
    const policies = policiesOf(request);
    const engine = this.#engine();
    engine.journal.group();
    const choice = chooseStandaloneStart(known && knownRunOf(known), policies, alreadyStarted);
    if (known !== undefined && choice === "existing") {
      this.#attach(known, request);
      return { execution: known, isStarted: false };
    }
    engine.namespaces.requireThere(namespace);
    refuseNewWork(namespace, "activities");
    const runId = engine.ids.uuid();
    const start = { namespaceId: namespace.id, runId, request };
    const { state, outcome } = startActivityExecution(start, this.#context());
    const execution: LiveActivity = this.executions.add(namespace, {
      state,
      outcome: this.#outcomeOf(() => execution, outcome),
      replaced: known,
    });
    return { execution, isStarted: true };
  }

  /** The command's result, before it is durable. After an error nothing of the command has happened. */
  transact<Given extends ActivityCommand>(
    execution: LiveActivity,
    command: Given,
  ): ActivityResults[Given["kind"]] {
    this.executions.admitTransition(execution);
    const outcome = decideActivity(execution.state, command, this.#context());
    this.executions.record(
      execution,
      this.#outcomeOf(() => execution, outcome),
    );
    return outcome.result;
  }

  /** The command's result when it is durable, and its error when what the error is about is. */
  async commit<Given extends ActivityCommand>(
    execution: LiveActivity,
    command: Given,
  ): Promise<ActivityResults[Given["kind"]]> {
    try {
      return this.transact(execution, command);
    } finally {
      await execution.settled();
    }
  }

  #attach(known: LiveActivity, request: StartRequest): void {
    const links = request.links ?? [];
    if (request.onConflictOptions?.attachLinks !== true || links.length === 0) return;
    this.transact(known, { kind: "attachLinks", requestId: request.requestId ?? "", links });
  }

  #context(): ActivityContext {
    const { clock, limits } = this.#engine();
    return { now: clock.now(), limits };
  }

  #outcomeOf(executionOf: () => LiveActivity, outcome: ActivityOutcome<unknown>): StandaloneOutcome {
    return {
      actions: outcome.actions,
      isDurable: outcome.isDurable,
      run: () => {
        reviewOffers(this.#engine(), executionOf());
        for (const offer of outcome.offers) offerActivity(this.#engine(), executionOf(), offer);
      },
    };
  }
}

function knownRunOf({ state }: LiveActivity): KnownRun {
  const closed = isClosed(state.status);
  return {
    runId: state.runId,
    startRequestId: state.startRequestId,
    isClosed: closed,
    isFailed: closed && state.status !== STATUS.completed,
  };
}

function policiesOf({ requestId, idReusePolicy, idConflictPolicy }: StartRequest): StartPolicies {
  return {
    requestId: requestId ?? "",
    // The first of two bad policies is told.
    reuse: reuseOf(idReusePolicy ?? 0),
    usesExisting: usesExisting(idConflictPolicy ?? 0),
  };
}

function usesExisting(policy: temporal.api.enums.v1.ActivityIdConflictPolicy): boolean {
  switch (policy) {
    case Conflict.ACTIVITY_ID_CONFLICT_POLICY_UNSPECIFIED:
    case Conflict.ACTIVITY_ID_CONFLICT_POLICY_FAIL:
      return false;
    case Conflict.ACTIVITY_ID_CONFLICT_POLICY_USE_EXISTING:
      return true;
    default:
      throw new CloudError("INVALID_ARGUMENT", `unsupported ID conflict policy: ${String(policy)}`);
  }
}

function reuseOf(policy: temporal.api.enums.v1.ActivityIdReusePolicy): StartPolicies["reuse"] {
  switch (policy) {
    case Reuse.ACTIVITY_ID_REUSE_POLICY_UNSPECIFIED:
    case Reuse.ACTIVITY_ID_REUSE_POLICY_ALLOW_DUPLICATE:
      return "allow";
    case Reuse.ACTIVITY_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY:
      return "allowFailedOnly";
    case Reuse.ACTIVITY_ID_REUSE_POLICY_REJECT_DUPLICATE:
      return "reject";
    default:
      throw new CloudError("INVALID_ARGUMENT", `unsupported ID reuse policy: ${String(policy)}`);
  }
}

function alreadyStarted({ startRequestId, runId }: KnownRun): CloudError {
  const value = alreadyStartedCodec.encode({ startRequestId, runId });
  return new CloudError("ALREADY_EXISTS", "activity execution already started", {
    details: [{ typeName: ALREADY_STARTED, value }],
  });
}
