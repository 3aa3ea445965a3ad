// Starts and cancels operations for callers that speak HTTP: the request becomes a task of the workers' queue, the
// worker's answer becomes the answer.
import { codecOf, type temporal } from "#contracts";
import type { HttpAnswer, HttpRequest } from "#shared/http";
import type { Engine } from "../../engine.ts";
import { dispatchToWorker } from "../call-handler.ts";
import { HandlerError } from "../handler-error.ts";
import { nexusFailureOf, nexusFailureOfMessage, wrapperOf, type NexusFailure } from "../nexus-failure.ts";
import type { NexusTaskOutcome } from "../nexus-tasks.ts";
import { contentOfPayload, payloadOfContent } from "./content.ts";
import { handlerErrorAnswer, unsuccessfulAnswer } from "./failure-answer.ts";
import { linkHeaders, linksOfHeader } from "./link-header.ts";
import {
  CALLBACK_HEADER_PREFIX,
  CONTENT_HEADER_PREFIX,
  LINK_HEADER,
  OPERATION_TOKEN_HEADER,
  parseDuration,
  REQUEST_ID_HEADER,
  REQUEST_TIMEOUT_HEADER,
  withoutPrefix,
  withPrefix,
} from "./protocol.ts";
import { readerHeaders } from "./reader-headers.ts";

type NexusRequest = temporal.api.nexus.v1.IRequest;
type Payload = temporal.api.common.v1.IPayload;
type StartResponse = temporal.api.nexus.v1.IStartOperationResponse;

export interface ServedOperation {
  endpoint: string;
  namespaceId: string;
  taskQueue: string;
  service: string;
  operation: string;
  isFailureSupported: boolean;
}

/** Longest that a caller may wait for a worker and its answer. */
const REQUEST_TIMEOUT_MS_MAX = 60_000;
/** As much as the real server reads. */
const BODY_BYTES_MAX = 2 * 1_024 * 1_024;

const payloadCodec = codecOf<Payload>("temporal.api.common.v1.Payload");

/** Errors: HandlerError. */
export async function serveStart(
  engine: Engine,
  served: ServedOperation,
  request: HttpRequest,
): Promise<HttpAnswer> {
  const { headers, query } = request;
  const links = linksOfHeader(headers[LINK_HEADER]);
  if (links === undefined) throw new HandlerError("BAD_REQUEST", `invalid "${LINK_HEADER}" header`);
  const timeoutMs = requestTimeoutMs(request);
  const { service, operation } = served;
  const outcome = await dispatch(engine, served, request, {
    timeoutMs,
    variant: {
      startOperation: {
        service,
        operation,
        requestId: headers[REQUEST_ID_HEADER] ?? "",
        callback: new URLSearchParams(query).get("callback") ?? "",
        callbackHeader: withoutPrefix(headers, CALLBACK_HEADER_PREFIX),
        payload: inputOf(engine, request),
        links,
      },
    },
  });
  return outcome.kind === "answered"
    ? startAnswer(outcome.response.startOperation ?? {}, served)
    : errorAnswer(outcome, served);
}

/** Errors: HandlerError. */
export async function serveCancel(
  engine: Engine,
  served: ServedOperation,
  request: HttpRequest,
  tokenInPath: string | undefined,
): Promise<HttpAnswer> {
  const { [OPERATION_TOKEN_HEADER]: tokenInHeader, ...headers } = request.headers;
  const operationToken = [tokenInPath, tokenInHeader, new URLSearchParams(request.query).get("token")].find(
    Boolean,
  );
  if (!operationToken) throw new HandlerError("BAD_REQUEST", "missing operation token");
  const timeoutMs = requestTimeoutMs(request);
  const { service, operation } = served;
  const outcome = await dispatch(
    engine,
    served,
    { ...request, headers },
    {
      timeoutMs,
      variant: { cancelOperation: { service, operation, operationToken, operationId: operationToken } },
    },
  );
  return outcome.kind === "answered" ? { status: 202, headers: {}, body: "" } : errorAnswer(outcome, served);
}

