// One-dimensional arrays in PostgreSQL's binary format, for multi-row statements of the form unnest($1, $2 ...).
// The driver's text arrays cost 1.5 to 3 times as much; a Buffer parameter is sent as binary. It never quotes text:
// a value is bytes with a length, so nothing can break out of it.
import { Buffer } from "node:buffer";

const OID = { bytea: 17, int8: 20, int2: 21, int4: 23, text: 25, timestamptz: 1184, uuid: 2950, jsonb: 3802 };

const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;
const NULL_LENGTH = -1;
/** Milliseconds from the Unix epoch to 2000-01-01, where PostgreSQL counts from. */
const POSTGRES_EPOCH_MS = 946_684_800_000;
const TIMESTAMP_INFINITY = 0x7fff_ffff_ffff_ffffn;
const JSONB_VERSION = 1;
const UUID_BYTES = 16;
const TWO_TO_32 = 2 ** 32;
const SHORT_TEXT_MAX = 64;
const ASCII_MAX = 0x7f;
const DASH = 0x2d;
const NOT_HEX = 255;
/** Character code to the value of the digit. */
const HEX_DIGITS = Uint8Array.from({ length: 128 }, (_, code) => {
  const digit = "0123456789abcdef".indexOf(String.fromCharCode(code).toLowerCase());
  return digit < 0 ? NOT_HEX : digit;
});

type Nullable<Value> = readonly (Value | null | undefined)[];

export function textArray(values: Nullable<string>): Buffer {
  let bodyBytes = 0;
  for (const value of values) bodyBytes += LENGTH_BYTES + (value == null ? 0 : Buffer.byteLength(value));
  const buffer = header(OID.text, values.length, bodyBytes);
  let offset = HEADER_BYTES;
  for (const value of values) {
    const start = offset + LENGTH_BYTES;
    const end = value == null ? start : writeText(buffer, value, start);
    buffer.writeInt32BE(value == null ? NULL_LENGTH : end - start, offset);
    offset = end;
  }
  return buffer;
}

export function byteaArray(values: Nullable<Uint8Array>): Buffer {
  return variableArray(OID.bytea, values);
}

/** Values are JSON texts. */
export function jsonbArray(values: Nullable<string>): Buffer {
  return variableArray(
    OID.jsonb,
    values.map((value) => {
      if (value == null) return undefined;
      const bytes = Buffer.allocUnsafe(1 + Buffer.byteLength(value));
      bytes[0] = JSONB_VERSION;
      bytes.write(value, 1, "utf8");
      return bytes;
    }),
  );
}

export function uuidArray(values: Nullable<string>): Buffer {
  return fixedArray(OID.uuid, UUID_BYTES, values, writeUuid);
}

export function int2Array(values: Nullable<number>): Buffer {
  return fixedArray(OID.int2, 2, values, (buffer, value, offset) => void buffer.writeInt16BE(value, offset));
}

export function int4Array(values: Nullable<number>): Buffer {
  return fixedArray(OID.int4, 4, values, (buffer, value, offset) => void buffer.writeInt32BE(value, offset));
}

export function int8Array(values: Nullable<number | bigint>): Buffer {
  return fixedArray(OID.int8, 8, values, (buffer, value, offset) => {
    if (typeof value === "bigint") buffer.writeBigInt64BE(value, offset);
    else writeInt64(buffer, value, offset);
  });
}

/** Values are epoch milliseconds; Infinity is PostgreSQL's 'infinity'. */
export function timestamptzArray(values: Nullable<number>): Buffer {
  return fixedArray(OID.timestamptz, 8, values, (buffer, value, offset) => {
    if (value === Infinity) buffer.writeBigInt64BE(TIMESTAMP_INFINITY, offset);
    else writeInt64(buffer, Math.round((value - POSTGRES_EPOCH_MS) * 1000), offset);
  });
}

/** Without a bigint for each value. Errors: RangeError for what is no whole number of 64 bits. */
function writeInt64(buffer: Buffer, value: number, offset: number): void {
  if (!Number.isInteger(value)) throw new RangeError(`not a whole number: ${value}`);
  const high = Math.floor(value / TWO_TO_32);
  buffer.writeInt32BE(high, offset);
  buffer.writeUInt32BE(value - high * TWO_TO_32, offset + 4);
}

/** Returns the offset after it. Most texts are short and ASCII: a call of the encoder costs more than they do. */
function writeText(buffer: Buffer, value: string, start: number): number {
  if (value.length > SHORT_TEXT_MAX) return start + buffer.write(value, start, "utf8");
  for (let index = 0; index < value.length; index += 1) {
    const code = value.charCodeAt(index);
    if (code > ASCII_MAX) return start + buffer.write(value, start, "utf8");
    buffer[start + index] = code;
  }
  return start + value.length;
}

/** Errors: Error for what is not 32 hexadecimal digits, beside dashes. */
function writeUuid(buffer: Buffer, value: string, offset: number): void {
  let digits = 0;
  let byte = 0;
  for (let index = 0; index < value.length; index += 1) {
    const code = value.charCodeAt(index);
    if (code === DASH) continue;
    const digit = HEX_DIGITS[code] ?? NOT_HEX;
    if (digit === NOT_HEX || digits >= 2 * UUID_BYTES) throw new Error(`not a uuid: ${value}`);
    byte = (byte << 4) | digit;
    digits += 1;
    if (digits % 2 === 0) buffer[offset + digits / 2 - 1] = byte;
  }
  if (digits !== 2 * UUID_BYTES) throw new Error(`not a uuid: ${value}`);
}

function fixedArray<Value>(
  oid: number,
  valueBytes: number,
  values: Nullable<Value>,
  write: (buffer: Buffer, value: Value, offset: number) => void,
): Buffer {
  const buffer = header(oid, values.length, values.length * (LENGTH_BYTES + valueBytes));
  let offset = HEADER_BYTES;
  for (const value of values) {
    offset = buffer.writeInt32BE(value == null ? NULL_LENGTH : valueBytes, offset);
    if (value == null) continue;
    write(buffer, value, offset);
    offset += valueBytes;
  }
  return buffer.subarray(0, offset);
}

function variableArray(oid: number, values: Nullable<Uint8Array>): Buffer {
  let bodyBytes = 0;
  for (const value of values) bodyBytes += LENGTH_BYTES + (value?.length ?? 0);
  const buffer = header(oid, values.length, bodyBytes);
  let offset = HEADER_BYTES;
  for (const value of values) {
    offset = buffer.writeInt32BE(value?.length ?? NULL_LENGTH, offset);
    if (value == null) continue;
    buffer.set(value, offset);
    offset += value.length;
  }
  return buffer;
}

/** Dimensions, null flag, element type, length and lower bound, then room for the elements. */
function header(oid: number, length: number, bodyBytes: number): Buffer {
  const buffer = Buffer.allocUnsafe(HEADER_BYTES + bodyBytes);
  buffer.writeInt32BE(1, 0);
  // The flag only says that nulls may occur.
  buffer.writeInt32BE(1, 4);
  buffer.writeInt32BE(oid, 8);
  buffer.writeInt32BE(length, 12);
  buffer.writeInt32BE(1, 16);
  return buffer;
}
