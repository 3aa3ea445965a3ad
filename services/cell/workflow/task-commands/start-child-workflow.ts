// The workflow asks for a child. Starting it is an effect; its answer comes as a command.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { startChildEffect } from "../children/start-child-effect.ts";
import { checkCronSchedule } from "../closing/cron.ts";
import { withoutNothing } from "../payload-fields.ts";
import { bytesOfFields, bytesOfPayloads } from "../payload-size.ts";
import { problemOfPriority } from "../priority.ts";
import { problemOfRetryPolicy, withRetryDefaults } from "../retry-policy.ts";
import { problemOfSearchAttributes } from "../search-attribute-size.ts";
import { runTimeoutMs, taskTimeoutMs } from "../starting/timeouts.ts";
import { problemOfOverride } from "../versioning/override.ts";
import { durationOf, int64, msOf, numberOf } from "../wire-numbers.ts";
import { refuseOtherNamespace } from "./other-namespace.ts";
import type { Plan } from "./plan.ts";
import { refuse, refuseForGood, type Refusal } from "./refusal.ts";
import { problemOfQueueName, tooLong } from "./too-long.ts";
import { taskCommand } from "./task-command.ts";

type Attributes = temporal.api.command.v1.IStartChildWorkflowExecutionCommandAttributes;
type Initiated = temporal.api.history.v1.IStartChildWorkflowExecutionInitiatedEventAttributes;
const { EventType, ParentClosePolicy, TaskQueueKind, WorkflowIdReusePolicy, WorkflowTaskFailedCause } =
  temporal.api.enums.v1;
const BAD = WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_BAD_START_CHILD_EXECUTION_ATTRIBUTES;
const ON = "on StartChildWorkflowExecutionCommand";

export const startChildWorkflow = taskCommand({
  attributes: "startChildWorkflowExecutionCommandAttributes",
  cause: BAD,
  prepare: (plan, attributes, command) => {
    const refusal =
      checkIds(plan, attributes) ?? checkPolicies(plan, attributes) ?? checkSizes(plan, attributes);
    if (refusal !== undefined) return refusal;
    const initiated = initiatedOf(plan, attributes);
    plan.children += 1;
    plan.startedChildren.add(attributes.workflowId ?? "");
    plan.nextEventId += 1;
    return ({ transition, completedEventId }) => {
      const event = transition.add({
        eventType: EventType.EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_INITIATED,
        userMetadata: command.userMetadata ?? null,
        startChildWorkflowExecutionInitiatedEventAttributes: {
          ...initiated,
          workflowTaskCompletedEventId: int64(completedEventId),
        },
      });
      const child = transition.state.children.get(numberOf(event.eventId));
      const effect = child === undefined ? undefined : startChildEffect(transition.state, child);
      if (effect !== undefined) transition.effects.push(effect);
      return event;
    };
  },
});

function initiatedOf(plan: Plan, attributes: Attributes): Initiated {
  const { state, limits } = plan;
  const executionMs = msOf(attributes.workflowExecutionTimeout);
  const runMs = runTimeoutMs(msOf(attributes.workflowRunTimeout), executionMs);
  const { memo, searchAttributes, retryPolicy } = attributes;
  return {
    namespace: state.namespace,
    namespaceId: state.namespaceId,
    workflowId: attributes.workflowId ?? "",
    workflowType: attributes.workflowType ?? null,
    taskQueue: {
      name: attributes.taskQueue?.name || state.taskQueue,
      kind: TaskQueueKind.TASK_QUEUE_KIND_NORMAL,
    },
    input: attributes.input ?? null,
    workflowExecutionTimeout: durationOf(executionMs),
    workflowRunTimeout: durationOf(runMs),
    workflowTaskTimeout: durationOf(taskTimeoutMs(msOf(attributes.workflowTaskTimeout), runMs, limits)),
    parentClosePolicy: attributes.parentClosePolicy || ParentClosePolicy.PARENT_CLOSE_POLICY_TERMINATE,
    control: attributes.control ?? "",
    workflowIdReusePolicy:
      attributes.workflowIdReusePolicy || WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE,
    retryPolicy: retryPolicy == null ? null : withRetryDefaults(retryPolicy, limits),
    cronSchedule: attributes.cronSchedule ?? "",
    header: attributes.header ?? null,
    memo: memo == null ? null : { fields: withoutNothing(memo.fields) },
    searchAttributes:
      searchAttributes == null ? null : { indexedFields: withoutNothing(searchAttributes.indexedFields) },
    inheritBuildId: attributes.inheritBuildId ?? false,
    priority: attributes.priority ?? null,
    versioningOverride: attributes.versioningOverride ?? null,
  };
}

