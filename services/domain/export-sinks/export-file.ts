// What an exported file is called and what is in it: Temporal Cloud's layout and its public message. Pure.
import { createHash } from "node:crypto";
import protobuf from "protobufjs";
import type { ClosedPosition } from "#domain/cells";

const ROOT = "temporal-workflow-history";
/** `WorkflowExecutions.items` and `WorkflowExecution.history` of temporal.api.export.v1: field 1 of bytes. */
const FIRST_FIELD_TAG = 10;

export interface FilePlace {
  sinkId: string;
  namespace: string;
  /** The hour that ended before the export began; it is the time in the path. */
  untilMs: number;
  first: ClosedPosition;
  last: ClosedPosition;
}

/** The same for the same workflows, so that a file that is written again takes the place of the one before. */
export function exportKey({ sinkId, namespace, untilMs, first, last }: FilePlace): string {
  const at = new Date(untilMs).toISOString();
  const path = `${at.slice(0, 10).replaceAll("-", "/")}/${at.slice(11, 16).replace(":", "/")}`;
  return `${ROOT}/export/${namespace}/${path}/${idOf([sinkId, first, last])}`;
}

export function validationKey(namespace: string, id: string): string {
  return `${ROOT}/validation/${namespace}/${id}`;
}

/** Encoded histories, in one message; nothing is decoded. */
export function encodeExecutions(histories: readonly Uint8Array[]): Uint8Array {
  const writer = protobuf.Writer.create();
  for (const history of histories)
    writer.uint32(FIRST_FIELD_TAG).fork().uint32(FIRST_FIELD_TAG).bytes(history).ldelim();
  return writer.finish();
}

/** In the form of a UUID, as customers' programs expect it. */
function idOf(facts: unknown): string {
  const hex = createHash("sha256").update(JSON.stringify(facts)).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
