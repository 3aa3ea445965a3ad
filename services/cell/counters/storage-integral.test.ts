// U3: the integral is exact, whatever way it is cut into folds.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StorageLevel } from "../store/counter-store.ts";
import { integrate, StorageChanges } from "./storage-integral.ts";

const HOUR_MS = 3_600_000;

interface Change {
  at: number;
  bytes: number;
}

/** The integral up to `end` by definition, one change at a time. */
function byDefinition(changes: readonly Change[], end: number): bigint {
  return changes.reduce((sum, { at, bytes }) => sum + BigInt(bytes) * BigInt(end - at), 0n);
}

function byFolds(
  changes: readonly Change[],
  folds: readonly number[],
): { total: bigint; hours: Map<number, bigint> } {
  let levels: StorageLevel[] = [];
  let rest = [...changes];
  const hours = new Map<number, bigint>();
  for (const fold of folds) {
    const pending = new StorageChanges();
    for (const { at, bytes } of rest.filter((change) => change.at <= fold)) {
      pending.add("n", "active", at, bytes);
    }
    rest = rest.filter((change) => change.at > fold);
    const moved = integrate(levels, pending.changes(), fold);
    levels = moved.levels;
    for (const { hour, byteMs } of moved.integrals) hours.set(hour, (hours.get(hour) ?? 0n) + byteMs);
  }
  return { total: [...hours.values()].reduce((sum, byteMs) => sum + byteMs, 0n), hours };
}

describe("the storage integral", () => {
  it("U3: does not depend on when it is folded", () => {
    const time = fc.integer({ min: 0, max: 5 * HOUR_MS });
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: time, bytes: fc.integer({ min: 1, max: 50_000_000 }) }), { maxLength: 30 }),
        fc.array(time, { maxLength: 8 }),
        (changes, folds) => {
          const end = 6 * HOUR_MS;
          const sorted = [...folds, end].sort((a, b) => a - b);
          expect(byFolds(changes, sorted).total).toBe(byDefinition(changes, end));
        },
      ),
    );
  });

  it("splits at the hour", () => {
    const { hours } = byFolds([{ at: HOUR_MS - 1_000, bytes: 10 }], [HOUR_MS + 2_000]);
    expect([...hours]).toEqual([
      [0, 10_000n],
      [HOUR_MS, 20_000n],
    ]);
  });

  it("U3: keeps the bytes of a change that a clock which was set back since has put in an hour to come", () => {
    const pending = new StorageChanges();
    pending.add("n", "active", 3 * HOUR_MS + 1_000, 10);
    const first = integrate([], pending.changes(), HOUR_MS);
    expect(first.levels).toEqual([
      { namespace: "n", storageClass: "active", bytes: 10, integratedTo: 4 * HOUR_MS },
    ]);

    const later = integrate(first.levels, [], 5 * HOUR_MS);
    const total = [...first.integrals, ...later.integrals].reduce((sum, { byteMs }) => sum + byteMs, 0n);
    expect(total, "each moment once").toBe(10n * BigInt(2 * HOUR_MS - 1_000));
  });
});
