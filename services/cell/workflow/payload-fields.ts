// Memo and search attributes: named payloads, kept encoded in the state.
import type { temporal } from "#contracts";
import { payloadCodec } from "./message-codecs.ts";

type Payload = temporal.api.common.v1.IPayload;
type Fields = Record<string, Payload> | null | undefined;

/** True for the payloads by which SDKs say "no value": they remove the field. */
function isNothing(payload: Payload | undefined): boolean {
  if (payload == null) return true;
  const encoding = Buffer.from(payload.metadata?.["encoding"] ?? []).toString();
  if (encoding === "binary/null") return true;
  return encoding === "json/plain" && isEmptyListOrNull(payload.data);
}

function isEmptyListOrNull(data: Uint8Array | null | undefined): boolean {
  if (data == null || (data.length !== 2 && data.length !== 4)) return false;
  const text = Buffer.from(data).toString();
  return text === "[]" || text === "null";
}

/** `fields` without those that have no value; the same object when there are none. */
export function withoutNothing(fields: Fields): Record<string, Payload> {
  if (fields == null) return {};
  const empty = Object.keys(fields).filter((key) => isNothing(fields[key]));
  if (empty.length === 0) return fields;
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !empty.includes(key)));
}

/** Sets and removes fields of `target` as `changes` say. */
export function mergeFields(target: Record<string, Uint8Array>, changes: Fields): void {
  if (changes == null) return;
  for (const key of Object.keys(changes)) {
    const payload = changes[key];
    if (payload === undefined || isNothing(payload)) delete target[key];
    else target[key] = payloadCodec.encode(payload);
  }
}

export function decodeFields(fields: Readonly<Record<string, Uint8Array>>): Record<string, Payload> {
  const decoded: Record<string, Payload> = {};
  for (const key in fields) {
    const bytes = fields[key];
    if (bytes !== undefined) decoded[key] = payloadCodec.decode(bytes);
  }
  return decoded;
}

export function bytesOfEncodedFields(fields: Readonly<Record<string, Uint8Array>>): number {
  let bytes = 0;
  for (const key in fields) bytes += key.length + (fields[key]?.length ?? 0);
  return bytes;
}
