// Walks over the fields of an encoded message without decoding it. Pure.
import { CloudError } from "#shared/errors";

/** A varint below 2^53; longer ones are fully read, their value is only used where it must be small. */
export function readVarint(message: Uint8Array, cursor: { at: number }): number {
  let value = 0;
  let scale = 1;
  for (let octets = 0; octets < 10; octets += 1) {
    const octet = message[cursor.at];
    if (octet === undefined) throw malformed();
    cursor.at += 1;
    value += (octet & 0x7f) * scale;
    if (octet < 0x80) return value;
    scale *= 128;
  }
  throw malformed();
}

/** Moves past a field's value. Errors: INVALID_ARGUMENT for one that is cut, and for groups. */
export function skipField(message: Uint8Array, cursor: { at: number }, wireType: number): void {
  if (wireType === 0) readVarint(message, cursor);
  else if (wireType === 1) cursor.at += 8;
  else if (wireType === 2) {
    const length = readVarint(message, cursor);
    cursor.at += length;
  } else if (wireType === 5) cursor.at += 4;
  // Groups do not occur in proto3 messages.
  else throw malformed();
  if (cursor.at > message.length) throw malformed();
}

export function malformed(): CloudError {
  return new CloudError("INVALID_ARGUMENT", "The request is not a valid message of this method.");
}
