// What a worker gives back to name its task. Opaque to workers; encoded by hand because it is made for every task.
import protobuf from "protobufjs/minimal.js";
import { CloudError } from "#shared/errors";
import type { RunKey } from "../matching/task.ts";

export interface TaskToken extends RunKey {
  scheduledEventId: number;
  /** 0 in an activity's token. */
  startedEventId: number;
  attempt: number;
  startedAt: number;
}

const TEXT = 2;

export function encodeTaskToken(token: TaskToken): Uint8Array {
  return protobuf.Writer.create()
    .uint32(8 + TEXT)
    .string(token.namespaceId)
    .uint32(16 + TEXT)
    .string(token.workflowId)
    .uint32(24 + TEXT)
    .string(token.runId)
    .uint32(32)
    .int64(token.scheduledEventId)
    .uint32(40)
    .int64(token.startedEventId)
    .uint32(48)
    .int32(token.attempt)
    .uint32(56)
    .int64(token.startedAt)
    .finish();
}

/** Errors: INVALID_ARGUMENT when it is not a token of this cell's making. */
export function decodeTaskToken(bytes: Uint8Array | null | undefined): TaskToken {
  if (bytes == null || bytes.length === 0) throw malformed("Task token not set on request.");
  const token: TaskToken = {
    namespaceId: "",
    workflowId: "",
    runId: "",
    scheduledEventId: 0,
    startedEventId: 0,
    attempt: 0,
    startedAt: 0,
  };
  try {
    const reader = protobuf.Reader.create(bytes);
    while (reader.pos < reader.len) readField(reader, token);
  } catch (error) {
    throw malformed("Error deserializing task token.", error);
  }
  if (token.namespaceId === "" || token.workflowId === "" || token.runId === "") {
    throw malformed("Error deserializing task token.");
  }
  return token;
}

function readField(reader: protobuf.Reader, token: TaskToken): void {
  const tag = reader.uint32();
  switch (tag) {
    case 8 + TEXT:
      token.namespaceId = reader.string();
      return;
    case 16 + TEXT:
      token.workflowId = reader.string();
      return;
    case 24 + TEXT:
      token.runId = reader.string();
      return;
    case 32:
      token.scheduledEventId = Number(reader.int64());
      return;
    case 40:
      token.startedEventId = Number(reader.int64());
      return;
    case 48:
      token.attempt = reader.int32();
      return;
    case 56:
      token.startedAt = Number(reader.int64());
      return;
    default:
      reader.skipType(tag & 7);
  }
}

function malformed(message: string, cause?: unknown): CloudError {
  return new CloudError("INVALID_ARGUMENT", message, { cause });
}
