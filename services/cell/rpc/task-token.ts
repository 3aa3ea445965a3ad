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
  /** Set in the token of an activity without a workflow: its id, and the stamp of its attempt. */
  standalone?: { activityId: string; stamp: number };
}

const TEXT = 2;
/** Fields 15 and 16. */
const ACTIVITY_ID = 15 * 8 + TEXT;
const STAMP = 16 * 8;

export function encodeTaskToken(token: TaskToken): Uint8Array {
  const writer = protobuf.Writer.create()
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
    .int64(token.startedAt);
  const { standalone } = token;
  if (standalone !== undefined) {
    writer.uint32(ACTIVITY_ID).string(standalone.activityId).uint32(STAMP).int32(standalone.stamp);
  }
  return writer.finish();
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
  const id = token.standalone?.activityId ?? token.workflowId;
  if (token.namespaceId === "" || id === "" || token.runId === "") {
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
    case ACTIVITY_ID:
      token.standalone = { activityId: reader.string(), stamp: token.standalone?.stamp ?? 0 };
      return;
    case STAMP:
      token.standalone = { activityId: token.standalone?.activityId ?? "", stamp: reader.int32() };
      return;
    default:
      reader.skipType(tag & 7);
  }
}

function malformed(message: string, cause?: unknown): CloudError {
  return new CloudError("INVALID_ARGUMENT", message, { cause });
}
