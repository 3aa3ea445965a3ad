// Tokens of Nexus tasks, which workers give back.
import { codecOf, type temporal } from "#contracts";
import { invalid } from "./lookup.ts";

/** The message is used for its shape: three texts. */
const codec = codecOf<temporal.api.common.v1.Link.INexusOperation>(
  "temporal.api.common.v1.Link.NexusOperation",
);

export interface NexusTaskToken {
  namespaceId: string;
  taskQueue: string;
  taskId: string;
}

export function encodeNexusTaskToken({ namespaceId, taskQueue, taskId }: NexusTaskToken): Uint8Array {
  return codec.encode({ namespace: namespaceId, operationId: taskQueue, runId: taskId });
}

/** Errors: INVALID_ARGUMENT when it is no token. */
export function decodeNexusTaskToken(bytes: Uint8Array | null | undefined): NexusTaskToken {
  if (bytes == null || bytes.length === 0) throw invalid("Task token not set on request.");
  let token: NexusTaskToken;
  try {
    const { namespace, operationId, runId } = codec.decode(bytes);
    token = { namespaceId: namespace ?? "", taskQueue: operationId ?? "", taskId: runId ?? "" };
  } catch {
    throw invalid("Error deserializing task token.");
  }
  if (token.taskQueue === "" || token.taskId === "") throw invalid("Invalid TaskToken.");
  return token;
}
