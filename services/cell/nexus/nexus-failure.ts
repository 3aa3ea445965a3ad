// Failures as the Nexus protocol tells them, and Temporal's own: each is made from the other without loss, so that a
// failure that passes through a handler is the same to the workflow that reads it.
import { codecOf, messageFromJsonText, messageToJson, type temporal } from "#contracts";
import { isRetryableBy, retryBehaviorOf } from "./retry-behavior.ts";

type Failure = temporal.api.failure.v1.IFailure;
type ProtoFailure = temporal.api.nexus.v1.IFailure;

const failureCodec = codecOf<Failure>("temporal.api.failure.v1.Failure");
const payloadCodec = codecOf<temporal.api.common.v1.IPayload>("temporal.api.common.v1.Payload");

const HANDLER_ERROR = "nexus.HandlerError";
const OPERATION_ERROR = "nexus.OperationError";
/** Marks a failure that only carries another one through the protocol. */
const WRAPPER_KEY = "unwrap-error";
export const NEXUS_FAILURE_CAUSES_MAX = 100;

/** In the protocol's JSON form; `details` is any JSON value. */
export interface NexusFailure {
  message?: string;
  stackTrace?: string;
  metadata?: Record<string, string>;
  details?: unknown;
  cause?: NexusFailure;
}

interface HandlerErrorDetails {
  type?: string;
  retryableOverride?: boolean;
  /** Base64url of the JSON form of a payload. */
  encodedAttributes?: string;
}

export function nexusFailureOf(failure: Failure): NexusFailure {
  const { message, stackTrace, cause, ...rest } = failure;
  const told: NexusFailure = {
    ...(message ? { message } : {}),
    ...(stackTrace ? { stackTrace } : {}),
    ...(cause == null ? {} : { cause: nexusFailureOf(cause) }),
  };
  const handler = failure.nexusHandlerFailureInfo;
  if (handler != null) {
    return { ...told, metadata: { type: HANDLER_ERROR }, details: handlerDetails(failure, handler) };
  }
  const details = messageToJson(failureCodec.type, { ...rest, cause: cause ?? null });
  return { ...told, metadata: { type: failureCodec.typeName }, details };
}

function handlerDetails(
  { encodedAttributes }: Failure,
  { type, retryBehavior }: temporal.api.failure.v1.INexusHandlerFailureInfo,
): HandlerErrorDetails {
  const retryableOverride = isRetryableBy(retryBehavior);
  const attributes =
    encodedAttributes == null
      ? undefined
      : Buffer.from(JSON.stringify(messageToJson(payloadCodec.type, encodedAttributes))).toString(
          "base64url",
        );
  return {
    ...(type ? { type } : {}),
    ...(retryableOverride === undefined ? {} : { retryableOverride }),
    ...(attributes === undefined ? {} : { encodedAttributes: attributes }),
  };
}

/** Throws when the failure is not what it says it is, or nested too deeply. */
export function failureOfNexus(told: NexusFailure, depth = 0): Failure {
  if (depth > NEXUS_FAILURE_CAUSES_MAX) throw new Error("a failure with too many causes");
  const failure: Failure = { ...infoOf(told) };
  failure.message = told.message ?? "";
  failure.stackTrace = told.stackTrace ?? "";
  if (told.cause !== undefined) failure.cause = failureOfNexus(told.cause, depth + 1);
  return failure;
}

/** The failure that a wrapper carries, or the failure itself. */
export function unwrapped(told: NexusFailure): NexusFailure {
  return told.metadata?.[WRAPPER_KEY] === "true" && told.cause !== undefined ? told.cause : told;
}

/** Carries what a worker said of its operation; `unwrapped` gives it back. */
export function wrapperOf(state: "failed" | "canceled", cause: NexusFailure): NexusFailure {
  return {
    message: "operation error",
    metadata: { type: OPERATION_ERROR, [WRAPPER_KEY]: "true" },
    details: { state },
    cause,
  };
}

function infoOf(told: NexusFailure): Failure {
  switch (told.metadata?.["type"]) {
    case failureCodec.typeName:
      return messageFromJsonText(failureCodec.type, JSON.stringify(told.details ?? {}), {
        unknownFields: "ignore",
      });
    case OPERATION_ERROR:
      return operationStateOf(told) === "canceled"
        ? { canceledFailureInfo: {} }
        : { applicationFailureInfo: { type: "OperationError", nonRetryable: true } };
    case HANDLER_ERROR:
      return handlerInfo(detailsOf(told) as HandlerErrorDetails);
    default:
      return told.metadata === undefined && told.details === undefined ? {} : unknownInfo(told);
  }
}

/** Of an operation error: what it says of the operation. */
export function operationStateOf(told: NexusFailure): string | undefined {
  if (told.metadata?.["type"] !== OPERATION_ERROR) return undefined;
  const { state } = detailsOf(told) as { state?: unknown };
  return typeof state === "string" ? state : "";
}

export function isHandlerError(told: NexusFailure): boolean {
  return told.metadata?.["type"] === HANDLER_ERROR;
}

function detailsOf({ details }: NexusFailure): object {
  return typeof details === "object" && details !== null ? details : {};
}

function handlerInfo(details: HandlerErrorDetails): Failure {
  const { type, retryableOverride, encodedAttributes } = details;
  const info: Failure = {
    nexusHandlerFailureInfo: {
      type: typeof type === "string" ? type : "",
      retryBehavior: retryBehaviorOf(retryableOverride),
    },
  };
  if (typeof encodedAttributes === "string" && encodedAttributes !== "") {
    const text = Buffer.from(encodedAttributes, "base64url").toString("utf8");
    info.encodedAttributes = messageFromJsonText(payloadCodec.type, text, { unknownFields: "ignore" });
  }
  return info;
}

/** Kept whole as the details of an application failure. */
function unknownInfo({ metadata, details, cause }: NexusFailure): Failure {
  return {
    applicationFailureInfo: {
      type: "NexusFailure",
      details: {
        payloads: [
          {
            metadata: { encoding: Buffer.from("json/plain") },
            data: Buffer.from(JSON.stringify({ metadata, details, cause })),
          },
        ],
      },
    },
  };
}

/** The same in the form of messages, where `details` are bytes. */
export function nexusFailureOfMessage(message: ProtoFailure | null | undefined, depth = 0): NexusFailure {
  if (depth > NEXUS_FAILURE_CAUSES_MAX) throw new Error("a failure with too many causes");
  const { details, metadata, cause } = message ?? {};
  return {
    ...(message?.message ? { message: message.message } : {}),
    ...(message?.stackTrace ? { stackTrace: message.stackTrace } : {}),
    ...(metadata == null || Object.keys(metadata).length === 0 ? {} : { metadata }),
    ...(details == null || details.length === 0
      ? {}
      : { details: JSON.parse(Buffer.from(details).toString("utf8")) as unknown }),
    ...(cause == null ? {} : { cause: nexusFailureOfMessage(cause, depth + 1) }),
  };
}
