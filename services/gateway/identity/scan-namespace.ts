// Finds a request's namespace in its encoded bytes without decoding it. Every top-level field of that number counts,
// because protobuf lets the last one win: a request that names two namespaces is refused.
import { CloudError } from "#shared/errors";

const NAME_BYTES_MAX = 1_000;
const TAG_MAX = 0xffffffff;

/** The one value of a string field; "" when it is absent. Errors: INVALID_ARGUMENT for malformed or repeated fields. */
export function scanString(message: Uint8Array, field: number): string {
  let found: string | undefined;
  const cursor = { at: 0 };
  while (cursor.at < message.length) {
    const tag = readVarint(message, cursor);
    // Decoders keep 32 bits of a tag: a longer one could be field 1 to the cell and another field here.
    if (tag > TAG_MAX) throw malformed();
    const number = Math.floor(tag / 8);
    const wireType = tag % 8;
    if (number === 0) throw malformed();
    if (number !== field) {
      skip(message, cursor, wireType);
      continue;
    }
    if (wireType !== 2) throw malformed();
    const length = readVarint(message, cursor);
    if (cursor.at + length > message.length) throw malformed();
    if (length > NAME_BYTES_MAX) throw malformed();
    const value = Buffer.from(message.buffer, message.byteOffset + cursor.at, length).toString("utf8");
    cursor.at += length;
    if (found !== undefined && found !== value) {
      throw new CloudError("INVALID_ARGUMENT", "The request names more than one namespace.");
    }
    found = value;
  }
  return found ?? "";
}

/** A varint below 2^53; longer ones are fully read, their value is only used where it must be small. */
function readVarint(message: Uint8Array, cursor: { at: number }): number {
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

function skip(message: Uint8Array, cursor: { at: number }, wireType: number): void {
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

function malformed(): CloudError {
  return new CloudError("INVALID_ARGUMENT", "The request is not a valid message of this method.");
}
