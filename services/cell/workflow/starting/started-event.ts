// WorkflowExecutionStarted from a start request.
import { temporal } from "#contracts";
import { cronBackoffMs } from "../closing/cron.ts";
import type { DecideContext } from "../outcome.ts";
import { withoutNothing } from "../payload-fields.ts";
import { withRetryDefaults } from "../retry-policy.ts";
import type { StartInput } from "../start-input.ts";
import type { HistoryEvent } from "../state.ts";
import { messageOfOverride, overrideOfMessage } from "../versioning/override.ts";
import { messageOfVersion } from "../versioning/version-name.ts";
import { durationOf, int64, msOf, timestampOf } from "../wire-numbers.ts";
import { runTimeoutMs, taskTimeoutMs } from "./timeouts.ts";

type Started = temporal.api.history.v1.IWorkflowExecutionStartedEventAttributes;
const { EventType, ContinueAsNewInitiator, TaskQueueKind } = temporal.api.enums.v1;

export function startedEventOf(input: StartInput, runId: string, context: DecideContext): HistoryEvent {
  const { request } = input;
  return {
    eventType: EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
    userMetadata: request.userMetadata ?? null,
    links: request.links ?? [],
    workflowExecutionStartedEventAttributes: {
      workflowType: request.workflowType ?? null,
      taskQueue: { name: request.taskQueue?.name ?? "", kind: TaskQueueKind.TASK_QUEUE_KIND_NORMAL },
      input: request.input ?? null,
      header: request.header ?? null,
      identity: request.identity ?? "",
      workflowId: request.workflowId ?? "",
      retryPolicy:
        request.retryPolicy == null ? null : withRetryDefaults(request.retryPolicy, context.limits),
      cronSchedule: request.cronSchedule ?? "",
      memo: request.memo == null ? null : { fields: withoutNothing(request.memo.fields) },
      searchAttributes:
        request.searchAttributes == null
          ? null
          : { indexedFields: withoutNothing(request.searchAttributes.indexedFields) },
      completionCallbacks: request.completionCallbacks ?? [],
      versioningOverride: messageOfOverride(overrideOfMessage(request.versioningOverride)),
      priority: request.priority ?? null,
      eagerExecutionAccepted: input.eagerWorker !== undefined && request.requestEagerExecution === true,
      originalExecutionRunId: runId,
      firstExecutionRunId: input.continues?.firstRunId ?? runId,
      ...timesOf(input, context),
      ...familyOf(input),
      ...chainOf(input),
      ...versioningOf(input),
    },
  };
}

function timesOf(input: StartInput, context: DecideContext): Started {
  const { request, continues } = input;
  const executionMs = msOf(request.workflowExecutionTimeout);
  const runMs = runTimeoutMs(msOf(request.workflowRunTimeout), executionMs);
  const backoffMs = continues?.backoffMs ?? firstBackoffMs(input, context);
  const expiresAt = continues?.executionExpiresAt ?? (executionMs > 0 ? context.now + executionMs : 0);
  return {
    workflowExecutionTimeout: durationOf(executionMs),
    workflowRunTimeout: durationOf(runMs),
    workflowTaskTimeout: durationOf(taskTimeoutMs(msOf(request.workflowTaskTimeout), runMs, context.limits)),
    firstWorkflowTaskBackoff: durationOf(backoffMs),
    workflowExecutionExpirationTime: expiresAt > 0 ? timestampOf(expiresAt) : null,
  };
}

function firstBackoffMs(input: StartInput, context: DecideContext): number {
  const delayMs = msOf(input.request.workflowStartDelay);
  if (delayMs > 0) return delayMs;
  return cronBackoffMs(input.request.cronSchedule ?? "", context.now, context.now) ?? 0;
}

function versioningOf({ inherited }: StartInput): Started {
  if (inherited === undefined) return {};
  const { pinnedVersion, autoUpgrade, declined } = inherited;
  return {
    inheritedPinnedVersion: messageOfVersion(pinnedVersion),
    inheritedAutoUpgradeInfo:
      autoUpgrade === undefined
        ? null
        : {
            sourceDeploymentVersion: messageOfVersion(autoUpgrade.version),
            sourceDeploymentRevisionNumber: int64(autoUpgrade.revision),
            continueAsNewInitialVersioningBehavior: autoUpgrade.initialBehavior,
          },
    declinedTargetVersionUpgrade:
      declined === undefined
        ? null
        : {
            deploymentVersion: messageOfVersion(declined.version),
            revisionNumber: int64(declined.revision),
          },
  };
}

function familyOf(input: StartInput): Started {
  const { parent, root } = input;
  if (parent === undefined) return {};
  return {
    parentWorkflowNamespace: parent.namespace,
    parentWorkflowNamespaceId: parent.namespaceId,
    parentWorkflowExecution: { workflowId: parent.workflowId, runId: parent.runId },
    parentInitiatedEventId: int64(parent.initiatedEventId),
    parentInitiatedEventVersion: int64(parent.initiatedVersion),
    rootWorkflowExecution: root ?? { workflowId: parent.workflowId, runId: parent.runId },
  };
}

function chainOf(input: StartInput): Started {
  const { request, continues } = input;
  if (continues === undefined) {
    const isCron = (request.cronSchedule ?? "") !== "";
    return {
      attempt: 1,
      initiator: isCron
        ? ContinueAsNewInitiator.CONTINUE_AS_NEW_INITIATOR_CRON_SCHEDULE
        : ContinueAsNewInitiator.CONTINUE_AS_NEW_INITIATOR_UNSPECIFIED,
      continuedFailure: request.continuedFailure ?? null,
      lastCompletionResult: request.lastCompletionResult ?? null,
    };
  }
  return {
    attempt: continues.attempt,
    initiator: continues.initiator,
    continuedExecutionRunId: continues.continuedRunId,
    prevAutoResetPoints: continues.resetPoints,
    continuedFailure: continues.failure ?? null,
    lastCompletionResult: continues.lastCompletionResult ?? null,
  };
}
