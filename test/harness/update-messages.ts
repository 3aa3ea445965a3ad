// A worker's answers to updates, for tests of the workflow core.
import { codecOf, type temporal } from "#contracts";
import { payloads } from "./task-commands.ts";

type Message = temporal.api.protocol.v1.IMessage;
const PREFIX = "temporal.api.update.v1.";

function message(updateId: string, kind: string, type: string, body: object): Message {
  const value = codecOf<object>(`${PREFIX}${type}`).encode(body);
  return {
    id: `${updateId}/${kind}`,
    protocolInstanceId: updateId,
    body: { type_url: `type.googleapis.com/${PREFIX}${type}`, value },
  };
}

/** The request that a message to a worker carries. */
export function requestOf(sent: Message): temporal.api.update.v1.IRequest {
  return codecOf<temporal.api.update.v1.IRequest>(`${PREFIX}Request`).decode(
    sent.body?.value ?? new Uint8Array(0),
  );
}

export function accept(sent: Message): Message {
  return message(sent.protocolInstanceId ?? "", "accept", "Acceptance", {
    acceptedRequestMessageId: sent.id,
    acceptedRequestSequencingEventId: sent.eventId,
    acceptedRequest: requestOf(sent),
  });
}

export function reject(sent: Message, reason = "no"): Message {
  return message(sent.protocolInstanceId ?? "", "reject", "Rejection", {
    rejectedRequestMessageId: sent.id,
    rejectedRequestSequencingEventId: sent.eventId,
    rejectedRequest: requestOf(sent),
    failure: { message: reason },
  });
}

export function respond(updateId: string, result: unknown): Message {
  return message(updateId, "complete", "Response", {
    meta: { updateId },
    outcome: { success: payloads(result) },
  });
}
