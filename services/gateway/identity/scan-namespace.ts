// Finds a request's namespace in its encoded bytes without decoding it. Every top-level field of that number counts,
// because protobuf lets the last one win: a request that names two namespaces is refused.
import { CloudError } from "#shared/errors";
import { malformed, readVarint, skipField } from "./proto-cursor.ts";

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
      skipField(message, cursor, wireType);
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
