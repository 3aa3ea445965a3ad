// Reads the binary arrays that flushes send (#shared/postgres-arrays), as PostgreSQL's unnest would.

const HEADER_BYTES = 20;
const POSTGRES_EPOCH_MS = 946_684_800_000;
const TIMESTAMP_INFINITY = 0x7fff_ffff_ffff_ffffn;

const OIDS = {
  bytea: 17,
  int8: 20,
  int2: 21,
  int4: 23,
  text: 25,
  timestamptz: 1184,
  uuid: 2950,
  jsonb: 3802,
};

/** Hex of two digits for each byte value: a uuid is read for every row. */
const HEX = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, "0"));

export function texts(value: unknown): (string | undefined)[] {
  return elements(value, OIDS.text, (buffer, start, end) => buffer.toString("utf8", start, end));
}

export function uuids(value: unknown): (string | undefined)[] {
  return elements(value, OIDS.uuid, uuidAt);
}

export function bytes(value: unknown): (Buffer | undefined)[] {
  return elements(value, OIDS.bytea, (buffer, start, end) => buffer.subarray(start, end));
}

/** Of smallint, integer or bigint; the cell stores nothing beyond 2^53. */
export function numbers(value: unknown): (number | undefined)[] {
  const buffer = arrayOf(value);
  const oid = buffer.readInt32BE(8);
  if (oid === OIDS.int2) return elements(value, oid, (from, start) => from.readInt16BE(start));
  if (oid === OIDS.int4) return elements(value, oid, (from, start) => from.readInt32BE(start));
  return elements(value, OIDS.int8, (from, start) => Number(from.readBigInt64BE(start)));
}

/** Epoch milliseconds. */
export function timestamps(value: unknown): (number | undefined)[] {
  return elements(value, OIDS.timestamptz, (buffer, start) => {
    const micros = buffer.readBigInt64BE(start);
    return micros === TIMESTAMP_INFINITY ? Infinity : Number(micros) / 1000 + POSTGRES_EPOCH_MS;
  });
}

/** The JSON texts. */
export function jsons(value: unknown): (string | undefined)[] {
  return elements(value, OIDS.jsonb, (buffer, start, end) => buffer.toString("utf8", start + 1, end));
}

/** An element of a column that cannot be null. */
export function required<Value>(list: readonly (Value | undefined)[], place: number): Value {
  const value = list[place];
  if (value === undefined) throw new Error(`null in row ${String(place)} of a column that is not null`);
  return value;
}

function arrayOf(value: unknown): Buffer {
  if (!Buffer.isBuffer(value)) throw new Error("not a binary array");
  return value;
}

function elements<Value>(
  value: unknown,
  oid: number,
  read: (buffer: Buffer, start: number, end: number) => Value,
): (Value | undefined)[] {
  const buffer = arrayOf(value);
  if (buffer.readInt32BE(8) !== oid) throw new Error(`an array of type ${String(buffer.readInt32BE(8))}`);
  const length = buffer.readInt32BE(12);
  const list = new Array<Value | undefined>(length);
  let offset = HEADER_BYTES;
  for (let place = 0; place < length; place += 1) {
    const bytes = buffer.readInt32BE(offset);
    offset += 4;
    if (bytes < 0) continue;
    list[place] = read(buffer, offset, offset + bytes);
    offset += bytes;
  }
  if (offset !== buffer.length) throw new Error("bytes follow the last element of an array");
  return list;
}

function uuidAt(buffer: Buffer, start: number): string {
  let text = "";
  for (let place = 0; place < 16; place += 1) {
    if (place === 4 || place === 6 || place === 8 || place === 10) text += "-";
    text += HEX[buffer[start + place] ?? 0] ?? "";
  }
  return text;
}
