// A flush waits for company only while there was company, and never for long.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { LiveExecution } from "../executions/live-execution.ts";
import { FlushGroup } from "./flush-group.ts";
import { FlushPace } from "./flush-pace.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function groupOf(executions: number): FlushGroup {
  const group = new FlushGroup();
  for (let number = 0; number < executions; number += 1) join(group);
  return group;
}

function join(group: FlushGroup): void {
  group.entries += 1;
  group.write({} as LiveExecution);
}

/** The milliseconds that the gathering lasted while `arrive` is called after each of them. */
async function gatherFor(group: FlushGroup, arrive: (ms: number) => void): Promise<number> {
  const pace = new FlushPace();
  let isOver = false;
  const startedAt = performance.now();
  void pace
    .gather(
      () => group,
      () => performance.now(),
    )
    .then(() => (isOver = true));
  await vi.advanceTimersByTimeAsync(0);
  for (let ms = 1; !isOver && ms < 100; ms += 1) {
    arrive(ms);
    await vi.advanceTimersByTimeAsync(1);
  }
  return performance.now() - startedAt;
}

test("a flush after one with few executions waits for nothing", () => {
  const pace = new FlushPace();
  expect(pace.isWorthWaiting).toBe(false);
  pace.began(groupOf(3));
  expect(pace.isWorthWaiting).toBe(false);
  pace.began(groupOf(4));
  expect(pace.isWorthWaiting).toBe(true);
  pace.began(groupOf(1));
  expect(pace.isWorthWaiting).toBe(false);
});

test("it waits for as long as others come, and a millisecond for one who does not", async () => {
  const group = groupOf(1);
  expect(await gatherFor(group, (ms) => void (ms <= 1 && join(group)))).toBe(2);
  expect(await gatherFor(groupOf(1), () => undefined)).toBe(1);
});

test("it waits no longer than 2 ms, and not at all with enough of them", async () => {
  const group = groupOf(1);
  expect(await gatherFor(group, () => join(group))).toBe(2);
  expect(await gatherFor(groupOf(16), () => undefined)).toBe(0);
});
