// Starts and cancels operations of handlers at an address outside the cell.
import type { StartAnswer } from "../../workflow/index.ts";
import type { OperationCancel, OperationStart } from "../call-handler.ts";
import { CALLBACK_TOKEN_HEADER } from "../callback-tokens.ts";
import { linksOfNexus } from "../links.ts";
import { failureOfNexus, operationStateOf, unwrapped } from "../nexus-failure.ts";
import { contentOfPayload, payloadOfContent } from "./content.ts";
import { errorOfAnswer, failureOfAnswer, unexpectedAnswer } from "./error-of-answer.ts";
import { linkHeaders, linksOfHeader } from "./link-header.ts";
import { post, type PostAnswer } from "./post.ts";
import {
  CALLBACK_HEADER_PREFIX,
  CONTENT_HEADER_PREFIX,
  FAILURE_SUPPORT_HEADER,
  formatDuration,
  isJsonType,
  LINK_HEADER,
  OPERATION_STATE_HEADER,
  OPERATION_TOKEN_HEADER,
  REQUEST_ID_HEADER,
  REQUEST_TIMEOUT_HEADER,
  STATUS_UNSUCCESSFUL,
  withoutPrefix,
  withPrefix,
} from "./protocol.ts";

export interface CallAddress {
  /** Below which the services are. */
  baseUrl: string;
  /** Ours, which what callers give does not replace. */
  ownHeaders?: Readonly<Record<string, string>>;
  timeoutMs: number;
  /** The stop of the cell. */
  signal: AbortSignal;
}

const EMPTY = new Uint8Array();

/** `header` is what the handler is to see. Errors: HandlerError, PostError; UNAVAILABLE. */
export async function startAtAddress(
  call: OperationStart,
  header: Readonly<Record<string, string>>,
  { callbackUrl, ...at }: CallAddress & { callbackUrl: string },
): Promise<StartAnswer> {
  const url = operationUrl(at.baseUrl, [call.service, call.operation]);
  url.searchParams.set("callback", callbackUrl);
  const content = contentOfPayload(call.input);
  const answer = await post(url, {
    ...at,
    body: content.data,
    headers: {
      ...withPrefix(content.header, CONTENT_HEADER_PREFIX),
      ...withPrefix({ [CALLBACK_TOKEN_HEADER]: call.callbackToken }, CALLBACK_HEADER_PREFIX),
      ...linkHeaders([call.link]),
      [REQUEST_ID_HEADER]: call.requestId,
      ...callHeaders(header, at),
    },
  });
  return startAnswerOf(answer);
}

/** Errors: HandlerError, PostError; UNAVAILABLE. */
export async function cancelAtAddress(
  call: OperationCancel,
  header: Readonly<Record<string, string>>,
  at: CallAddress,
): Promise<void> {
  const url = operationUrl(at.baseUrl, [call.service, call.operation, "cancel"]);
  const headers = { [OPERATION_TOKEN_HEADER]: call.operationToken, ...callHeaders(header, at) };
  const answer = await post(url, { ...at, headers, body: EMPTY });
  if (answer.status !== 202) throw errorOfAnswer(answer);
}

function operationUrl(baseUrl: string, path: readonly string[]): URL {
  const url = new URL(baseUrl);
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/${path.map(encodeURIComponent).join("/")}`;
  return url;
}

function callHeaders(
  header: Readonly<Record<string, string>>,
  { timeoutMs, ownHeaders }: CallAddress,
): Record<string, string> {
  return {
    [REQUEST_TIMEOUT_HEADER]: formatDuration(timeoutMs),
    ...header,
    [FAILURE_SUPPORT_HEADER]: "true",
    ...ownHeaders,
  };
}

function startAnswerOf(answer: PostAnswer): StartAnswer {
  const told = linksOfHeader(answer.headers[LINK_HEADER]);
  if (told === undefined) throw unexpectedAnswer("invalid links header");
  const links = linksOfNexus(told);
  switch (answer.status) {
    case 200: {
      const header = withoutPrefix(answer.headers, CONTENT_HEADER_PREFIX);
      const result = readable("result content", () => payloadOfContent({ header, data: answer.body }));
      return { kind: "succeeded", result, links };
    }
    case 201:
      return { kind: "started", operationToken: operationTokenOf(answer), links };
    case STATUS_UNSUCCESSFUL:
      return unsuccessfulOf(answer);
    default:
      throw errorOfAnswer(answer);
  }
}

function operationTokenOf({ headers, body }: PostAnswer): string {
  const type = headers["content-type"];
  if (!isJsonType(type)) throw unexpectedAnswer(`invalid response content type: "${type ?? ""}"`);
  const { token, state } = jsonObjectOf(body);
  if (state !== "running")
    throw unexpectedAnswer(`invalid operation state in response info: ${JSON.stringify(state ?? "")}`);
  if (typeof token !== "string" || token === "") throw unexpectedAnswer("empty operation token in response");
  return token;
}

function jsonObjectOf(body: Buffer): { token?: unknown; state?: unknown } {
  try {
    const json: unknown = JSON.parse(body.toString("utf8"));
    if (typeof json === "object" && json !== null) return json;
  } catch {
    // As any other body that is no object.
  }
  throw unexpectedAnswer("invalid operation info in response");
}

function unsuccessfulOf(answer: PostAnswer): StartAnswer {
  const told = failureOfAnswer(answer);
  if (told === undefined)
    throw unexpectedAnswer(`invalid response content type: "${answer.headers["content-type"] ?? ""}"`);
  // The failure itself says it, or the header for those who cannot.
  const state = operationStateOf(told) ?? answer.headers[OPERATION_STATE_HEADER] ?? "";
  if (state !== "failed" && state !== "canceled")
    throw unexpectedAnswer(`invalid operation state header: "${state}"`, told);
  const failure = readable("failure", () => failureOfNexus(unwrapped(told)));
  return { kind: "unsuccessful", state, failure, links: [] };
}

function readable<Value>(what: string, read: () => Value): Value {
  try {
    return read();
  } catch {
    throw unexpectedAnswer(`invalid ${what} in response`);
  }
}
