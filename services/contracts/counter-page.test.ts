// The reader of counters reads what the general codec reads, whatever is in a page.
import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeCounterPage } from "./counter-page.ts";
import { ReadCountersResponse } from "./generated/cell.ts";

const name = fc.oneof(
  fc.constantFrom("start_timer", "shop.acme", ""),
  fc.string({ unit: "grapheme", maxLength: 30 }),
);
const counter = fc.record({
  namespace: name,
  minuteMs: fc.integer({ min: 0, max: 1e9 }).map((minute) => minute * 60_000),
  kind: name,
  workflowType: name,
  taskQueue: name,
  count: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
});
const storage = fc.record({ namespace: name, hourMs: fc.nat(), storageClass: name, byteMilliseconds: name });

test("a page is what the general codec says it is", () => {
  const page = fc.record({
    actions: fc.array(counter, { maxLength: 50 }),
    storage: fc.array(storage, { maxLength: 5 }),
    lastRevision: fc.bigInt({ min: 0n, max: 10n ** 20n }).map(String),
    completeUntilMs: fc.nat(),
    hasMore: fc.boolean(),
  });
  fc.assert(
    fc.property(page, (given) => {
      const bytes = ReadCountersResponse.encode(given);
      const general = ReadCountersResponse.decode(bytes);
      const read = decodeCounterPage(bytes);
      expect(read.actions).toEqual(given.actions);
      expect(read.storage.map((one) => ({ ...one }))).toEqual(
        general.storage?.map((one) => ({ ...one })) ?? [],
      );
      expect([read.lastRevision, read.completeUntilMs, read.hasMore]).toEqual([
        given.lastRevision,
        given.completeUntilMs,
        given.hasMore,
      ]);
    }),
  );
});

test("fields that it does not know are passed over, and half a page is refused", () => {
  const bytes = ReadCountersResponse.encode({ lastRevision: "7", hasMore: true });
  const unknown = Uint8Array.from([...bytes, ((99 << 3) & 0x7f) | 0x80, (99 << 3) >> 7, 5]);
  expect(decodeCounterPage(unknown)).toMatchObject({ lastRevision: "7", hasMore: true });
  expect(() => decodeCounterPage(bytes.subarray(0, 2))).toThrow();
});
