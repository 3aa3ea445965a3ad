// The caps of one execution, with their defaults. Every loop, list and payload of the core is bounded by one of these;
// nothing else in this folder may invent a number.

export interface Limits {
  /** Events a history may have; one more terminates the execution. */
  historyEventsMax: number;
  historyBytesMax: number;
  /** Beyond it the cell's log says so. */
  historyEventsWarn: number;
  historyBytesWarn: number;
  /** From here on workflow tasks suggest continue-as-new. */
  historyEventsSuggestContinueAsNew: number;
  historyBytesSuggestContinueAsNew: number;
  /** One payload-carrying attribute of a command, signal, result or failure. */
  blobBytesMax: number;
  memoBytesMax: number;
  searchAttributesBytesMax: number;
  searchAttributeBytesMax: number;
  searchAttributesMax: number;
  /** Longest workflow id, type, task queue, activity id, timer id, signal name, request id. */
  idBytesMax: number;
  pendingActivitiesMax: number;
  pendingChildrenMax: number;
  pendingSignalsMax: number;
  pendingCancelsMax: number;
  pendingNexusOperationsMax: number;
  /** Keys and values of the header that a workflow gives to a Nexus operation. */
  nexusHeaderBytesMax: number;
  nexusTokenBytesMax: number;
  /** Longest wait for a handler's answer to a start or a cancel request. */
  nexusRequestTimeoutMs: number;
  /** With less time left, the handler is not asked any more. */
  nexusRequestTimeoutMsMin: number;
  /** Waits between attempts to start or cancel a Nexus operation and to call a completion callback; they double. */
  deliveryRetryInitialMs: number;
  deliveryRetryMaxMs: number;
  signalsMax: number;
  updatesInFlightMax: number;
  /** Of all updates that the worker has not accepted or rejected yet. */
  updateBytesInFlightMax: number;
  updatesTotalMax: number;
  completionCallbacksMax: number;
  /** Links of one request: of itself and of its callbacks. */
  linksPerRequestMax: number;
  linkBytesMax: number;
  /** Signal request ids remembered for de-duplication; the oldest are forgotten first. */
  signalRequestIdsMax: number;
  bufferedEventsMax: number;
  bufferedBytesMax: number;
  /** Commands of one workflow task. */
  commandsMax: number;
  defaultTaskTimeoutMs: number;
  taskTimeoutMsMax: number;
  /** How long a worker may keep one workflow task alive for its local activities. */
  taskHeartbeatTimeoutMs: number;
  /** A workflow task that keeps failing gets this much more time from attempt 4 on, doubling up to the maximum. */
  taskRetryInitialMs: number;
  taskRetryMaxMs: number;
  /** How long a speculative workflow task waits for a worker before it becomes a normal one. */
  speculativeTaskTimeoutMs: number;
  /** A speculative workflow task that shipped more events than this is never discarded. */
  discardedTaskEventsMax: number;
  /** From this attempt of a failing workflow task on, new updates are refused at once. */
  failedAttemptsBeforeUpdatesFail: number;
  /** Defaults of a retry policy, for activities and workflows that leave fields unset. */
  retryInitialIntervalMs: number;
  retryBackoffCoefficient: number;
  /** Default of a policy's longest interval, as a multiple of its first. */
  retryMaxIntervalMultiple: number;
  timerMsMax: number;
  /** Shortest time from the close of one run to the start of the next of a chain. */
  continueAsNewIntervalMsMin: number;
  /** A failure that an activity attempt leaves in the state is cut to this size. */
  failureInStateBytesMax: number;
}

const SECOND_MS = 1_000;
const DAY_MS = 24 * 3_600 * SECOND_MS;
const KIB = 1_024;
const MIB = 1_024 * KIB;

export const defaultLimits: Limits = {
  historyEventsMax: 51_200,
  historyBytesMax: 50 * MIB,
  historyEventsWarn: 10 * KIB,
  historyBytesWarn: 10 * MIB,
  historyEventsSuggestContinueAsNew: 4 * KIB,
  historyBytesSuggestContinueAsNew: 4 * MIB,
  blobBytesMax: 2 * MIB,
  memoBytesMax: 2 * MIB,
  searchAttributesBytesMax: 40 * KIB,
  searchAttributeBytesMax: 2 * KIB,
  searchAttributesMax: 100,
  idBytesMax: 1_000,
  pendingActivitiesMax: 2_000,
  pendingChildrenMax: 2_000,
  pendingSignalsMax: 2_000,
  pendingCancelsMax: 2_000,
  pendingNexusOperationsMax: 30,
  nexusHeaderBytesMax: 8 * KIB,
  nexusTokenBytesMax: 4 * KIB,
  nexusRequestTimeoutMs: 10 * SECOND_MS,
  nexusRequestTimeoutMsMin: 1_500,
  deliveryRetryInitialMs: SECOND_MS,
  deliveryRetryMaxMs: 3_600 * SECOND_MS,
  signalsMax: 10_000,
  updatesInFlightMax: 10,
  updateBytesInFlightMax: 20 * 1024 * 1024,
  updatesTotalMax: 2_000,
  completionCallbacksMax: 2_000,
  linksPerRequestMax: 10,
  linkBytesMax: 4_000,
  signalRequestIdsMax: 1_000,
  bufferedEventsMax: 100,
  bufferedBytesMax: 2 * MIB,
  commandsMax: 50_000,
  defaultTaskTimeoutMs: 10 * SECOND_MS,
  taskTimeoutMsMax: 120 * SECOND_MS,
  taskHeartbeatTimeoutMs: 30 * 60 * SECOND_MS,
  taskRetryInitialMs: 5 * SECOND_MS,
  speculativeTaskTimeoutMs: 5 * SECOND_MS,
  discardedTaskEventsMax: 10,
  failedAttemptsBeforeUpdatesFail: 3,
  taskRetryMaxMs: 10 * 60 * SECOND_MS,
  retryInitialIntervalMs: SECOND_MS,
  retryBackoffCoefficient: 2,
  retryMaxIntervalMultiple: 100,
  timerMsMax: 100 * 365 * DAY_MS,
  continueAsNewIntervalMsMin: SECOND_MS,
  failureInStateBytesMax: 4 * KIB,
};
