// The end of an operation that its handler tells by HTTP: the callback's token says who waits for it.
import { codecOf, type temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";
import type { HttpAnswer, HttpRequest } from "#shared/http";
import type { OperationOutcome } from "../../workflow/index.ts";
import type { Engine } from "../../engine.ts";
import { CALLBACK_TOKEN_HEADER } from "../callback-tokens.ts";
import { HandlerError } from "../handler-error.ts";
import { linksOfNexus } from "../links.ts";
import { failureOfNexus, unwrapped } from "../nexus-failure.ts";
import { completeByToken } from "../system-callback.ts";
import { payloadOfContent } from "./content.ts";
import { linksOfHeader } from "./link-header.ts";
import {
  CLOSE_TIME_HEADER,
  CONTENT_HEADER_PREFIX,
  isJsonType,
  LINK_HEADER,
  OPERATION_STATE_HEADER,
  OPERATION_TOKEN_HEADER,
  START_TIME_HEADER,
  withoutPrefix,
} from "./protocol.ts";
import { readNexusFailure } from "./read-failure.ts";

const payloadCodec = codecOf<temporal.api.common.v1.IPayload>("temporal.api.common.v1.Payload");

/** `namespace` when the address names one. Errors: HandlerError; UNAVAILABLE. */
export async function serveCompletion(
  engine: Engine,
  request: HttpRequest,
  namespace: string | undefined,
): Promise<HttpAnswer> {
  const { headers } = request;
  const startedAt = timeOf(headers[START_TIME_HEADER], "start");
  timeOf(headers[CLOSE_TIME_HEADER], "close");
  const links = linksOfHeader(headers[LINK_HEADER]);
  if (links === undefined) throw bad("failed to decode links from request headers");
  const outcome = outcomeOf(request);
  const operationToken = headers[OPERATION_TOKEN_HEADER] ?? "";
  checkSizes(engine, operationToken, outcome);
  await completeByToken(
    engine,
    { token: headers[CALLBACK_TOKEN_HEADER], namespace },
    { outcome, operationToken, startedAt, links: linksOfNexus(links) },
  );
  return { status: 200, headers: {}, body: "" };
}

function timeOf(text: string | undefined, name: string): EpochMs | undefined {
  if (text === undefined) return undefined;
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw bad(`failed to parse operation ${name} time header`);
  return at as EpochMs;
}

function outcomeOf({ headers, body }: HttpRequest): OperationOutcome {
  const state = headers[OPERATION_STATE_HEADER] ?? "";
  if (state === "succeeded") return { kind: "succeeded", result: resultOf(headers, body) };
  if (state !== "failed" && state !== "canceled") throw bad(`invalid request operation state: "${state}"`);
  const type = headers["content-type"];
  if (!isJsonType(type)) throw bad(`invalid request content type: "${type ?? ""}"`);
  try {
    return { kind: "unsuccessful", state, failure: failureOfNexus(unwrapped(readNexusFailure(body))) };
  } catch {
    throw bad("failed to decode Failure from request body");
  }
}

function resultOf(
  headers: Readonly<Record<string, string>>,
  data: Uint8Array,
): temporal.api.common.v1.IPayload {
  try {
    return payloadOfContent({ header: withoutPrefix(headers, CONTENT_HEADER_PREFIX), data });
  } catch {
    throw bad("invalid result content");
  }
}

function checkSizes({ limits }: Engine, operationToken: string, outcome: OperationOutcome): void {
  const bytes = Buffer.byteLength(operationToken);
  if (bytes > limits.nexusTokenBytesMax)
    throw bad(`operation token length exceeds allowed limit (${bytes}/${limits.nexusTokenBytesMax})`);
  const isTooLarge =
    outcome.kind === "succeeded" &&
    outcome.result !== undefined &&
    payloadCodec.encode(outcome.result).length > limits.blobBytesMax;
  if (isTooLarge) throw bad("result exceeds size limit");
}

function bad(message: string): HandlerError {
  return new HandlerError("BAD_REQUEST", message);
}
