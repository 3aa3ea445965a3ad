// Reads an encoded cellplane.cell.v1.ReadCountersResponse. A page has thousands of counters with the same few names: each
// name is made once, which costs a fraction of what the general codec does. `counter-page.test.ts` holds it to that codec.
import protobuf from "protobufjs/minimal.js";
import { StorageCounter, type IStorageCounter } from "./generated/cell.ts";

export interface ReadCounter {
  namespace: string;
  minuteMs: number;
  kind: string;
  workflowType: string;
  taskQueue: string;
  count: number;
}

export interface ReadCounterPage {
  actions: ReadCounter[];
  storage: IStorageCounter[];
  lastRevision: string;
  completeUntilMs: number;
  hasMore: boolean;
}

export function decodeCounterPage(bytes: Uint8Array): ReadCounterPage {
  const reader = protobuf.Reader.create(bytes);
  const names = new Names(bytes);
  const page: ReadCounterPage = {
    ...{ actions: [], storage: [], lastRevision: "", completeUntilMs: 0, hasMore: false },
  };
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    switch (tag >>> 3) {
      case 1:
        page.actions.push(counterOf(reader, names));
        break;
      case 2:
        page.storage.push(StorageCounter.decode(reader.bytes()));
        break;
      case 3:
        page.lastRevision = reader.string();
        break;
      case 4:
        page.completeUntilMs = reader.double();
        break;
      case 5:
        page.hasMore = reader.bool();
        break;
      default:
        reader.skipType(tag & 7);
    }
  }
  return page;
}

function counterOf(reader: protobuf.Reader, names: Names): ReadCounter {
  const length = reader.uint32();
  const end = reader.pos + length;
  const counter = { namespace: "", minuteMs: 0, kind: "", workflowType: "", taskQueue: "", count: 0 };
  while (reader.pos < end) {
    const tag = reader.uint32();
    switch (tag >>> 3) {
      case 1:
        counter.namespace = names.read(reader);
        break;
      case 2:
        counter.minuteMs = reader.double();
        break;
      case 3:
        counter.kind = names.read(reader);
        break;
      case 4:
        counter.workflowType = names.read(reader);
        break;
      case 5:
        counter.taskQueue = names.read(reader);
        break;
      case 6:
        counter.count = reader.double();
        break;
      default:
        reader.skipType(tag & 7);
    }
  }
  return counter;
}

interface Known {
  start: number;
  length: number;
  text: string;
}

/** The strings of one page: the same bytes are the same string. */
class Names {
  readonly #bytes: Uint8Array;
  readonly #known = new Map<number, Known>();

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  read(reader: protobuf.Reader): string {
    const length = reader.uint32();
    const start = reader.pos;
    reader.skip(length);
    const hash = this.#hash(start, length);
    const known = this.#known.get(hash);
    if (known !== undefined && this.#isSame(known, start, length)) return known.text;
    const text = protobuf.util.utf8.read(this.#bytes, start, start + length);
    // Two names with one hash take turns.
    this.#known.set(hash, { start, length, text });
    return text;
  }

  /** FNV-1a. */
  #hash(start: number, length: number): number {
    let hash = 0x811c9dc5;
    for (let at = start; at < start + length; at += 1) {
      hash = Math.imul(hash ^ (this.#bytes[at] ?? 0), 0x01000193);
    }
    return hash;
  }

  #isSame(known: Known, start: number, length: number): boolean {
    if (known.length !== length) return false;
    for (let at = 0; at < length; at += 1) {
      if (this.#bytes[known.start + at] !== this.#bytes[start + at]) return false;
    }
    return true;
  }
}
