// Decodes HPACK header blocks (RFC 7541) of one connection. Keeps decoding past the list limit, because the dynamic
// table belongs to the connection; what a block may hold is bounded by its encoded size.
import { ConnectionFault, H2_ERROR } from "./frames.ts";
import { isNameValid, isValueValid, type HeaderList } from "./header-list.ts";
import { huffmanDecode } from "./hpack-huffman.ts";
import { STATIC_LENGTH, STATIC_NAMES, STATIC_VALUES } from "./hpack-static-table.ts";

/** RFC 7541 section 4.1: what an entry costs beside its octets. */
export const ENTRY_OVERHEAD_BYTES = 32;
const NO_BYTES = Buffer.alloc(0);
const INTEGER_MAX = 0x7fffffff;

export interface DecodedBlock {
  headers: HeaderList;
  /** The list is longer than the limit; `headers` holds only its beginning. */
  isTooLarge: boolean;
  /** A name or value has characters that HTTP does not allow. */
  isMalformed: boolean;
}

interface Entry {
  name: string;
  value: string;
  isMalformed: boolean;
}

export class HpackDecoder {
  readonly #tableBytesLimit: number;
  #tableBytesMax: number;
  #tableBytes = 0;
  /** Oldest first; index 62 is the last element. Dropped entries leave at `#first`. */
  #entries: (Entry | undefined)[] = [];
  #first = 0;
  #bytes: Buffer = NO_BYTES;
  #at = 0;
  #end = 0;

  constructor(tableBytesLimit: number) {
    this.#tableBytesLimit = tableBytesLimit;
    this.#tableBytesMax = tableBytesLimit;
  }

  /** Decodes one block. Errors: ConnectionFault COMPRESSION_ERROR, after which the connection is unusable. */
  decode(bytes: Buffer, start: number, end: number, listBytesMax: number): DecodedBlock {
    this.#bytes = bytes;
    this.#at = start;
    this.#end = end;
    const block: DecodedBlock = { headers: [], isTooLarge: false, isMalformed: false };
    let listBytes = 0;
    let updatesAllowed = true;
    while (this.#at < end) {
      const first = bytes[this.#at] ?? 0;
      if ((first & 0xe0) === 0x20) {
        if (!updatesAllowed) throw fault("table size update after a header");
        this.#resize(this.#integer(5));
        continue;
      }
      updatesAllowed = false;
      const entry = first >= 0x80 ? this.#entry(this.#integer(7)) : this.#literal(first);
      listBytes += entry.name.length + entry.value.length + ENTRY_OVERHEAD_BYTES;
      if (entry.isMalformed) block.isMalformed = true;
      if (listBytes > listBytesMax) block.isTooLarge = true;
      else block.headers.push(entry.name, entry.value);
    }
    this.#bytes = NO_BYTES;
    return block;
  }

  #literal(first: number): Entry {
    const isIndexed = (first & 0xc0) === 0x40;
    const nameIndex = this.#integer(isIndexed ? 6 : 4);
    let name: string;
    let isMalformed = false;
    if (nameIndex === 0) {
      name = this.#string();
      isMalformed = !isNameValid(name);
    } else {
      const named = this.#entry(nameIndex);
      name = named.name;
      // A malformed value does not make the name malformed, so it is judged again.
      isMalformed = named.isMalformed && !isNameValid(name);
    }
    const value = this.#string();
    const entry = { name, value, isMalformed: isMalformed || !isValueValid(value) };
    if (isIndexed) this.#add(entry);
    return entry;
  }

  #entry(index: number): Entry {
    if (index === 0) throw fault("index 0");
    if (index <= STATIC_LENGTH) return STATIC_ENTRIES[index] ?? NO_ENTRY;
    const entry = this.#entries[this.#entries.length - (index - STATIC_LENGTH)];
    if (entry === undefined) throw fault("index beyond the table");
    return entry;
  }

  #add(entry: Entry): void {
    const size = entry.name.length + entry.value.length + ENTRY_OVERHEAD_BYTES;
    this.#entries.push(entry);
    this.#tableBytes += size;
    this.#evict();
  }

  #resize(tableBytesMax: number): void {
    if (tableBytesMax > this.#tableBytesLimit) throw fault("table size above the limit");
    this.#tableBytesMax = tableBytesMax;
    this.#evict();
  }

  #evict(): void {
    while (this.#tableBytes > this.#tableBytesMax) {
      const oldest = this.#entries[this.#first];
      if (oldest === undefined) break;
      this.#tableBytes -= oldest.name.length + oldest.value.length + ENTRY_OVERHEAD_BYTES;
      this.#entries[this.#first] = undefined;
      this.#first += 1;
    }
    // The dropped prefix is cut off when it is most of the array: amortised constant work.
    if (this.#first > 64 && this.#first * 2 > this.#entries.length) {
      this.#entries = this.#entries.slice(this.#first);
      this.#first = 0;
    }
  }

  #integer(prefixBits: number): number {
    const mask = (1 << prefixBits) - 1;
    let value = (this.#bytes[this.#at++] ?? 0) & mask;
    if (value < mask) return value;
    for (let shift = 0; ; shift += 7) {
      if (this.#at >= this.#end) throw fault("integer cut off");
      if (shift > 28) throw fault("integer too long");
      const octet = this.#bytes[this.#at++] ?? 0;
      value += (octet & 0x7f) * 2 ** shift;
      if (value > INTEGER_MAX) throw fault("integer too large");
      if (octet < 0x80) return value;
    }
  }

  #string(): string {
    if (this.#at >= this.#end) throw fault("string missing");
    const isHuffman = (this.#bytes[this.#at] ?? 0) >= 0x80;
    const length = this.#integer(7);
    const start = this.#at;
    this.#at += length;
    if (this.#at > this.#end) throw fault("string cut off");
    if (!isHuffman) return this.#bytes.toString("latin1", start, this.#at);
    const text = huffmanDecode(this.#bytes, start, this.#at);
    if (text === undefined) throw fault("bad Huffman code");
    return text;
  }
}

const NO_ENTRY: Entry = { name: "", value: "", isMalformed: true };
const STATIC_ENTRIES: readonly Entry[] = STATIC_NAMES.map((name, index) => ({
  name,
  value: STATIC_VALUES[index] ?? "",
  isMalformed: false,
}));

function fault(reason: string): ConnectionFault {
  return new ConnectionFault(H2_ERROR.COMPRESSION_ERROR, `HPACK: ${reason}`);
}
