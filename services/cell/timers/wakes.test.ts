// A wake-up of an execution that is not in memory is a small entry, and there is a bounded number of them.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { systemClock } from "#shared/clock";
import { randomIds } from "#shared/ids";
import { createLogger } from "#shared/log";
import { Wakes, type WakesOptions } from "./wakes.ts";

interface Key {
  namespaceId: string;
  workflowId: string;
  runId: string;
}

const SLEEPERS = 20_000;
/** What an execution that sleeps may take of memory while its wake-up is near. Later ones take nothing. */
const BYTES_PER_SLEEPER_MAX = 1_024;
const HOUR_MS = 3_600_000;

setFlagsFromString("--expose-gc");
// V8 gives the function to new contexts only.
const collectGarbage = runInNewContext("gc") as () => void;

function heapBytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

function wakesWith(options: Partial<WakesOptions<Key>>): Wakes<Key> {
  return new Wakes<Key>({
    clock: systemClock,
    log: createLogger({ process: "test", level: "silent" }),
    read: () => Promise.resolve([]),
    readNext: () => Promise.resolve(undefined),
    onDue: () => Promise.resolve(),
    ...options,
  });
}

function keyOf(namespaceId: string, number: number): Key {
  return { namespaceId, workflowId: `workflow-${number}`, runId: randomIds.uuid() };
}

describe("wake-ups of executions that left memory", () => {
  it(`take less than ${BYTES_PER_SLEEPER_MAX} bytes each`, async () => {
    const wakes = wakesWith({});
    await wakes.start();
    const namespaceId = randomIds.uuid();
    const before = heapBytes();
    for (let number = 0; number < SLEEPERS; number += 1) {
      const key = keyOf(namespaceId, number);
      wakes.set(key, systemClock.now() + 60_000 + number);
      wakes.release(key);
    }
    const each = (heapBytes() - before) / SLEEPERS;

    expect(wakes.coldCount).toBe(SLEEPERS);
    expect(each).toBeLessThan(BYTES_PER_SLEEPER_MAX);
    wakes.stop();
  });

  it("stay with the store when they are far, or when too many are near", async () => {
    const coldMax = 1_000;
    const wakes = wakesWith({ coldMax });
    await wakes.start();
    const namespaceId = randomIds.uuid();
    for (let number = 0; number < SLEEPERS; number += 1) {
      const near = keyOf(namespaceId, number);
      wakes.set(near, systemClock.now() + 60_000 + number);
      wakes.release(near);
      const far = keyOf(namespaceId, number);
      wakes.set(far, systemClock.now() + HOUR_MS);
      wakes.release(far);
      expect(wakes.coldCount).toBeLessThanOrEqual(coldMax + 1);
    }
    wakes.stop();
  });

  it("are looked at a bounded number at a time when all are due at once", async () => {
    let underWay = 0;
    let underWayMax = 0;
    let told = 0;
    const done: (() => void)[] = [];
    const wakes = wakesWith({
      onDue: () =>
        new Promise((resolve) => {
          underWayMax = Math.max(underWayMax, (underWay += 1));
          told += 1;
          done.push(resolve);
        }),
    });
    const now = systemClock.now();
    for (let number = 0; number < SLEEPERS; number += 1) wakes.set(keyOf("n", number), now - 1);
    for (let turn = 0; told < SLEEPERS && turn < 10_000; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= done.length;
      for (const resolve of done.splice(0)) resolve();
    }
    wakes.stop();

    expect(told).toBe(SLEEPERS);
    expect(underWayMax).toBeLessThanOrEqual(1_000);
  });
});
