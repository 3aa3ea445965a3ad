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

type Nullable<Value> = readonly (Value | null | undefined)[];

export function textArray(values: Nullable<string>): Buffer {
  return variableArray(
    OID.text,
    values.map((value) => (value == null ? undefined : Buffer.from(value, "utf8"))),
  );
}

export function byteaArray(values: Nullable<Uint8Array>): Buffer {
  return variableArray(
    OID.bytea,
    values.map((value) => value ?? undefined),
  );
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
  return fixedArray(OID.uuid, 16, values, (buffer, value, offset) => {
    const written = buffer.write(value.replaceAll("-", ""), offset, 16, "hex");
    if (written !== 16) throw new Error(`not a uuid: ${value}`);
  });
}

export function int2Array(values: Nullable<number>): Buffer {
  return fixedArray(OID.int2, 2, values, (buffer, value, offset) => void buffer.writeInt16BE(value, offset));
}

export function int4Array(values: Nullable<number>): Buffer {
  return fixedArray(OID.int4, 4, values, (buffer, value, offset) => void buffer.writeInt32BE(value, offset));
}

export function int8Array(values: Nullable<number | bigint>): Buffer {
  return fixedArray(
    OID.int8,
    8,
    values,
    (buffer, value, offset) => void buffer.writeBigInt64BE(BigInt(value), offset),
  );
}

/** Values are epoch milliseconds; Infinity is PostgreSQL's 'infinity'. */
export function timestamptzArray(values: Nullable<number>): Buffer {
  return fixedArray(OID.timestamptz, 8, values, (buffer, value, offset) => {
    const micros =
      value === Infinity ? TIMESTAMP_INFINITY : BigInt(Math.round((value - POSTGRES_EPOCH_MS) * 1000));
    buffer.writeBigInt64BE(micros, offset);
  });
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

function variableArray(oid: number, values: readonly (Uint8Array | undefined)[]): Buffer {
  let bodyBytes = 0;
  for (const value of values) bodyBytes += LENGTH_BYTES + (value?.length ?? 0);
  const buffer = header(oid, values.length, bodyBytes);
  let offset = HEADER_BYTES;
  for (const value of values) {
    offset = buffer.writeInt32BE(value?.length ?? NULL_LENGTH, offset);
    if (value === undefined) continue;
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
