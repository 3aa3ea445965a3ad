// How large payload-carrying values are, without encoding them: for limits, not for storage figures.
import type { temporal } from "#contracts";

type Payload = temporal.api.common.v1.IPayload;

export function bytesOfPayload(payload: Payload): number {
  let bytes = payload.data?.length ?? 0;
  const metadata = payload.metadata;
  if (metadata != null) for (const key in metadata) bytes += key.length + (metadata[key]?.length ?? 0);
  return bytes;
}

export function bytesOfPayloads(payloads: temporal.api.common.v1.IPayloads | null | undefined): number {
  let bytes = 0;
  for (const payload of payloads?.payloads ?? []) bytes += bytesOfPayload(payload);
  return bytes;
}

/** Keys and data only, as Temporal counts memo, search attributes and marker details. */
export function bytesOfFields(fields: Record<string, Payload> | null | undefined): number {
  let bytes = 0;
  if (fields != null) for (const key in fields) bytes += key.length + (fields[key]?.data?.length ?? 0);
  return bytes;
}
