// The door of the workflow core: pure, deterministic transitions of one execution. No I/O, no clock, no randomness here;
// the runtime around it stores, delivers and times.
export { decide } from "./decide.ts";
export { startExecution } from "./start-execution.ts";
export { checkLength } from "./check-length.ts";
export { checkLinks, linkCodec } from "./check-links.ts";
export { checkStart } from "./starting/check-start.ts";
export { decodeState, encodeState } from "./codec/state-codec.ts";
export * as storedFields from "./codec/stored-fields.ts";
export { attachEvents, forgetCloseEvent, missingEvents } from "./missing-events.ts";
export { cancelWindow, startWindow, type CallWindow, type OperationTimes } from "./nexus/call-window.ts";
export { rebuild, type RunIdentity } from "./rebuild.ts";
export { hasVolatileState, pendingEffects } from "./pending-effects.ts";
export { pendingPlace, type PendingPlace } from "./pending-place.ts";
export { nextWakeAt } from "./next-wake.ts";
export { visibilityOf, type VisibilityRecord } from "./visibility-record.ts";
export { updateStatusOf } from "./update-status.ts";
export { ClosedBeforeUpdate, UpdateInterrupted } from "./updates/abort-updates.ts";
export { firstTaskAgain, historySuffix } from "./workflow-task/started-task.ts";
export { queryReadiness, type QueryReadiness } from "./query-readiness.ts";
export {
  checkStartPolicies,
  chooseStart,
  type CurrentRun,
  type StartChoice,
  type StartPolicies,
} from "./choose-start.ts";
export { describeExecution } from "./describe-execution.ts";
export { defaultLimits, type Limits } from "./limits.ts";
export { resetRun, type ResetInput } from "./resetting/reset-run.ts";
export { isReapplied, type ReapplyExclusion } from "./resetting/reapply-event.ts";
export { mergedPriority } from "./priority.ts";
export { checkOptionPaths, type OptionsChange } from "./options/update-options.ts";
// What activities without a workflow share with those of workflows.
export { completeTimeouts } from "./activities/complete-timeouts.ts";
export { mergeOptions } from "./activities/merge-options.ts";
export { camelPaths } from "./field-mask.ts";
export { shortenedFailure } from "./short-failure.ts";
export { failureCodec, payloadCodec, payloadsCodec } from "./message-codecs.ts";
export { bytesOfPayload, bytesOfPayloads } from "./payload-size.ts";
export {
  checkRetryPolicy,
  intervalOfAttempt,
  isRetryable,
  messageOfRetryPolicy,
  requestedDelayMs,
  retryPolicyOf,
  timeoutName,
  withRetryDefaults,
} from "./retry-policy.ts";
export { durationOf, int64, msOf, numberOf, timestampIfSet, timestampOf } from "./wire-numbers.ts";
export { directiveOf, effectiveVersion, isSameVersion } from "./versioning/effective-version.ts";
export { startOfChild } from "./versioning/inherit-versioning.ts";
export { messageOfOverride, overrideOfMessage } from "./versioning/override.ts";
export * from "./versioning/version-name.ts";
export { WITHOUT_VERSIONS } from "./versioning/without-versions.ts";
export { versionOfWorker } from "./versioning/worker-version.ts";
export type * from "./command.ts";
export type * from "./effect.ts";
export { callFailure, timeoutCause } from "./nexus/operation-failures.ts";
// What Nexus operations without a workflow share with those of workflows.
export { disallowedNexusHeader } from "./task-commands/schedule-nexus-operation.ts";
export {
  backOff,
  describeDelivery,
  recordAttempt,
  recordFailure,
  resume as resumeDelivery,
} from "./nexus/delivery.ts";
export { pendingOperationState } from "./nexus/describe-operations.ts";
export { newDelivery, type Delivery } from "./nexus/nexus-operation.ts";
export type * from "./nexus/operation-answer.ts";
export type * from "./outcome.ts";
export type * from "./start-input.ts";
export type * from "./state.ts";
