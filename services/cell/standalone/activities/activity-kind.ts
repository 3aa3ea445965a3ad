// Standalone activities as a kind of standalone execution.
import {
  activityNotFound,
  decodeActivity,
  encodeActivityRequest,
  encodeActivityState,
  firstDispatchAt,
  nextActivityWakeAt,
  offerOf,
  publicStatus,
  STATUS,
  type ActivityState,
} from "../../activity/index.ts";
import type { Engine } from "../../engine.ts";
import type { LiveStandalone } from "../live-standalone.ts";
import type { StandaloneKind } from "../standalone-kind.ts";
import { offerActivity } from "./offer-activity.ts";

/** As Temporal labels the metrics of activities that have no workflow. */
const ACTION_LABEL = "__temporal_standalone_activity__";

export function activityKind(
  wake: (engine: Engine, execution: LiveStandalone<ActivityState>) => void,
): StandaloneKind<ActivityState> {
  return {
    number: 1,
    noun: "activity",
    notFound: activityNotFound,
    encodeRequest: encodeActivityRequest,
    encodeState: encodeActivityState,
    payloadBytes: ({ result, failure, lastFailure, heartbeatDetails }) =>
      bytesOf(result) + bytesOf(failure) + bytesOf(lastFailure) + bytesOf(heartbeatDetails),
    decode: decodeActivity,
    listing: (state) => ({
      status: publicStatus(state.status),
      startedAt: state.scheduledAt,
      executionAt: firstDispatchAt(state),
      keywords: [state.activityType, state.options.taskQueue, ""],
    }),
    actionLabels: ({ options }) => ({ workflowType: ACTION_LABEL, taskQueue: options.taskQueue }),
    nextWakeAt: nextActivityWakeAt,
    hasTasks: isOffered,
    resume: (engine, execution) => {
      if (isOffered(execution.state)) offerActivity(engine, execution, offerOf(execution.state));
    },
    wake,
  };
}

function bytesOf(encoded: Uint8Array | undefined): number {
  return encoded?.length ?? 0;
}

function isOffered({ status, isOffered: offered }: ActivityState): boolean {
  return status === STATUS.scheduled && offered;
}
