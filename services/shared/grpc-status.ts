// Errors on the wire of gRPC: a CloudError to and from the bytes of google.rpc.Status (grpc-status-details-bin).
// Encoded by hand because shared code may not load descriptors.
import protobuf from "protobufjs/minimal.js";
import { CloudError, errorCodeOfGrpcStatus, type CloudErrorOptions } from "./errors.ts";

/** Metadata key of the encoded google.rpc.Status. */
export const STATUS_DETAILS_KEY = "grpc-status-details-bin";

const TYPE_URL_PREFIX = "type.googleapis.com/";
const RETRY_INFO = "google.rpc.RetryInfo";
const CONTENT_FIELD_1 = 10;
const CONTENT_FIELD_2 = 18;
const CONTENT_FIELD_3 = 26;

/** The encoded google.rpc.Status of an error, or undefined when code and message say it all. */
export function encodeStatusDetails(error: CloudError): Uint8Array | undefined {
  if (error.details.length === 0 && error.retryAfterMs === undefined) return undefined;
  return encodeStatus(error);
}

/** The encoded google.rpc.Status of an error, with or without details. */
export function encodeStatus(error: CloudError): Uint8Array {
  const writer = protobuf.Writer.create();
  writer.uint32(8).int32(error.grpcStatus).uint32(CONTENT_FIELD_2).string(error.publicMessage);
  for (const detail of error.details) writeAny(writer, detail.typeName, detail.value);
  if (error.retryAfterMs !== undefined) writeAny(writer, RETRY_INFO, encodeRetryInfo(error.retryAfterMs));
  return writer.finish();
}

function writeAny(writer: protobuf.Writer, typeName: string, value: Uint8Array): void {
  writer.uint32(CONTENT_FIELD_3).fork();
  writer.uint32(CONTENT_FIELD_1).string(TYPE_URL_PREFIX + typeName);
  writer.uint32(CONTENT_FIELD_2).bytes(value);
  writer.ldelim();
}

function encodeRetryInfo(delayMs: number): Uint8Array {
  const writer = protobuf.Writer.create().uint32(CONTENT_FIELD_1).fork();
  writer.uint32(8).int64(Math.trunc(delayMs / 1000));
  writer.uint32(16).int32(Math.round(delayMs % 1000) * 1_000_000);
  return writer.ldelim().finish();
}

function decodeRetryInfo(bytes: Uint8Array): number | undefined {
  try {
    const outer = protobuf.Reader.create(bytes);
    if (outer.uint32() !== CONTENT_FIELD_1) return undefined;
    const reader = protobuf.Reader.create(outer.bytes());
    let ms = 0;
    while (reader.pos < reader.len) {
      const tag = reader.uint32();
      if (tag === 8) ms += Number(reader.int64()) * 1000;
      else if (tag === 16) ms += reader.int32() / 1_000_000;
      else reader.skipType(tag & 7);
    }
    return ms;
  } catch {
    // A malformed detail of a peer must not hide its status.
    return undefined;
  }
}

/** What a peer answered, as a CloudError: unknown or malformed details are left out, never a failure of their own. */
export function cloudErrorOfGrpc(status: number, message: string, details?: Uint8Array): CloudError {
  const options: CloudErrorOptions = { internalDetail: `peer answered gRPC status ${String(status)}` };
  const decoded = details === undefined ? [] : decodeDetails(details);
  const retryInfo = decoded.find(({ typeName }) => typeName === RETRY_INFO);
  // Written again from the time itself when the error is passed on.
  if (details !== undefined) options.details = decoded.filter((detail) => detail !== retryInfo);
  const retryAfterMs = retryInfo === undefined ? undefined : decodeRetryInfo(retryInfo.value);
  if (retryAfterMs !== undefined) options.retryAfterMs = retryAfterMs;
  return new CloudError(errorCodeOfGrpcStatus(status), message, options);
}

/** The details of an encoded google.rpc.Status. */
export function decodeDetails(bytes: Uint8Array): { typeName: string; value: Uint8Array }[] {
  const details: { typeName: string; value: Uint8Array }[] = [];
  try {
    const reader = protobuf.Reader.create(bytes);
    while (reader.pos < reader.len) {
      const tag = reader.uint32();
      if (tag === CONTENT_FIELD_3) details.push(decodeAny(reader.bytes()));
      else reader.skipType(tag & 7);
    }
  } catch {
    // A malformed trailer of a peer must not hide its status.
    return details;
  }
  return details;
}

function decodeAny(bytes: Uint8Array): { typeName: string; value: Uint8Array } {
  const reader = protobuf.Reader.create(bytes);
  let typeName = "";
  let value: Uint8Array = new Uint8Array();
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if (tag === CONTENT_FIELD_1) typeName = reader.string().slice(TYPE_URL_PREFIX.length);
    else if (tag === CONTENT_FIELD_2) value = reader.bytes();
    else reader.skipType(tag & 7);
  }
  return { typeName, value };
}
