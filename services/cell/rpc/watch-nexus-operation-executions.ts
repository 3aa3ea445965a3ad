// DescribeNexusOperationExecution and PollNexusOperationExecution: what an operation is like now, or at once when that
// changes; and its outcome, when it has one. A wait in vain is answered with nothing before the caller's own deadline.
import { temporal } from "#contracts";
import type { Engine } from "../engine.ts";
import { describeOperation, operationOutcome } from "../operation/index.ts";
import type { LiveOperation } from "../standalone/index.ts";
import { int64 } from "../workflow/index.ts";
import { awaitChange, awaitTransition } from "./await-transition.ts";
import { invalid } from "./lookup.ts";
import { namedOperation } from "./named-operation.ts";
import { rpc } from "./operation.ts";
import { encodeTransitionToken } from "./transition-token.ts";

type DescribeRequest = temporal.api.workflowservice.v1.IDescribeNexusOperationExecutionRequest;
type DescribeResponse = temporal.api.workflowservice.v1.IDescribeNexusOperationExecutionResponse;
type PollRequest = temporal.api.workflowservice.v1.IPollNexusOperationExecutionRequest;
type PollResponse = temporal.api.workflowservice.v1.IPollNexusOperationExecutionResponse;

const {
  NEXUS_OPERATION_WAIT_STAGE_CLOSED: CLOSED,
  NEXUS_OPERATION_WAIT_STAGE_STARTED: STARTED,
  NEXUS_OPERATION_WAIT_STAGE_UNSPECIFIED: UNSPECIFIED,
} = temporal.api.enums.v1.NexusOperationWaitStage;

export const describeNexusOperationExecution = rpc<DescribeRequest, DescribeResponse>(
  "DescribeNexusOperationExecution",
  async (engine, request, call) => {
    const hasToken = (request.longPollToken?.length ?? 0) > 0;
    const execution = await namedOperation(engine, request, () => {
      if (hasToken && (request.runId ?? "") === "")
        throw invalid("run_id is required when long_poll_token is provided");
    });
    if (hasToken && !(await awaitChange({ engine, execution, call }, request.longPollToken))) return {};
    await execution.settled();
    return description(engine, execution, request);
  },
);

export const pollNexusOperationExecution = rpc<PollRequest, PollResponse>(
  "PollNexusOperationExecution",
  async (engine, request, call) => {
    const given = request.waitStage ?? UNSPECIFIED;
    const waitStage = given === UNSPECIFIED ? CLOSED : given;
    if (waitStage !== STARTED && waitStage !== CLOSED)
      throw invalid(`unsupported wait_stage: ${String(waitStage)}`);
    const execution = await namedOperation(engine, request);
    const { state } = execution;
    const isReached = await awaitTransition(
      { engine, execution, call },
      () => execution.isClosed || (waitStage === STARTED && state.startedAt > 0),
    );
    if (!isReached) return {};
    await execution.settled();
    const { runId, operationToken } = state;
    return execution.isClosed
      ? { runId, operationToken, waitStage: CLOSED, ...operationOutcome(state) }
      : { runId, operationToken, waitStage: STARTED };
  },
);

function description(engine: Engine, execution: LiveOperation, request: DescribeRequest): DescribeResponse {
  const { state, sizeBytes, isClosed } = execution;
  return {
    runId: state.runId,
    info: { ...describeOperation(state, engine.clock.now()), stateSizeBytes: int64(sizeBytes) },
    input: request.includeInput === true ? (state.request.input ?? null) : null,
    longPollToken: encodeTransitionToken(state),
    ...(request.includeOutcome === true && isClosed ? operationOutcome(state) : {}),
  };
}
