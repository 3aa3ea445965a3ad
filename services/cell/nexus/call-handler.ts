// Asks the handler of a Nexus operation to start or to cancel it: a worker of this cell, or another address. Whatever
// comes of it is an answer; only the end of the process is thrown.
import { timestampOfMs, type temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Engine } from "../engine.ts";
import type { EndpointRow } from "../store/nexus-endpoint-store.ts";
import {
  cancelWindow,
  startWindow,
  type CallFailed,
  type CancelAnswer,
  type CancelNexusOperation,
  type StartAnswer,
  type StartNexusOperation,
} from "../workflow/index.ts";
import { CALLBACK_TOKEN_HEADER } from "./callback-tokens.ts";
import { HandlerError } from "./handler-error.ts";
import { cancelAtAddress, startAtAddress, type CallAddress } from "./http/call-address.ts";
import { PostError } from "./http/post.ts";
import { formatDuration } from "./http/protocol.ts";
import type { NexusTaskOutcome } from "./nexus-tasks.ts";
import { peerCallbackUrl } from "./peer-cells.ts";
import { SYSTEM_CALLBACK_URL } from "./system-callback.ts";
import {
  answerOfError,
  answerOfPostError,
  cancelAnswerOf,
  NO_PAYLOAD,
  startAnswerOf,
} from "./worker-answers.ts";

type NexusRequest = temporal.api.nexus.v1.IRequest;

/** Left of the caller's time for the answer's way back. */
const ANSWER_ROOM_MS = 1_000;
const OPERATION_TIMEOUT_HEADER = "operation-timeout";
/** In the configured address for callbacks: stands for the namespace that waits. */
const NAMESPACE_PLACEHOLDER = "{namespace}";

export interface OperationStart extends StartNexusOperation {
  callerNamespaceId: string;
  /** By which the completion finds the caller. */
  callbackToken: string;
  /** To what asks for the operation. */
  link: temporal.api.nexus.v1.ILink;
}

export interface OperationCancel extends CancelNexusOperation {
  callerNamespaceId: string;
}

export async function startOnHandler(engine: Engine, call: OperationStart): Promise<StartAnswer> {
  const window = startWindow(call.times, engine.clock.now(), engine.limits);
  if (window.expired !== undefined) return { kind: "outOfTime", timeoutType: window.expired };
  const header = { ...call.header };
  if (window.operationTimeoutMs !== undefined)
    header[OPERATION_TIMEOUT_HEADER] ??= formatDuration(window.operationTimeoutMs);
  const { timeoutMs } = window;
  return answered(async () => {
    const target = targetOf(engine, call);
    if ("place" in target) {
      const at = { ...target.place, timeoutMs, signal: engine.stopping };
      return startAtAddress(call, header, { ...at, callbackUrl: target.callbackUrl() });
    }
    const request: NexusRequest = {
      header,
      endpoint: call.endpoint,
      startOperation: {
        service: call.service,
        operation: call.operation,
        requestId: call.requestId,
        callback: SYSTEM_CALLBACK_URL,
        callbackHeader: { [CALLBACK_TOKEN_HEADER]: call.callbackToken },
        payload: call.input ?? NO_PAYLOAD,
        links: [call.link],
      },
    };
    return startAnswerOf(await dispatchToWorker(engine, target, { request, timeoutMs }));
  });
}

export async function cancelOnHandler(engine: Engine, call: OperationCancel): Promise<CancelAnswer> {
  const window = cancelWindow(call.times, engine.clock.now(), engine.limits);
  if (window.expired !== undefined) return { kind: "outOfTime", timeoutType: window.expired };
  const { timeoutMs } = window;
  return answered(async () => {
    const target = targetOf(engine, call);
    if ("place" in target) {
      await cancelAtAddress(call, call.header, { ...target.place, timeoutMs, signal: engine.stopping });
      return { kind: "accepted" };
    }
    const { service, operation, operationToken } = call;
    const request: NexusRequest = {
      header: { ...call.header },
      endpoint: call.endpoint,
      cancelOperation: { service, operation, operationToken, operationId: operationToken },
    };
    return cancelAnswerOf(await dispatchToWorker(engine, target, { request, timeoutMs }));
  });
}

