// Encodes header lists of one connection with HPACK (RFC 7541). Only names on a short list enter the dynamic table:
// their values repeat, so the peer looks them up instead of building strings. Others are plain literals.
import { ENTRY_OVERHEAD_BYTES } from "./hpack-decoder.ts";
import { huffmanEncode, huffmanLength } from "./hpack-huffman.ts";
import { STATIC_LENGTH, STATIC_NAMES, STATIC_VALUES } from "./hpack-static-table.ts";

const REPEATING = new Set([
  ":path",
  ":authority",
  "authorization",
  "client-name",
  "client-version",
  "content-type",
  "grpc-accept-encoding",
  "grpc-encoding",
  "grpc-status",
  "supported-features",
  "supported-server-versions",
  "te",
  "temporal-namespace",
  "user-agent",
]);
/** Longer values are not worth a place in a table of 4096 bytes. */
const INDEXED_BYTES_MAX = 512;

interface NameEntry {
  staticIndex: number;
  staticValues: Map<string, number> | undefined;
  /** Value to the number of its insertion, counted from 1. */
  dynamicValues: Map<string, number> | undefined;
}

export interface EncoderOptions {
  /** Which names enter the dynamic table; for tests against RFC 7541's examples. */
  isRepeating?: (name: string) => boolean;
  huffman?: boolean;
}

export class HpackEncoder {
  readonly #isRepeating: (name: string) => boolean;
  readonly #huffman: boolean;
  readonly #names = new Map<string, NameEntry>();
  #tableBytesMax: number;
  #tableBytes = 0;
  #inserted = 0;
  #queue: { name: string; value: string }[] = [];
  /** Smallest and last size since the last block: RFC 7541 section 4.2 wants both told. */
  #pendingSizes: { smallest: number; last: number } | undefined;

  constructor(tableBytesMax: number, options: EncoderOptions = {}) {
    this.#tableBytesMax = tableBytesMax;
    this.#isRepeating = options.isRepeating ?? ((name) => REPEATING.has(name));
    this.#huffman = options.huffman ?? false;
    for (let index = STATIC_LENGTH; index >= 1; index -= 1) this.#addStatic(index);
  }

  /** The peer's SETTINGS_HEADER_TABLE_SIZE: takes effect in the next block, never above our own maximum. */
  resize(tableBytesMax: number): void {
    const bounded = Math.min(tableBytesMax, 4_096);
    if (bounded === this.#tableBytesMax) return;
    this.#tableBytesMax = bounded;
    this.#evict();
    this.#pendingSizes = {
      smallest: Math.min(bounded, this.#pendingSizes?.smallest ?? bounded),
      last: bounded,
    };
  }

  /** Writes the block at `at` and returns the offset after it. `out` must have room: see `blockBytesMax`. */
  encode(headers: readonly string[], out: Buffer, at: number): number {
    let offset = at;
    if (this.#pendingSizes !== undefined) {
      const { smallest, last } = this.#pendingSizes;
      if (smallest < last) offset = writeInteger(out, offset, 0x20, 5, smallest);
      offset = writeInteger(out, offset, 0x20, 5, last);
      this.#pendingSizes = undefined;
    }
    for (let index = 0; index + 1 < headers.length; index += 2) {
      offset = this.#encodeOne(headers[index] ?? "", headers[index + 1] ?? "", out, offset);
    }
    return offset;
  }

  #encodeOne(name: string, value: string, out: Buffer, at: number): number {
    const known = this.#names.get(name);
    const exact = known?.staticValues?.get(value);
    if (exact !== undefined) return writeInteger(out, at, 0x80, 7, exact);
    const insertion = known?.dynamicValues?.get(value);
    if (insertion !== undefined) {
      return writeInteger(out, at, 0x80, 7, STATIC_LENGTH + this.#inserted - insertion + 1);
    }
    const size = name.length + value.length + ENTRY_OVERHEAD_BYTES;
    const isIndexed =
      value.length <= INDEXED_BYTES_MAX && size <= this.#tableBytesMax && this.#isRepeating(name);
    const nameIndex = known === undefined ? 0 : this.#indexOfName(known);
    let offset = writeInteger(out, at, isIndexed ? 0x40 : 0, isIndexed ? 6 : 4, nameIndex);
    if (nameIndex === 0) offset = this.#writeString(out, offset, name);
    offset = this.#writeString(out, offset, value);
    if (isIndexed) this.#insert(name, value, size);
    return offset;
  }

  #indexOfName(entry: NameEntry): number {
    if (entry.staticIndex > 0) return entry.staticIndex;
    let newest = 0;
    for (const insertion of entry.dynamicValues?.values() ?? []) newest = Math.max(newest, insertion);
    return newest === 0 ? 0 : STATIC_LENGTH + this.#inserted - newest + 1;
  }

  #writeString(out: Buffer, at: number, text: string): number {
    if (this.#huffman) {
      return huffmanEncode(text, out, writeInteger(out, at, 0x80, 7, huffmanLength(text)));
    }
    const offset = writeInteger(out, at, 0, 7, text.length);
    return offset + out.write(text, offset, "latin1");
  }

  #insert(name: string, value: string, size: number): void {
    this.#inserted += 1;
    this.#tableBytes += size;
    this.#queue.push({ name, value });
    let entry = this.#names.get(name);
    if (entry === undefined) {
      entry = { staticIndex: 0, staticValues: undefined, dynamicValues: undefined };
      this.#names.set(name, entry);
    }
    entry.dynamicValues ??= new Map();
    entry.dynamicValues.set(value, this.#inserted);
    this.#evict();
  }

  #evict(): void {
    while (this.#tableBytes > this.#tableBytesMax) {
      const oldest = this.#queue.shift();
      if (oldest === undefined) return;
      this.#tableBytes -= oldest.name.length + oldest.value.length + ENTRY_OVERHEAD_BYTES;
      const entry = this.#names.get(oldest.name);
      entry?.dynamicValues?.delete(oldest.value);
      if (entry?.dynamicValues?.size === 0 && entry.staticIndex === 0) this.#names.delete(oldest.name);
    }
  }

  #addStatic(index: number): void {
    const name = STATIC_NAMES[index] ?? "";
    const entry = this.#names.get(name) ?? {
      staticIndex: index,
      staticValues: new Map<string, number>(),
      dynamicValues: undefined,
    };
    entry.staticIndex = index;
    if (STATIC_VALUES[index] !== "") entry.staticValues?.set(STATIC_VALUES[index] ?? "", index);
    this.#names.set(name, entry);
  }
}

/** An upper bound of the encoded size of a list. */
export function blockBytesMax(headers: readonly string[]): number {
  let bytes = 16;
  for (const text of headers) bytes += text.length + 8;
  return bytes;
}

function writeInteger(out: Buffer, at: number, pattern: number, prefixBits: number, value: number): number {
  const mask = (1 << prefixBits) - 1;
  if (value < mask) {
    out[at] = pattern | value;
    return at + 1;
  }
  out[at] = pattern | mask;
  let rest = value - mask;
  let offset = at + 1;
  while (rest >= 0x80) {
    out[offset++] = (rest & 0x7f) | 0x80;
    rest = Math.floor(rest / 0x80);
  }
  out[offset] = rest;
  return offset + 1;
}
