// What UpdateTaskQueueConfig does to a configuration: checked in Temporal's words, then merged. Pure.
import { timestampOfMs, type temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { DispatchRules } from "./dispatch-limits.ts";

export type QueueConfig = temporal.api.taskqueue.v1.ITaskQueueConfig;
type Update = temporal.api.workflowservice.v1.IUpdateTaskQueueConfigRequest;
type RateUpdate = temporal.api.workflowservice.v1.UpdateTaskQueueConfigRequest.IRateLimitUpdate;

const REASON_LENGTH_MAX = 1_000;
const IDENTITY_LENGTH_MAX = 1_000;
const KEY_BYTES_MAX = 64;
export const WEIGHTS_MAX = 1_000;

/** Errors: INVALID_ARGUMENT. `isWorkflowQueue`: those take no rate limits. */
export function checkQueueConfigUpdate(update: Update, isWorkflowQueue: boolean): void {
  checkRate(update.updateQueueRateLimit, "UpdateQueueRateLimit", isWorkflowQueue && "rate limit");
  checkRate(
    update.updateFairnessKeyRateLimitDefault,
    "UpdateFairnessKeyRateLimitDefault",
    isWorkflowQueue && "fairness key rate limit",
  );
  checkLength("Identity", update.identity, IDENTITY_LENGTH_MAX);
  checkWeights(update.setFairnessWeightOverrides ?? {}, update.unsetFairnessWeightOverrides ?? []);
}

/** Errors: INVALID_ARGUMENT when the configuration would have too many weights. */
export function mergedQueueConfig(before: QueueConfig | undefined, update: Update, now: number): QueueConfig {
  const after: QueueConfig = { ...before };
  const { updateQueueRateLimit, updateFairnessKeyRateLimitDefault } = update;
  if (updateQueueRateLimit != null) {
    after.queueRateLimit = limitOf(updateQueueRateLimit, update.identity, now);
  }
  if (updateFairnessKeyRateLimitDefault != null) {
    after.fairnessKeysRateLimitDefault = limitOf(updateFairnessKeyRateLimitDefault, update.identity, now);
  }
  const weights = new Map(Object.entries(after.fairnessWeightOverrides ?? {}));
  for (const key of update.unsetFairnessWeightOverrides ?? []) weights.delete(key);
  for (const [key, weight] of Object.entries(update.setFairnessWeightOverrides ?? {}))
    weights.set(key, weight);
  if (weights.size > WEIGHTS_MAX) {
    refuse("fairness weight overrides update rejected: exceeding maximum key size");
  }
  after.fairnessWeightOverrides = Object.fromEntries(weights);
  return after;
}

export function dispatchRulesOf(config: QueueConfig): DispatchRules {
  return {
    tasksPerSecond: rateOf(config.queueRateLimit),
    tasksPerSecondOfKey: rateOf(config.fairnessKeysRateLimitDefault),
    weights: new Map(Object.entries(config.fairnessWeightOverrides ?? {})),
  };
}

/** Whether it changes nothing about dispatching: only who took the limits away is left. */
export function isIneffective(config: QueueConfig): boolean {
  const { tasksPerSecond, tasksPerSecondOfKey, weights } = dispatchRulesOf(config);
  return tasksPerSecond === undefined && tasksPerSecondOfKey === undefined && weights.size === 0;
}

function rateOf(config: temporal.api.taskqueue.v1.IRateLimitConfig | null | undefined): number | undefined {
  return config?.rateLimit == null ? undefined : (config.rateLimit.requestsPerSecond ?? 0);
}

/** An update without a limit removes the limit. */
function limitOf(
  update: RateUpdate,
  identity: string | null | undefined,
  now: number,
): temporal.api.taskqueue.v1.IRateLimitConfig {
  return {
    rateLimit: update.rateLimit ?? null,
    metadata: {
      reason: update.reason ?? "",
      updateIdentity: identity ?? "",
      updateTime: timestampOfMs(now),
    },
  };
}

function checkRate(update: RateUpdate | null | undefined, label: string, refusedAs: string | false): void {
  if (update == null) return;
  if (update.rateLimit != null) {
    if (refusedAs !== false) refuse(`Setting ${refusedAs} on workflow task queues is not allowed.`);
    const rate = update.rateLimit.requestsPerSecond ?? 0;
    // Not a number is not a limit either.
    if (!(rate >= 0)) refuse(`RequestsPerSecond for ${label} rate limit must be non-negative.`);
  }
  checkLength(`${label}.Reason`, update.reason, REASON_LENGTH_MAX);
}

function checkLength(field: string, text: string | null | undefined, lengthMax: number): void {
  if (Buffer.byteLength(text ?? "") <= lengthMax) return;
  refuse(`${field} field too long (max ${String(lengthMax)} characters).`);
}

function checkWeights(set: Record<string, number>, unset: readonly string[]): void {
  const total = Object.keys(set).length + unset.length;
  if (total > WEIGHTS_MAX) {
    const numbers = `got ${String(total)}, maximum ${String(WEIGHTS_MAX)}`;
    refuse(`too many fairness weight overrides in request: ${numbers}`);
  }
  for (const [key, weight] of Object.entries(set)) {
    checkKey(key);
    // Temporal says the word twice.
    if (!(weight > 0)) refuse(`invalid fairness weight weight for key "${key}": must be greater than zero`);
  }
  for (const key of unset) {
    checkKey(key);
    if (set[key] !== undefined) {
      refuse(`fairness weight override key "${key}" present in both set and unset lists`);
    }
  }
}

function checkKey(key: string): void {
  if (key === "") refuse("fairness weight override key must not be empty");
  if (Buffer.byteLength(key) > KEY_BYTES_MAX) refuse("fairness key length exceeds limit");
}

function refuse(message: string): never {
  throw new CloudError("INVALID_ARGUMENT", message);
}
