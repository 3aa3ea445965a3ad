// Cuts encoded histories without decoding them: a temporal.api.history.v1.History is a row of length-prefixed events,
// each beginning with its id.

const EVENT_TAG = 0x0a;
const EVENT_ID_TAG = 0x08;

export interface HistoryCut {
  /** The events asked for, still encoded as a History. */
  bytes: Uint8Array;
  events: number;
  /** Id after the last event of the cut; `from` when it is empty. */
  nextEventId: number;
}

/** The events with ids in [from, until), at most `eventsMax` of them. */
export function cutHistory(
  bytes: Uint8Array,
  range: { from: number; until: number; eventsMax: number },
): HistoryCut {
  let position = 0;
  let start = -1;
  let end = 0;
  let events = 0;
  let nextEventId = range.from;
  while (position < bytes.length && events < range.eventsMax) {
    const eventStart = position;
    if (bytes[position] !== EVENT_TAG) throw new Error("not an encoded history");
    const length = readVarint(bytes, position + 1);
    const contentStart = length.next;
    position = contentStart + length.value;
    const eventId = bytes[contentStart] === EVENT_ID_TAG ? readVarint(bytes, contentStart + 1).value : 0;
    if (eventId < range.from) continue;
    if (eventId >= range.until) break;
    if (start < 0) start = eventStart;
    end = position;
    events += 1;
    nextEventId = eventId + 1;
  }
  return { bytes: start < 0 ? bytes.subarray(0, 0) : bytes.subarray(start, end), events, nextEventId };
}

/** Ids and lengths fit a double: values above 2^53 do not occur in a history. */
function readVarint(bytes: Uint8Array, from: number): { value: number; next: number } {
  let value = 0;
  let factor = 1;
  let position = from;
  for (;;) {
    const byte = bytes[position];
    if (byte === undefined) throw new Error("truncated history");
    position += 1;
    value += (byte & 0x7f) * factor;
    if (byte < 0x80) return { value, next: position };
    factor *= 128;
  }
}
