// DescribeActivityExecution and PollActivityExecution: what an activity is like now, or at once when that changes; and
// its outcome, when it has one. A wait in vain is answered with nothing before the caller's own deadline.
import type { temporal } from "#contracts";
import { describeActivity, outcomeOf } from "../activity/index.ts";
import { int64 } from "../workflow/index.ts";
import type { Engine } from "../engine.ts";
import type { LiveActivity } from "../standalone/index.ts";
import { findActivityExecution } from "./activity-ids.ts";
import { encodeTransitionToken } from "./transition-token.ts";
import { invalid } from "./lookup.ts";
import { rpc } from "./operation.ts";
import { awaitChange, awaitTransition } from "./await-transition.ts";

type DescribeRequest = temporal.api.workflowservice.v1.IDescribeActivityExecutionRequest;
type DescribeResponse = temporal.api.workflowservice.v1.IDescribeActivityExecutionResponse;
type PollRequest = temporal.api.workflowservice.v1.IPollActivityExecutionRequest;
type PollResponse = temporal.api.workflowservice.v1.IPollActivityExecutionResponse;

export const describeActivityExecution = rpc<DescribeRequest, DescribeResponse>(
  "DescribeActivityExecution",
  async (engine, request, call) => {
    const hasToken = (request.longPollToken?.length ?? 0) > 0;
    if (hasToken && (request.activityId ?? "") !== "" && (request.runId ?? "") === "") {
      throw invalid("run id is required when long poll token is provided");
    }
    const execution = await findActivityExecution(engine, request);
    if (hasToken && !(await awaitChange({ engine, execution, call }, request.longPollToken))) return {};
    await execution.settled();
    return description(engine, execution, request);
  },
);

export const pollActivityExecution = rpc<PollRequest, PollResponse>(
  "PollActivityExecution",
  async (engine, request, call) => {
    const execution = await findActivityExecution(engine, request);
    const isOver = await awaitTransition({ engine, execution, call }, () => execution.isClosed);
    if (!isOver) return {};
    await execution.settled();
    return { runId: execution.state.runId, outcome: outcomeOf(execution.state) ?? null };
  },
);

function description(engine: Engine, execution: LiveActivity, request: DescribeRequest): DescribeResponse {
  const { state, sizeBytes } = execution;
  const info = describeActivity(state, engine.clock.now(), {
    heartbeatDetails: request.includeHeartbeatDetails === true,
    lastFailure: request.includeLastFailure === true,
  });
  return {
    runId: state.runId,
    info: {
      ...info,
      stateSizeBytes: int64(sizeBytes),
      searchAttributes: state.request.searchAttributes ?? {},
    },
    input: request.includeInput === true ? (state.request.input ?? null) : null,
    outcome: request.includeOutcome === true ? (outcomeOf(state) ?? null) : null,
    longPollToken: encodeTransitionToken(state),
  };
}
