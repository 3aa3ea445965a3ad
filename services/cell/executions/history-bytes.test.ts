// Encoded histories are cut at event boundaries without decoding.
import { describe, expect, it } from "vitest";
import Long from "long";
import { codecOf, type temporal } from "#contracts";
import { cutHistory } from "./history-bytes.ts";

const codec = codecOf<temporal.api.history.v1.IHistory>("temporal.api.history.v1.History");
const events = [1, 2, 3, 200, 201].map((id) => ({
  eventId: Long.fromNumber(id),
  workflowExecutionSignaledEventAttributes: { signalName: "x".repeat(id) },
}));
const bytes = codec.encode({ events });

function idsOf(cut: Uint8Array): number[] {
  return (codec.decode(cut).events ?? []).map((event) => Number(event.eventId));
}

describe("cutHistory", () => {
  it("gives the events of a range", () => {
    const cut = cutHistory(bytes, { from: 2, until: 201, eventsMax: 100 });
    expect(idsOf(cut.bytes)).toEqual([2, 3, 200]);
    expect(cut).toMatchObject({ events: 3, nextEventId: 201 });
  });

  it("stops at the limit of events", () => {
    const cut = cutHistory(bytes, { from: 1, until: 1000, eventsMax: 2 });
    expect(idsOf(cut.bytes)).toEqual([1, 2]);
    expect(cut.nextEventId).toBe(3);
  });

  it("gives nothing for a range without events", () => {
    expect(cutHistory(bytes, { from: 300, until: 400, eventsMax: 10 })).toMatchObject({
      events: 0,
      nextEventId: 300,
    });
  });

  it("refuses bytes that are no history", () => {
    expect(() => cutHistory(new Uint8Array([1, 2, 3]), { from: 1, until: 9, eventsMax: 1 })).toThrow();
  });
});
