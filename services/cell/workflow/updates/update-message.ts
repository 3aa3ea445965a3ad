// A worker's answer to an update: accepted, rejected or completed. Checked against the plan first, like a command.
import { temporal } from "#contracts";
import { updateAcceptanceCodec, updateRejectionCodec, updateResponseCodec } from "../message-codecs.ts";
import type { Plan } from "../task-commands/plan.ts";
import { refuse, refuseForGood, type Refusal } from "../task-commands/refusal.ts";
import type { Preparation } from "../task-commands/task-command.ts";
import { int64, numberOf } from "../wire-numbers.ts";

type Message = temporal.api.protocol.v1.IMessage;
const { EventType, WorkflowTaskFailedCause } = temporal.api.enums.v1;
const BAD = WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_BAD_UPDATE_WORKFLOW_EXECUTION_MESSAGE;
const PREFIX = "temporal.api.update.v1.";

export function prepareUpdateMessage(plan: Plan, message: Message): Preparation {
  const body = message.body;
  const typeUrl = body?.type_url ?? "";
  const bytes = body?.value ?? new Uint8Array(0);
  const type = typeUrl.slice(typeUrl.lastIndexOf("/") + 1);
  if (bytes.length > plan.limits.blobBytesMax) {
    return refuseForGood(BAD, `Message type ${type} exceeds size limit.`);
  }
  switch (type) {
    case `${PREFIX}Acceptance`:
      return prepareAcceptance(plan, message, updateAcceptanceCodec.decode(bytes));
    case `${PREFIX}Rejection`:
      return prepareRejection(plan, message, updateRejectionCodec.decode(bytes));
    case `${PREFIX}Response`:
      return prepareResponse(plan, message, updateResponseCodec.decode(bytes));
    default:
      return refuse(BAD, `unsupported protocol type ${type === "" ? "unknown" : type}`);
  }
}

const nothing = (): undefined => undefined;

function prepareAcceptance(
  plan: Plan,
  message: Message,
  acceptance: temporal.api.update.v1.IAcceptance,
): Preparation {
  const updateId = message.protocolInstanceId ?? "";
  const pending = plan.state.pendingUpdates.get(updateId);
  // After a crash the server forgot the update, but the worker still has its request and brings it back.
  const request = pending?.request ?? acceptance.acceptedRequest;
  const isDecided = plan.acceptedUpdates.has(updateId) || plan.rejectedUpdates.has(updateId);
  const isAdmitted = plan.state.admittedUpdates[updateId] !== undefined;
  if (request == null && !isAdmitted) return notFound(plan, updateId);
  if (isDecided || plan.state.updates.has(updateId)) return wrongState(updateId, "Acceptance");
  const sequencingEventId = numberOf(acceptance.acceptedRequestSequencingEventId);
  if (sequencingEventId === 0 || (acceptance.acceptedRequestMessageId ?? "") === "") {
    return refuse(BAD, "invalid *update.Acceptance: accepted_request_message_id is not set");
  }
  if (plan.isClosing) return nothing;
  plan.acceptedUpdates.add(updateId);
  plan.nextEventId += 1;
  return ({ transition }) => {
    transition.state.pendingUpdates.delete(updateId);
    const event = transition.add({
      eventType: EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED,
      workflowExecutionUpdateAcceptedEventAttributes: {
        protocolInstanceId: updateId,
        acceptedRequestMessageId: `${updateId}/request`,
        acceptedRequestSequencingEventId: int64(sequencingEventId),
        // The event of the admission holds it, if there is one.
        acceptedRequest: isAdmitted ? null : (request ?? null),
      },
    });
    transition.effects.push({ kind: "updateReached", updateId, stage: "accepted", outcome: undefined });
    return event;
  };
}

function prepareRejection(
  plan: Plan,
  message: Message,
  rejection: temporal.api.update.v1.IRejection,
): Preparation {
  const updateId = message.protocolInstanceId ?? "";
  const isPending =
    plan.state.pendingUpdates.has(updateId) || plan.state.admittedUpdates[updateId] !== undefined;
  if (!isPending && rejection.rejectedRequest == null) return notFound(plan, updateId);
  const isDecided = plan.acceptedUpdates.has(updateId) || plan.rejectedUpdates.has(updateId);
  if (isDecided || plan.state.updates.has(updateId)) return wrongState(updateId, "Rejection");
  plan.rejectedUpdates.add(updateId);
  return ({ transition }) => {
    // Nobody waits any more when a crash or the close of the workflow came between.
    const wasAdmitted = transition.state.admittedUpdates[updateId] !== undefined;
    delete transition.state.admittedUpdates[updateId];
    if (!transition.state.pendingUpdates.delete(updateId) && !wasAdmitted) return undefined;
    const outcome = { failure: rejection.failure ?? {} };
    transition.effects.push({ kind: "updateReached", updateId, stage: "completed", outcome });
    return undefined;
  };
}

function prepareResponse(
  plan: Plan,
  message: Message,
  response: temporal.api.update.v1.IResponse,
): Preparation {
  const updateId = message.protocolInstanceId ?? "";
  const known = plan.state.updates.get(updateId);
  const isAccepted = plan.acceptedUpdates.has(updateId) || known?.completedEventId === 0;
  if (!isAccepted && plan.isClosing) return nothing;
  if (!isAccepted) {
    const isKnown = known !== undefined || plan.state.pendingUpdates.has(updateId);
    return isKnown ? wrongState(updateId, "Response") : notFound(plan, updateId);
  }
  if (plan.completedUpdates.has(updateId)) return wrongState(updateId, "Response");
  const { outcome, meta } = response;
  if ((meta?.updateId ?? "") !== updateId) {
    return refuse(BAD, `invalid *update.Response: meta.update_id != ${updateId}`);
  }
  if (outcome == null) return refuse(BAD, "invalid *update.Response: outcome is not set");
  if (plan.isClosing) return nothing;
  plan.completedUpdates.add(updateId);
  plan.nextEventId += 1;
  return ({ transition }) => {
    const acceptedEventId = transition.state.updates.get(updateId)?.acceptedEventId ?? 0;
    const event = transition.add({
      eventType: EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED,
      workflowExecutionUpdateCompletedEventAttributes: {
        meta: meta ?? null,
        acceptedEventId: int64(acceptedEventId),
        outcome,
      },
    });
    transition.effects.push({ kind: "updateReached", updateId, stage: "completed", outcome });
    return event;
  };
}

function notFound(plan: Plan, updateId: string): Refusal | (() => undefined) {
  if (plan.isClosing) return nothing;
  return refuse(
    BAD,
    `update ${updateId} wasn't found on the server. This is most likely a transient error which will be resolved automatically by retries`,
  );
}

function wrongState(updateId: string, type: string): Refusal {
  return refuse(BAD, `invalid state transition attempted for Update ${updateId}: received *update.${type}`);
}
