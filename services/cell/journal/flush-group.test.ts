// What gathers in a flush is bounded in bytes, whatever it is.
import { expect, test } from "vitest";
import type { LiveStandalone } from "../standalone/index.ts";
import { FlushGroup } from "./flush-group.ts";

const RESULT_BYTES = 2 * 1024 * 1024;

/** A standalone execution whose result has so many bytes. */
function ended(bytes: number): LiveStandalone & { state: { bytes: number } } {
  const execution = { state: { bytes }, payloadBytesInGroup: 0, group: undefined as FlushGroup | undefined };
  const kind = { payloadBytes: (state: { bytes: number }) => state.bytes };
  return { ...execution, kind } as unknown as LiveStandalone & { state: { bytes: number } };
}

test("results of standalone executions fill a group", () => {
  const group = new FlushGroup();
  let count = 0;
  for (; !group.isFull && count < 1_000; count += 1) group.writeStandalone(ended(RESULT_BYTES));
  expect(count).toBe(64);
});

test("what changes again and again counts as often as it is held: once", () => {
  const group = new FlushGroup();
  const execution = ended(RESULT_BYTES);
  for (let count = 0; count < 1_000; count += 1) group.writeStandalone(execution);
  expect(group.heldBytes).toBe(RESULT_BYTES);

  execution.state.bytes = 10;
  group.writeStandalone(execution);
  expect(group.heldBytes).toBe(10);

  const next = new FlushGroup();
  next.writeStandalone(execution);
  expect([group.heldBytes, next.heldBytes]).toEqual([10, 10]);
});
