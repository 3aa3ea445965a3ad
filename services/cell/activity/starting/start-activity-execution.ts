// A standalone activity begins: its first state, and its first dispatch.
import { linkCodec } from "../../workflow/index.ts";
import { dispatchAt, firstDispatchAt } from "../attempts/dispatch.ts";
import { optionsOf } from "../options/activity-options.ts";
import { STATUS } from "../status.ts";
import type { ActivityState, StartRequest } from "../state.ts";
import { ActivityTransition, type ActivityContext, type ActivityOutcome } from "../transition.ts";

export interface ActivityStart {
  namespaceId: string;
  runId: string;
  /** As `checkActivityStart` gives it, with a request id. */
  request: StartRequest;
}

export interface StartedActivityExecution {
  state: ActivityState;
  outcome: ActivityOutcome<undefined>;
}

export function startActivityExecution(
  { namespaceId, runId, request }: ActivityStart,
  context: ActivityContext,
): StartedActivityExecution {
  const state = emptyActivity({ namespaceId, runId, id: request.activityId ?? "" });
  state.request = requestToKeep(request);
  state.activityType = request.activityType?.name ?? "";
  state.startRequestId = request.requestId ?? "";
  state.options = optionsOf(request);
  state.scheduledAt = context.now;
  state.attempt = state.stamp = 1;
  const links = request.links ?? [];
  if (links.length > 0) {
    const requestId = state.startRequestId;
    state.attachedLinks.push({ requestId, links: links.map((link) => linkCodec.encode(link)) });
  }
  const transition = new ActivityTransition(state, context);
  transition.bill("start_standalone_activity");
  dispatchAt(transition, firstDispatchAt(state));
  return { state, outcome: transition.finish(undefined) };
}

/** What is in the state or in the row's own columns is not kept a second time. */
function requestToKeep(request: StartRequest): StartRequest {
  return { ...request, namespace: "", activityId: "", requestId: "", links: [], onConflictOptions: null };
}

/** Always the same shape and order of fields, so that the engine sees one hidden class. */
export function emptyActivity(key: { namespaceId: string; id: string; runId: string }): ActivityState {
  return {
    ...key,
    request: {},
    activityType: "",
    startRequestId: "",
    status: STATUS.scheduled,
    options: optionsOf({}),
    scheduledAt: 0,
    firstStartedAt: 0,
    closedAt: 0,
    attempt: 0,
    stamp: 0,
    startedStamp: 0,
    dispatchAt: 0,
    isOffered: false,
    startedAt: 0,
    pollRequestId: "",
    workerIdentity: "",
    sdkName: "",
    sdkVersion: "",
    deploymentName: "",
    deploymentBuildId: "",
    attemptClosedAt: 0,
    retryIntervalMs: 0,
    isRetryIntervalGiven: false,
    lastFailure: undefined,
    lastHeartbeatAt: 0,
    heartbeatDetails: undefined,
    heartbeatCount: 0,
    cancelRequestId: "",
    cancelIdentity: "",
    cancelReason: "",
    terminateRequestId: "",
    pauseRequestId: "",
    pausedBy: "",
    pauseReason: "",
    pausedAt: 0,
    unpauseRequestId: "",
    resetRequestId: "",
    optionsRequestId: "",
    resetRestoresOptions: false,
    resetClearsHeartbeat: false,
    resetPauses: false,
    result: undefined,
    failure: undefined,
    retryState: 0,
    attachedLinks: [],
    transitionCount: 0,
  };
}