async function answered<Answer extends StartAnswer | CancelAnswer>(
  act: () => Promise<Answer>,
): Promise<Answer | CallFailed> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof HandlerError) return answerOfError(error);
    if (error instanceof PostError) return answerOfPostError(error);
    if (error instanceof CloudError && error.code === "RESOURCE_EXHAUSTED")
      return answerOfError(new HandlerError("RESOURCE_EXHAUSTED", error.publicMessage));
    throw error;
  }
}

interface Question {
  request: NexusRequest;
  timeoutMs: number;
  /** Aborts when nobody waits for the answer any more. */
  signal?: AbortSignal;
}

type Target =
  | { namespaceId: string; taskQueue: string }
  | { place: Pick<CallAddress, "baseUrl" | "ownHeaders">; callbackUrl: () => string };

function targetOf(engine: Engine, call: OperationStart | OperationCancel): Target {
  const { endpointId, target } = findEndpoint(engine, call);
  if ("url" in target)
    return { place: { baseUrl: target.url }, callbackUrl: () => callbackUrlFor(engine, call) };
  if ("cellId" in target) {
    const services = engine.nexus.peers.servicesOf(target.cellId, endpointId);
    if (services === undefined)
      throw new HandlerError("UNAVAILABLE", "the cell of the endpoint's target is not known yet");
    const place = { baseUrl: services.url, ownHeaders: services.headers };
    return { place, callbackUrl: () => peerCallbackUrl(engine.cellId) };
  }
  if (engine.namespaces.byId(target.namespaceId) === undefined)
    throw new HandlerError("NOT_FOUND", "invalid endpoint target", { isRetryable: true });
  return target;
}

/** By which a handler at another address tells of the end. */
function callbackUrlFor(
  { nexus, namespaces }: Engine,
  { callerNamespaceId }: { callerNamespaceId: string },
): string {
  const name = namespaces.byId(callerNamespaceId)?.name ?? "";
  const url = nexus.callbackUrl?.replaceAll(NAMESPACE_PLACEHOLDER, encodeURIComponent(name));
  if (url !== undefined) return url;
  throw new HandlerError("UNAVAILABLE", "the cell has no address for callbacks from outside", {
    isRetryable: true,
  });
}

/** By id, and by name when an endpoint was made again. */
function findEndpoint(
  engine: Engine,
  call: { endpointId: string; endpoint: string; callerNamespaceId: string },
): EndpointRow {
  const { endpoints, callers } = engine.nexus;
  const caller = engine.namespaces.byId(call.callerNamespaceId)?.name ?? "";
  const found = endpoints.byId(call.endpointId) ?? endpoints.seenBy(caller, call.endpoint);
  if (found === undefined) throw new HandlerError("NOT_FOUND", "endpoint not registered");
  if (!callers.mayCall(found, call.callerNamespaceId))
    throw new HandlerError("UNAUTHORIZED", "the caller's namespace may not call this endpoint");
  return found;
}

export function dispatchToWorker(
  engine: Engine,
  { namespaceId, taskQueue }: { namespaceId: string; taskQueue: string },
  { request, timeoutMs, signal }: Question,
): Promise<NexusTaskOutcome> {
  return engine.nexus.tasks.dispatch(
    { namespaceId, type: "nexus", name: taskQueue },
    {
      capabilities: { temporalFailureResponses: true },
      ...request,
      scheduledTime: timestampOfMs(engine.clock.now()),
    },
    { timeoutMs: Math.max(0, timeoutMs - ANSWER_ROOM_MS), signal },
  );
}
