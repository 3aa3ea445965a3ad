// The stored form of a standalone activity: the request it was started with, written once, and its state. A number once
// used is never used for anything else, and a field is only ever added, so that older states can be read.
import { codecOf } from "#contracts";
import { storedFields } from "../workflow/index.ts";
import { emptyActivity } from "./starting/start-activity-execution.ts";
import type { ActivityState, AttachedLinks, StartRequest } from "./state.ts";

const { bytes, count, defineStored, filled, flag, many, one, PRIORITY, text, time } = storedFields;

const plainFields = {
  activityType: text(1),
  startRequestId: text(2),
  status: count(3),
  scheduledAt: time(4),
  firstStartedAt: time(5),
  closedAt: time(6),
  attempt: count(7),
  stamp: count(8),
  startedStamp: count(9),
  dispatchAt: time(10),
  isOffered: flag(11),
  startedAt: time(12),
  pollRequestId: text(13),
  workerIdentity: text(14),
  sdkName: text(15),
  sdkVersion: text(16),
  deploymentName: text(17),
  deploymentBuildId: text(18),
  attemptClosedAt: time(19),
  retryIntervalMs: time(20),
  isRetryIntervalGiven: flag(21),
  lastHeartbeatAt: time(22),
  heartbeatCount: count(23),
  cancelRequestId: text(24),
  cancelIdentity: text(25),
  cancelReason: text(26),
  terminateRequestId: text(27),
  pauseRequestId: text(28),
  pausedBy: text(29),
  pauseReason: text(30),
  pausedAt: time(31),
  unpauseRequestId: text(32),
  resetRequestId: text(33),
  optionsRequestId: text(34),
  resetRestoresOptions: flag(35),
  resetClearsHeartbeat: flag(36),
  resetPauses: flag(37),
  retryState: count(38),
  transitionCount: count(39),
} as const;

const bytesFields = {
  lastFailure: bytes(40),
  heartbeatDetails: bytes(41),
  result: bytes(42),
  failure: bytes(43),
} as const;

const STATE_TYPE = defineStored("StandaloneActivity", {
  StandaloneActivity: {
    ...plainFields,
    ...bytesFields,
    options: one("StandaloneActivityOptions", 44),
    attachedLinks: many("StandaloneActivityLinks", 45),
  },
  StandaloneActivityOptions: {
    taskQueue: text(1),
    scheduleToCloseMs: time(2),
    scheduleToStartMs: time(3),
    startToCloseMs: time(4),
    heartbeatMs: time(5),
    startDelayMs: time(6),
    retryPolicy: one("StandaloneActivityRetryPolicy", 7),
    priority: one(PRIORITY, 8),
  },
  StandaloneActivityRetryPolicy: {
    initialIntervalMs: time(1),
    backoffCoefficient: time(2),
    maximumIntervalMs: time(3),
    maximumAttempts: count(4),
    nonRetryableErrorTypes: many("string", 5),
  },
  StandaloneActivityLinks: { requestId: text(1), links: many("bytes", 2) },
});

type Stored = Omit<ActivityState, "namespaceId" | "id" | "runId" | "request">;

const stateCodec = codecOf<Stored>(STATE_TYPE);
const requestCodec = codecOf<StartRequest>("temporal.api.workflowservice.v1.StartActivityExecutionRequest");

export function encodeActivityRequest(state: ActivityState): Uint8Array {
  return requestCodec.encode(state.request);
}

export function encodeActivityState(state: ActivityState): Uint8Array {
  return stateCodec.encode(state);
}

type Plain = Record<string, unknown>;

export function decodeActivity(
  key: { namespaceId: string; id: string; runId: string },
  encoded: { request: Uint8Array; state: Uint8Array },
): ActivityState {
  const stored = stateCodec.decode(encoded.state);
  const state = emptyActivity(key);
  state.request = requestCodec.decode(encoded.request);
  // Fields of one value are spelled alike on both sides.
  const from = stored as unknown as Plain;
  const to = state as unknown as Plain;
  for (const name of Object.keys(plainFields)) to[name] = from[name];
  for (const name of Object.keys(bytesFields) as (keyof typeof bytesFields)[]) {
    state[name] = filled(stored[name]);
  }
  // Read by name: values that are not set are on the prototype.
  const { options } = stored;
  const { retryPolicy } = options;
  state.options = {
    taskQueue: options.taskQueue,
    scheduleToCloseMs: options.scheduleToCloseMs,
    scheduleToStartMs: options.scheduleToStartMs,
    startToCloseMs: options.startToCloseMs,
    heartbeatMs: options.heartbeatMs,
    startDelayMs: options.startDelayMs,
    retryPolicy: {
      initialIntervalMs: retryPolicy.initialIntervalMs,
      backoffCoefficient: retryPolicy.backoffCoefficient,
      maximumIntervalMs: retryPolicy.maximumIntervalMs,
      maximumAttempts: retryPolicy.maximumAttempts,
      nonRetryableErrorTypes: [...retryPolicy.nonRetryableErrorTypes],
    },
    priority: options.priority ?? undefined,
  };
  state.attachedLinks = stored.attachedLinks.map(({ requestId, links }: AttachedLinks) => ({
    requestId,
    links: [...links],
  }));
  return state;
}
