// Exported files: where they lie, and that what is in them is Temporal's public message.
import { expect, test } from "vitest";
import { codecOf, type temporal } from "#contracts";
import { historiesIn } from "#harness/exported-file";
import { encodeExecutions, exportKey, type FilePlace } from "./export-file.ts";

const historyCodec = codecOf<temporal.api.history.v1.IHistory>("temporal.api.history.v1.History");
const position = (closeTimeMs: number): FilePlace["first"] => ({ closeTimeMs, startTimeMs: 1, runId: "r" });
const place: FilePlace = {
  sinkId: "sink",
  namespace: "orders.acme",
  untilMs: Date.UTC(2026, 2, 5, 9),
  first: position(1),
  last: position(2),
};

test("a file lies below its namespace and hour, under an id like a UUID", () => {
  expect(exportKey(place)).toMatch(
    /^temporal-workflow-history\/export\/orders\.acme\/2026\/03\/05\/09\/00\/[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});

test("the same workflows make the same file, others or another sink make another", () => {
  const keys = [
    place,
    place,
    { ...place, last: position(3) },
    { ...place, first: position(0) },
    { ...place, sinkId: "other" },
  ].map(exportKey);
  expect(keys[0]).toBe(keys[1]);
  expect(new Set(keys).size).toBe(4);
});

test("histories of any size are in the file as they were, in their order", () => {
  const histories = [0, 1, 300].map((events) => ({
    events: Array.from({ length: events }, (_none, index) => ({ eventId: index + 1 })),
  }));
  const file = encodeExecutions(histories.map((history) => historyCodec.encode(history as never)));
  expect(historiesIn(file).map((events) => events.map(({ eventId }) => Number(eventId)))).toEqual(
    histories.map(({ events }) => events.map(({ eventId }) => eventId)),
  );
});
