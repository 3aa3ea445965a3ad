// Order in a backlog: strictly by level, by weight between the keys of a level, first in first out within a key.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Backlog } from "./backlog.ts";
import type { KeyRules, Placed } from "./fair-keys.ts";
import type { Place } from "./place.ts";

interface Task extends Placed {
  number: number;
}

const FREE: KeyRules = {
  areKeysLimited: false,
  readyAt: () => 0,
  weightOf: (place) => place?.weight ?? 1,
};

function task(number: number, place?: Place): Task {
  return { number, scheduledAt: number, place };
}

function backlogOf(tasks: readonly Task[]): Backlog<Task> {
  const backlog = new Backlog<Task>(FREE);
  for (const one of tasks) backlog.push(one);
  return backlog;
}

function takeAll(backlog: Backlog<Task>): Task[] {
  const taken: Task[] = [];
  for (let next = backlog.take(0); next !== undefined; next = backlog.take(0)) taken.push(next);
  return taken;
}

const keyOf = ({ place }: Task): string => place?.key ?? "";
const levelOf = ({ place }: Task): number => place?.level ?? 3;

const places = fc.option(
  fc.record({
    level: fc.integer({ min: 1, max: 5 }),
    key: fc.constantFrom("", "a", "b", "c"),
    weight: fc.constantFrom(0.1, 0.5, 1, 2, 7),
  }),
  { nil: undefined },
);
const backlogs = fc
  .array(places, { maxLength: 200 })
  .map((all) => all.map((place, number) => task(number, place)));

