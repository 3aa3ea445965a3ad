// The start request of a scheduled run. Its id and its request id follow from the schedule alone, so a start that is
// repeated after a crash finds the run that it made.
import { createHash } from "node:crypto";
import { codecOf, temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Namespace } from "../namespaces/namespace.ts";
import { validateSearchAttributes } from "../visibility/index.ts";
import type { StartInput } from "../workflow/index.ts";
import type { BufferedStart, ScheduleState } from "./state.ts";

const { WorkflowIdReusePolicy: Reuse, ScheduleOverlapPolicy } = temporal.api.enums.v1;
const payloadsCodec = codecOf<temporal.api.common.v1.IPayloads>("temporal.api.common.v1.Payloads");
const failureCodec = codecOf<temporal.api.failure.v1.IFailure>("temporal.api.failure.v1.Failure");

const SECOND_MS = 1_000;
const JSON_ENCODING = Buffer.from("json/plain");

/** Errors: INVALID_ARGUMENT when the namespace no longer knows a search attribute of the action. */
export function scheduledStart(namespace: Namespace, state: ScheduleState, start: BufferedStart): StartInput {
  const action = state.schedule.action.startWorkflow;
  if (action == null) throw new CloudError("INVALID_ARGUMENT", "The schedule has no workflow to start.");
  const carries = policyOf(state, start) !== ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_ALLOW_ALL;
  const { lastCompletionResult, continuedFailure } = state;
  return {
    namespace: namespace.name,
    namespaceId: namespace.id,
    origin: "client",
    request: {
      namespace: namespace.name,
      workflowId: workflowIdOf(state, start),
      workflowType: action.workflowType ?? null,
      taskQueue: action.taskQueue ?? null,
      input: action.input ?? null,
      workflowExecutionTimeout: action.workflowExecutionTimeout ?? null,
      workflowRunTimeout: action.workflowRunTimeout ?? null,
      workflowTaskTimeout: action.workflowTaskTimeout ?? null,
      identity: schedulerIdentity(namespace, state),
      requestId: requestIdOf(state, start),
      workflowIdReusePolicy: reusePolicyOf(state, start),
      retryPolicy: action.retryPolicy ?? null,
      memo: action.memo ?? null,
      searchAttributes: attributesOf(namespace, state, start),
      header: action.header ?? null,
      userMetadata: action.userMetadata ?? null,
      versioningOverride: action.versioningOverride ?? null,
      priority: action.priority ?? null,
      lastCompletionResult:
        carries && lastCompletionResult !== undefined ? payloadsCodec.decode(lastCompletionResult) : null,
      continuedFailure:
        carries && continuedFailure !== undefined ? failureCodec.decode(continuedFailure) : null,
    },
  };
}

export function workflowIdOf(state: ScheduleState, start: BufferedStart): string {
  const workflowId = state.schedule.action.startWorkflow?.workflowId ?? "";
  if (state.schedule.policies.keepOriginalWorkflowId === true) return workflowId;
  return `${workflowId}-${nominalText(start)}`;
}

/** What the start itself leaves open is the schedule's policy of this moment. */
export function policyOf(state: ScheduleState, start: BufferedStart): number {
  return (
    start.overlapPolicy ||
    state.schedule.policies.overlapPolicy ||
    ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_SKIP
  );
}

export function schedulerIdentity(namespace: Namespace, state: ScheduleState): string {
  return `temporal-scheduler-${namespace.name}-${state.scheduleId}`;
}

/** A time of the spec is acted upon once; what a client asks for by hand may come again. */
function reusePolicyOf(state: ScheduleState, start: BufferedStart): number {
  return start.isManual || state.schedule.policies.keepOriginalWorkflowId === true
    ? Reuse.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE
    : Reuse.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE;
}

function requestIdOf(state: ScheduleState, start: BufferedStart): string {
  const digest = createHash("sha256").update(`${state.incarnationId}/${start.sequence}`).digest("hex");
  return `schedule-${digest.slice(0, 32)}`;
}

function attributesOf(
  namespace: Namespace,
  state: ScheduleState,
  start: BufferedStart,
): temporal.api.common.v1.ISearchAttributes | null {
  const fields = {
    ...state.schedule.action.startWorkflow?.searchAttributes?.indexedFields,
    TemporalScheduledStartTime: jsonPayload(nominalText(start)),
    TemporalScheduledById: jsonPayload(state.scheduleId),
  };
  return validateSearchAttributes({ indexedFields: fields }, namespace) ?? null;
}

export function jsonPayload(value: unknown): temporal.api.common.v1.IPayload {
  return { metadata: { encoding: JSON_ENCODING }, data: Buffer.from(JSON.stringify(value)) };
}

function nominalText({ nominalAt }: BufferedStart): string {
  const at = Math.floor(nominalAt / SECOND_MS) * SECOND_MS;
  return new Date(at).toISOString().replace(".000Z", "Z");
}
