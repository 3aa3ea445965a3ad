// The stored form of a standalone Nexus operation: the request it was started with, written once, and its state. A number
// once used is never used for anything else, and a field is only ever added, so that older states can be read.
import { codecOf, root } from "#contracts";
import type { OperationState, StartRequest } from "./state.ts";

const NAMESPACE = "cellplane.cell.state.v1";
const STATE_NAME = "StandaloneNexusOperation";
const CANCEL_NAME = "StandaloneNexusOperationCancel";

const text = (id: number) => ({ type: "string", id });
const count = (id: number) => ({ type: "uint32", id });
const time = (id: number) => ({ type: "double", id });
const flag = (id: number) => ({ type: "bool", id });
const bytes = (id: number) => ({ type: "bytes", id });

const delivery = {
  attempt: count(100),
  isBackingOff: flag(101),
  nextAttemptAt: time(102),
  lastAttemptClosedAt: time(103),
  lastFailure: bytes(104),
} as const;

const messages = {
  [STATE_NAME]: {
    fields: {
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
      cancel: { type: CANCEL_NAME, id: 114 },
      terminateRequestId: text(115),
      links: { type: "bytes", id: 116, rule: "repeated" },
      transitionCount: count(117),
    },
  },
  [CANCEL_NAME]: {
    fields: {
      ...delivery,
      requestId: text(105),
      reason: text(106),
      requestedAt: time(107),
      stage: text(108),
    },
  },
};

// Once for the process's one descriptor root.
if (root.define(NAMESPACE).get(STATE_NAME) === null) root.define(NAMESPACE).addJSON(messages);

type Stored = Omit<OperationState, "namespaceId" | "id" | "runId" | "request">;

const stateCodec = codecOf<Partial<Stored>>(`${NAMESPACE}.${STATE_NAME}`);
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

/** No failure and no payload is empty when it is encoded, except one that says nothing: it is kept as such. */
function filled(value: Uint8Array | null | undefined): Uint8Array | undefined {
  return value == null || value.length === 0 ? undefined : value;
}

export function emptyDelivery() {
  return {
    attempt: 0,
    isBackingOff: false,
    nextAttemptAt: 0,
    lastAttemptClosedAt: 0,
    lastFailure: undefined,
  };
}

function emptyCancel() {
  return { ...emptyDelivery(), requestId: "", reason: "", requestedAt: 0, stage: "waiting" as const };
}

export function emptyOperation(): OperationState {
  return {
    ...emptyDelivery(),
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
