// The stored form of a standalone Nexus operation: the request it was started with, written once, and its state. A number
// once used is never used for anything else, and a field is only ever added, so that older states can be read.
import { codecOf } from "#contracts";
import { newDelivery, storedFields } from "../workflow/index.ts";
import type { OperationState, StartRequest } from "./state.ts";

const { bytes, count, defineStored, delivery, filled, many, one, text, time } = storedFields;

const STATE_TYPE = defineStored("StandaloneNexusOperation", {
  StandaloneNexusOperation: {
    ...delivery,
    endpointId: text(105),
    handlerRequestId: text(106),
    scheduledAt: time(107),
    startedAt: time(108),
    operationToken: text(109),
    closedAt: time(110),
    status: count(111),
    result: bytes(112),
    failure: bytes(113),
    cancel: one("StandaloneNexusOperationCancel", 114),
    terminateRequestId: text(115),
    links: many("bytes", 116),
    transitionCount: count(117),
  },
  StandaloneNexusOperationCancel: {
    ...delivery,
    requestId: text(105),
    reason: text(106),
    requestedAt: time(107),
    stage: text(108),
  },
});

type Stored = Omit<OperationState, "namespaceId" | "id" | "runId" | "request">;

const stateCodec = codecOf<Partial<Stored>>(STATE_TYPE);
const requestCodec = codecOf<StartRequest>(
  "temporal.api.workflowservice.v1.StartNexusOperationExecutionRequest",
);

export function encodeOperationRequest({ request }: OperationState): Uint8Array {
  return requestCodec.encode(request);
}

export function encodeOperationState(state: OperationState): Uint8Array {
  const { namespaceId: _namespaceId, id: _id, runId: _runId, request: _request, ...stored } = state;
  return stateCodec.encode(stored);
}

export function decodeOperation(
  key: { namespaceId: string; id: string; runId: string },
  encoded: { request: Uint8Array; state: Uint8Array },
): OperationState {
  const { cancel, links, result, failure, lastFailure, ...plain } = stateCodec.decode(encoded.state);
  const { namespaceId, id, runId } = key;
  return {
    ...emptyOperation(),
    ...plain,
    links: links ?? [],
    result: filled(result),
    failure: filled(failure),
    lastFailure: filled(lastFailure),
    cancel:
      cancel == null ? undefined : { ...emptyCancel(), ...cancel, lastFailure: filled(cancel.lastFailure) },
    namespaceId,
    id,
    runId,
    request: requestCodec.decode(encoded.request),
  };
}

function emptyCancel() {
  return { ...newDelivery(), requestId: "", reason: "", requestedAt: 0, stage: "waiting" as const };
}

export function emptyOperation(): OperationState {
  return {
    ...newDelivery(),
    namespaceId: "",
    id: "",
    runId: "",
    request: {},
    endpointId: "",
    handlerRequestId: "",
    scheduledAt: 0,
    startedAt: 0,
    operationToken: "",
    closedAt: 0,
    status: 1,
    result: undefined,
    failure: undefined,
    cancel: undefined,
    terminateRequestId: "",
    links: [],
    transitionCount: 0,
  };
}