describe("Backlog", () => {
  it("hands out every task once, lower levels first, and keeps the order within a key", () => {
    fc.assert(
      fc.property(backlogs, (tasks) => {
        const taken = takeAll(backlogOf(tasks));
        expect(taken.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
          tasks.map(({ number }) => number),
        );
        expect(taken.map(levelOf)).toEqual([...taken.map(levelOf)].sort((a, b) => a - b));
        for (const level of [1, 2, 3, 4, 5]) {
          for (const key of ["", "a", "b", "c"]) {
            const line = taken.filter((one) => levelOf(one) === level && keyOf(one) === key);
            expect(line.map(({ number }) => number)).toEqual(
              [...line.map(({ number }) => number)].sort((a, b) => a - b),
            );
          }
        }
      }),
    );
  });

  it("shares by weight between keys that have a backlog, whatever came first", () => {
    const weights = fc.array(fc.constantFrom(0.25, 0.5, 1, 2, 5, 10), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(weights, fc.integer({ min: 50, max: 400 }), (all, dispatches) => {
        const backlog = new Backlog<Task>(FREE);
        let number = 0;
        for (const [index, weight] of all.entries()) {
          const place = { level: 3, key: `k${String(index)}`, weight };
          for (let count = 0; count < dispatches; count += 1) backlog.push(task(number++, place));
        }
        const counts = all.map(() => 0);
        for (let count = 0; count < dispatches; count += 1) {
          const index = Number(backlog.take(0)?.place?.key.slice(1));
          counts[index] = (counts[index] ?? 0) + 1;
        }
        const total = all.reduce((sum, weight) => sum + weight, 0);
        for (const [index, weight] of all.entries()) {
          // Start-time fair queueing is off by at most one task of each key.
          const share = (dispatches * weight) / total;
          expect(Math.abs((counts[index] ?? 0) - share)).toBeLessThanOrEqual(
            1 + (all.length * weight) / total + 1,
          );
        }
      }),
    );
  });

  it("starves no key, however heavy the others are and however fast their tasks come", () => {
    const backlog = new Backlog<Task>(FREE);
    const heavy = { level: 3, key: "heavy", weight: 1_000 };
    backlog.push(task(0, { level: 3, key: "light", weight: 0.5 }));
    backlog.push(task(1, { level: 3, key: "light", weight: 0.5 }));
    let taken = 0;
    for (let number = 2; backlog.stats()[0]?.count !== undefined && taken < 2; number += 1) {
      backlog.push(task(number, heavy));
      backlog.push(task(number, heavy));
      if (backlog.take(0)?.place?.key === "light") taken += 1;
      expect(number).toBeLessThan(5_000);
    }
    expect(taken).toBe(2);
  });

  it("gives no advantage to a key that leaves and comes back while others wait", () => {
    const backlog = new Backlog<Task>(FREE);
    for (let number = 0; number < 1_000; number += 1) {
      backlog.push(task(number, { level: 3, key: number % 2 === 0 ? "a" : "b", weight: 1 }));
    }
    let ofGuest = 0;
    for (let turn = 0; turn < 300; turn += 1) {
      // One task at a time, as soon as the one before is taken.
      if (turn === 0 || ofGuest > 0) backlog.push(task(10_000 + turn, { level: 3, key: "guest", weight: 1 }));
      for (let count = 0; count < 3; count += 1) if (backlog.take(0)?.place?.key === "guest") ofGuest += 1;
    }
    expect(ofGuest).toBeGreaterThan(250);
    expect(ofGuest).toBeLessThanOrEqual(302);
  });

  it("lets many keys of a low weight not come before the backlog of a high one", () => {
    const backlog = new Backlog<Task>(FREE);
    for (let number = 0; number < 1_000; number += 1) {
      backlog.push(task(number, { level: 3, key: `light${String(number)}`, weight: 0.01 }));
    }
    for (let number = 0; number < 1_000; number += 1) {
      backlog.push(task(number, { level: 3, key: "heavy", weight: 10 }));
    }
    let ofHeavy = 0;
    for (let count = 0; count < 400; count += 1) if (backlog.take(0)?.place?.key === "heavy") ofHeavy += 1;
    // Both have the same weight in all.
    expect(ofHeavy).toBeGreaterThan(150);
    expect(ofHeavy).toBeLessThan(250);
  });

  it("counts, tells the age of and hands out what is left after any withdrawals", () => {
    fc.assert(
      fc.property(backlogs, fc.infiniteStream(fc.boolean()), (tasks, choices) => {
        const backlog = backlogOf(tasks);
        const kept = tasks.filter((one) => {
          const isWithdrawn = choices.next().value;
          if (isWithdrawn) backlog.withdraw(one);
          return !isWithdrawn;
        });
        expect(backlog.length).toBe(kept.length);
        expect(backlog.stats().reduce((sum, { count }) => sum + count, 0)).toBe(kept.length);
        expect(backlog.oldestAt()).toBe(kept[0]?.scheduledAt);
        expect(
          takeAll(backlog)
            .map(({ number }) => number)
            .sort((a, b) => a - b),
        ).toEqual(kept.map(({ number }) => number));
        expect(backlog.length).toBe(0);
      }),
    );
  });

  it("hands out what must not wait before the other tasks of its level, and after those of lower levels", () => {
    const backlog = backlogOf([task(1), task(2, { level: 1, key: "a", weight: 1 })]);
    backlog.push(task(3), { isAhead: true });
    backlog.push(task(4), { isAhead: true });
    backlog.push(task(5), { isAhead: true, isFirst: true });
    expect(takeAll(backlog).map(({ number }) => number)).toEqual([2, 5, 3, 4, 1]);
  });

  it("passes over keys that are held by their limit and comes back to them", () => {
    const readyAt = new Map([["held", 100]]);
    const rules: KeyRules = { ...FREE, areKeysLimited: true, readyAt: (key) => readyAt.get(key) ?? 0 };
    const backlog = new Backlog<Task>(rules);
    backlog.push(task(1, { level: 3, key: "held", weight: 1 }));
    backlog.push(task(2, { level: 3, key: "free", weight: 1 }));
    backlog.push(task(3, { level: 5, key: "held", weight: 1 }));
    expect(backlog.take(0)?.number).toBe(2);
    expect(backlog.take(0)).toBeUndefined();
    expect(backlog.heldUntil()).toBe(100);
    expect(backlog.length).toBe(2);
    expect(backlog.take(100)?.number).toBe(1);
    readyAt.clear();
    backlog.rulesChanged();
    expect(backlog.take(0)?.number).toBe(3);
  });
});
