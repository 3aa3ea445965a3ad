// Tokens of Nexus tasks, which workers give back. A token names the task and is no right: the namespace is compared.
import { codecOf, type temporal } from "#contracts";
import type { Engine } from "../engine.ts";
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

/** Errors: INVALID_ARGUMENT when it is no token or one of another namespace, NOT_FOUND for the namespace. */
export function nexusTaskOf(
  engine: Engine,
  request: { namespace?: string | null; taskToken?: Uint8Array | null },
): NexusTaskToken {
  const namespace = engine.namespaces.named(request.namespace);
  const token = decode(request.taskToken);
  if (token.namespaceId !== namespace.id)
    throw invalid("Operation requested with a token from a different namespace.");
  return token;
}

function decode(bytes: Uint8Array | null | undefined): NexusTaskToken {
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