function requestTimeoutMs({ headers }: HttpRequest): number {
  const text = headers[REQUEST_TIMEOUT_HEADER];
  if (text === undefined) return REQUEST_TIMEOUT_MS_MAX;
  const timeoutMs = parseDuration(text);
  if (timeoutMs === undefined) throw new HandlerError("BAD_REQUEST", "invalid request timeout header");
  return timeoutMs === 0 ? REQUEST_TIMEOUT_MS_MAX : Math.min(timeoutMs, REQUEST_TIMEOUT_MS_MAX);
}

function inputOf(engine: Engine, { headers, body }: HttpRequest): Payload {
  if (body.length > BODY_BYTES_MAX) throw new HandlerError("BAD_REQUEST", "invalid input");
  let payload: Payload;
  try {
    payload = payloadOfContent({ header: withoutPrefix(headers, CONTENT_HEADER_PREFIX), data: body });
  } catch {
    throw new HandlerError("BAD_REQUEST", "invalid input");
  }
  if (payloadCodec.encode(payload).length > engine.limits.blobBytesMax)
    throw new HandlerError("BAD_REQUEST", "input exceeds size limit");
  return payload;
}

function dispatch(
  engine: Engine,
  served: ServedOperation,
  request: HttpRequest,
  { variant, timeoutMs }: { variant: NexusRequest; timeoutMs: number },
): Promise<NexusTaskOutcome> {
  return dispatchToWorker(engine, served, {
    timeoutMs,
    signal: request.signal,
    request: {
      ...variant,
      header: readerHeaders(request.headers),
      endpoint: served.endpoint,
      capabilities: { temporalFailureResponses: served.isFailureSupported },
    },
  });
}

function startAnswer(response: StartResponse, { isFailureSupported }: ServedOperation): HttpAnswer {
  const { syncSuccess, asyncSuccess, operationError, failure } = response;
  const ofWorker = { isSupported: isFailureSupported, isOfWorker: true };
  if (syncSuccess != null) {
    const { header, data } = contentOfPayload(syncSuccess.payload);
    const headers = { ...withPrefix(header, CONTENT_HEADER_PREFIX), ...linkHeaders(syncSuccess.links) };
    return { status: 200, headers, body: data };
  }
  if (asyncSuccess != null) {
    const token = asyncSuccess.operationToken || asyncSuccess.operationId || "";
    const headers = { "content-type": "application/json", ...linkHeaders(asyncSuccess.links) };
    return { status: 201, headers, body: JSON.stringify({ token, state: "running" }) };
  }
  if (failure != null) {
    const state = failure.canceledFailureInfo == null ? "failed" : "canceled";
    return unsuccessfulAnswer(state, wrapperOf(state, nexusFailureOf(failure)), ofWorker);
  }
  if (operationError != null) {
    const state = operationError.operationState === "canceled" ? "canceled" : "failed";
    return unsuccessfulAnswer(
      state,
      wrapperOf(state, nexusFailureOfMessage(operationError.failure)),
      ofWorker,
    );
  }
  return handlerErrorAnswer(nexusFailureOf(new HandlerError("INTERNAL", "empty outcome").failure), ofWorker);
}

function errorAnswer(
  outcome: Exclude<NexusTaskOutcome, { kind: "answered" }>,
  { isFailureSupported }: ServedOperation,
): HttpAnswer {
  return handlerErrorAnswer(errorFailure(outcome), { isSupported: isFailureSupported, isOfWorker: true });
}

function errorFailure(outcome: Exclude<NexusTaskOutcome, { kind: "answered" }>): NexusFailure {
  switch (outcome.kind) {
    case "failed":
      return nexusFailureOf(outcome.failure);
    case "handlerError": {
      const { errorType, retryBehavior, failure } = outcome.error;
      const error = nexusFailureOf({
        nexusHandlerFailureInfo: { type: errorType ?? "", retryBehavior: retryBehavior ?? 0 },
      });
      // As the worker told it, not as Temporal would.
      return { ...error, cause: nexusFailureOfMessage(failure) };
    }
    case "timedOut":
      return nexusFailureOf(new HandlerError("UPSTREAM_TIMEOUT", "upstream timeout").failure);
  }
}
