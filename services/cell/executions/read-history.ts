// Reads encoded events of an execution: from memory while it is warm, else from the store. Nothing is decoded.
// Only events that are durable may be asked for.
import type { Engine } from "../engine.ts";
import { readHistory } from "../store/execution-queries.ts";
import { cutHistory } from "./history-bytes.ts";
import type { LiveExecution } from "./live-execution.ts";

const ROWS_PER_READ_MAX = 256;

export interface HistoryRange {
  from: number;
  /** Exclusive. */
  until: number;
  eventsMax: number;
  /** A page ends with the event that passes this size. */
  bytesMax: number;
}

export interface HistoryPage {
  /** Pieces of one encoded History, in order. */
  chunks: Uint8Array[];
  bytes: number;
  /** Where the next page begins; `until` (or past it) when there is none. */
  nextEventId: number;
}

export async function readEvents(
  engine: Engine,
  execution: LiveExecution,
  range: HistoryRange,
): Promise<HistoryPage> {
  if (execution.batches !== undefined) return pageOf(execution.batches, range);
  const page: HistoryPage = { chunks: [], bytes: 0, nextEventId: range.from };
  let events = 0;
  while (page.nextEventId < range.until && page.bytes < range.bytesMax && events < range.eventsMax) {
    const stored = await readHistory(engine.lookups, execution.state, {
      fromEventId: page.nextEventId,
      untilEventId: range.until,
      rowsMax: ROWS_PER_READ_MAX,
    });
    const batches = stored.map((batch) => ({ firstEventId: batch.firstEventId, bytes: batch.events }));
    const more = pageOf(batches, {
      ...range,
      from: page.nextEventId,
      eventsMax: range.eventsMax - events,
      bytesMax: range.bytesMax - page.bytes,
    });
    if (more.events === 0) break;
    page.chunks.push(...more.chunks);
    page.bytes += more.bytes;
    page.nextEventId = more.nextEventId;
    events += more.events;
  }
  return page;
}

function pageOf(
  batches: readonly { firstEventId: number; bytes: Uint8Array }[],
  range: HistoryRange,
): HistoryPage & { events: number } {
  const page = { chunks: [] as Uint8Array[], bytes: 0, nextEventId: range.from, events: 0 };
  for (let place = firstBatch(batches, range.from); place < batches.length; place += 1) {
    const batch = batches[place];
    if (batch === undefined || batch.firstEventId >= range.until) break;
    if (page.bytes >= range.bytesMax || page.events >= range.eventsMax) break;
    const cut = cutHistory(batch.bytes, { ...range, eventsMax: range.eventsMax - page.events });
    if (cut.events === 0) continue;
    page.chunks.push(cut.bytes);
    page.bytes += cut.bytes.length;
    page.events += cut.events;
    page.nextEventId = cut.nextEventId;
  }
  return page;
}

/** The batch that holds the event, by bisection. */
function firstBatch(batches: readonly { firstEventId: number }[], eventId: number): number {
  let low = 0;
  let high = batches.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((batches[middle]?.firstEventId ?? 0) <= eventId) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** An encoded message field of type bytes or message, to be appended to an encoded message. */
export function encodeField(fieldNumber: number, chunks: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const chunk of chunks) length += chunk.length;
  const header: number[] = [];
  pushVarint(header, fieldNumber * 8 + 2);
  pushVarint(header, length);
  return Buffer.concat([Uint8Array.from(header), ...chunks]);
}

function pushVarint(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest & 0x7f) | 0x80);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}
