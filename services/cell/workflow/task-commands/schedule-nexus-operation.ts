// The workflow asks for a Nexus operation. The call to its handler is an effect; its answer comes as a command.
import { temporal } from "#contracts";
import { payloadCodec } from "../message-codecs.ts";
import { callHandler } from "../nexus/operation-effects.ts";
import { durationOf, int64, msOf, numberOf } from "../wire-numbers.ts";
import type { Plan } from "./plan.ts";
import { refuseSystemOperation, SYSTEM_ENDPOINT } from "./system-operation.ts";
import { refuse, refuseForGood, type Refusal } from "./refusal.ts";
import { taskCommand } from "./task-command.ts";

type Attributes = temporal.api.command.v1.IScheduleNexusOperationCommandAttributes;
const { EventType, WorkflowTaskFailedCause } = temporal.api.enums.v1;
const BAD = WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_BAD_SCHEDULE_NEXUS_OPERATION_ATTRIBUTES;
const ATTRIBUTES = "ScheduleNexusOperationCommandAttributes";

/** These say something of a request on its way: they are not the caller's to set. */
const DISALLOWED_HEADERS: ReadonlySet<string> = new Set([
  "request-timeout",
  "xdc-redirection-api",
  "xdc-redirection",
  "xdc-redirection-source-cell",
  "caller-name",
  "caller-type",
  "call-initiation",
  "temporal-principal-type",
  "temporal-principal-name",
]);

export function disallowedNexusHeader(name: string): boolean {
  return DISALLOWED_HEADERS.has(name.toLowerCase());
}

export const scheduleNexusOperation = taskCommand({
  attributes: "scheduleNexusOperationCommandAttributes",
  cause: BAD,
  prepare: (plan, attributes, command) => {
    const endpointId = findEndpoint(plan, attributes);
    if (typeof endpointId !== "string") return endpointId;
    const refusal = checkNames(plan, attributes) ?? checkTimes(attributes) ?? checkSizes(plan, attributes);
    if (refusal !== undefined) return refusal;
    plan.nexusOperations += 1;
    plan.scheduledOperations.add(plan.nextEventId);
    plan.nextEventId += 1;
    return ({ transition, completedEventId }) => {
      const { state, context } = transition;
      const event = transition.add({
        eventType: EventType.EVENT_TYPE_NEXUS_OPERATION_SCHEDULED,
        userMetadata: command.userMetadata ?? null,
        nexusOperationScheduledEventAttributes: {
          endpoint: attributes.endpoint ?? "",
          endpointId,
          service: attributes.service ?? "",
          operation: attributes.operation ?? "",
          input: attributes.input ?? null,
          ...timeouts(state.runTimeoutMs, attributes),
          nexusHeader: lowerCased(attributes.nexusHeader),
          requestId: context.ids.uuid(),
          workflowTaskCompletedEventId: int64(completedEventId),
        },
      });
      const operation = state.nexusOperations.get(numberOf(event.eventId));
      if (operation !== undefined) callHandler(transition, operation);
      return event;
    };
  },
});

function findEndpoint({ state, transition }: Plan, attributes: Attributes): string | Refusal {
  const name = attributes.endpoint ?? "";
  if (name === SYSTEM_ENDPOINT) return refuseSystemOperation(attributes);
  const found = transition.context.nexusEndpoint?.(state.namespaceId, name) ?? "unknown";
  if (found === "unknown") return refuse(BAD, `endpoint "${name}" not found`);
  if (found === "notAllowed")
    return refuse(BAD, `caller namespace "${state.namespace}" unauthorized for "${name}"`);
  return found.endpointId;
}

function checkNames({ limits }: Plan, attributes: Attributes): Refusal | undefined {
  const names = { Service: attributes.service, Operation: attributes.operation };
  for (const [field, name] of Object.entries(names)) {
    if (Buffer.byteLength(name ?? "") > limits.idBytesMax)
      return refuse(BAD, `${ATTRIBUTES}.${field} exceeds length limit of ${limits.idBytesMax}`);
  }
  return undefined;
}

function checkTimes(attributes: Attributes): Refusal | undefined {
  const times = {
    ScheduleToCloseTimeout: attributes.scheduleToCloseTimeout,
    ScheduleToStartTimeout: attributes.scheduleToStartTimeout,
    StartToCloseTimeout: attributes.startToCloseTimeout,
  };
  for (const [field, time] of Object.entries(times)) {
    if (msOf(time) < 0) return refuse(BAD, `${ATTRIBUTES}.${field} is invalid: negative duration`);
  }
  return undefined;
}

function checkSizes(plan: Plan, attributes: Attributes): Refusal | undefined {
  const { limits, nexusOperations } = plan;
  if (attributes.input != null && payloadCodec.encode(attributes.input).length > limits.blobBytesMax)
    return refuseForGood(BAD, `${ATTRIBUTES}.Input exceeds size limit`);
  let headerBytes = 0;
  for (const [key, value] of Object.entries(attributes.nexusHeader ?? {})) {
    if (DISALLOWED_HEADERS.has(key.toLowerCase()))
      return refuse(BAD, `${ATTRIBUTES}.NexusHeader contains a disallowed header key: "${key}"`);
    headerBytes += Buffer.byteLength(key) + Buffer.byteLength(value);
  }
  if (headerBytes > limits.nexusHeaderBytesMax)
    return refuse(BAD, `${ATTRIBUTES}.NexusHeader exceeds size limit`);
  if (nexusOperations < limits.pendingNexusOperationsMax) return undefined;
  return refuse(
    WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_PENDING_NEXUS_OPERATIONS_LIMIT_EXCEEDED,
    `workflow has reached the pending nexus operation limit of ${limits.pendingNexusOperationsMax} for this namespace`,
  );
}

function lowerCased(header: Record<string, string> | null | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(header ?? {}).map(([key, value]) => [key.toLowerCase(), value]));
}

/** No operation outlives its run, and no part of it the whole. Times that were not asked for stay unset. */
function timeouts(
  runTimeoutMs: number,
  attributes: Attributes,
): Pick<Attributes, "scheduleToCloseTimeout" | "scheduleToStartTimeout" | "startToCloseTimeout"> {
  const wanted = msOf(attributes.scheduleToCloseTimeout);
  const isCut = runTimeoutMs > 0 && (wanted === 0 || wanted > runTimeoutMs);
  const closeMs = isCut ? runTimeoutMs : wanted;
  const close = isCut ? durationOf(closeMs) : (attributes.scheduleToCloseTimeout ?? null);
  const capped = (
    time: Attributes["startToCloseTimeout"],
  ): NonNullable<Attributes["startToCloseTimeout"]> | null =>
    closeMs > 0 && msOf(time) > closeMs ? close : (time ?? null);
  return {
    scheduleToCloseTimeout: close,
    scheduleToStartTimeout: capped(attributes.scheduleToStartTimeout),
    startToCloseTimeout: capped(attributes.startToCloseTimeout),
  };
}