function checkIds(plan: Plan, attributes: Attributes): Refusal | undefined {
  const workflowId = attributes.workflowId ?? "";
  const workflowType = attributes.workflowType?.name ?? "";
  const where = whereOf(plan, attributes);
  const other = refuseOtherNamespace(plan, attributes.namespace, BAD);
  if (other !== undefined) return other;
  if (workflowId === "") {
    const rest = `WorkflowType=${workflowType} Namespace=${plan.state.namespace}`;
    return refuse(BAD, `Required field WorkflowId is not set ${ON}. ${rest}`);
  }
  if (workflowType === "") {
    const rest = `WorkflowId=${workflowId} Namespace=${plan.state.namespace}`;
    return refuse(BAD, `Required field WorkflowType is not set ${ON}. ${rest}`);
  }
  const longId = tooLong(`WorkflowId=${workflowId}`, workflowId, plan.limits);
  if (longId !== undefined) {
    const rest = `WorkflowType=${workflowType} Namespace=${plan.state.namespace}`;
    return refuse(BAD, `WorkflowId ${ON} exceeds length limit. ${longId} ${rest}`);
  }
  const longType = tooLong(
    `WorkflowId=${workflowId} WorkflowType=${workflowType}`,
    workflowType,
    plan.limits,
  );
  if (longType !== undefined) {
    const rest = `Namespace=${plan.state.namespace}`;
    return refuse(BAD, `WorkflowType ${ON} exceeds length limit. ${longType} ${rest}`);
  }
  const taskQueue = attributes.taskQueue?.name ?? "";
  const queueProblem = problemOfQueueName(taskQueue, plan.limits);
  if (queueProblem !== undefined) {
    const rest = `${where} TaskQueue=name:"${taskQueue}" kind:TASK_QUEUE_KIND_NORMAL`;
    return refuse(BAD, `invalid TaskQueue ${ON}: ${queueProblem}. ${rest}`);
  }
  return undefined;
}

function whereOf(plan: Plan, { workflowId, workflowType }: Attributes): string {
  return `WorkflowId=${workflowId ?? ""} WorkflowType=${workflowType?.name ?? ""} Namespace=${plan.state.namespace}`;
}

function checkPolicies(plan: Plan, attributes: Attributes): Refusal | undefined {
  const where = whereOf(plan, attributes);
  const times = {
    WorkflowExecutionTimeout: attributes.workflowExecutionTimeout,
    WorkflowRunTimeout: attributes.workflowRunTimeout,
    WorkflowTaskTimeout: attributes.workflowTaskTimeout,
  };
  for (const [name, value] of Object.entries(times)) {
    if (msOf(value) < 0) return refuse(BAD, `Invalid ${name} ${ON}: negative duration. ${where}`);
  }
  if (attributes.retryPolicy != null) {
    const problem = problemOfRetryPolicy(withRetryDefaults(attributes.retryPolicy, plan.limits));
    if (problem !== undefined) return refuse(BAD, `invalid WorkflowRetryPolicy ${ON}: ${problem}. ${where}`);
  }
  const problem = problemOfPriority(attributes.priority) ?? problemOfOverride(attributes.versioningOverride);
  if (problem !== undefined) return refuse(BAD, problem);
  try {
    checkCronSchedule(attributes.cronSchedule ?? "", plan.transition.now);
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return refuse(BAD, `invalid CronSchedule ${ON}: ${error.publicMessage}. ${where}`);
  }
  return undefined;
}

function checkSizes(plan: Plan, attributes: Attributes): Refusal | undefined {
  const { limits } = plan;
  if (bytesOfPayloads(attributes.input) > limits.blobBytesMax) {
    return refuseForGood(BAD, "StartChildWorkflowExecutionCommandAttributes. Input exceeds size limit.");
  }
  if (bytesOfFields(attributes.memo?.fields) > limits.memoBytesMax) {
    return refuseForGood(BAD, "StartChildWorkflowExecutionCommandAttributes.Memo exceeds size limit.");
  }
  const problem = problemOfSearchAttributes(attributes.searchAttributes, limits);
  if (problem !== undefined) return refuseForGood(BAD, problem);
  if (plan.children < limits.pendingChildrenMax) return undefined;
  return refuse(
    WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_PENDING_CHILD_WORKFLOWS_LIMIT_EXCEEDED,
    `the number of pending child workflow executions, ${plan.children}, has reached the per-workflow limit of ${limits.pendingChildrenMax}`,
  );
}
