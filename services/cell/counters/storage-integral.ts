// The exact integral of stored bytes over time, by namespace, class and hour (U3). Between folds it keeps, for each
// hour, the sum of changes and the sum of change times offset: the integral is linear in both, so the order and the
// number of changes do not matter and nothing is rounded.
import type { StorageDelta, StorageLevel } from "../store/counter-store.ts";

const HOUR_MS = 3_600_000;

export type StorageClass = "active" | "retained";

/** Changes of one hour: total bytes, and bytes times milliseconds since the hour began. */
export interface HourChange {
  namespace: string;
  storageClass: StorageClass;
  hour: number;
  bytes: number;
  moment: bigint;
}

export class StorageChanges {
  readonly #changes = new Map<string, HourChange>();

  get isEmpty(): boolean {
    return this.#changes.size === 0;
  }

  add(namespace: string, storageClass: StorageClass, now: number, bytes: number): void {
    if (bytes === 0) return;
    const hour = now - (now % HOUR_MS);
    this.addChange({ namespace, storageClass, hour, bytes, moment: BigInt(bytes) * BigInt(now - hour) });
  }

  addChange(change: HourChange): void {
    const key = `${change.namespace}\0${change.storageClass}\0${String(change.hour)}`;
    const known = this.#changes.get(key);
    if (known === undefined) {
      this.#changes.set(key, { ...change });
      return;
    }
    known.bytes += change.bytes;
    known.moment += change.moment;
  }

  merge(other: StorageChanges): void {
    for (const change of other.#changes.values()) this.addChange(change);
  }

  changes(): HourChange[] {
    return [...this.#changes.values()];
  }

  clear(): void {
    this.#changes.clear();
  }
}

/**
 * The integrals of all levels from where each stands up to `now`, and the levels then. After the clock was set back a
 * change may lie before its level's time, and counts from that time on; or, logged by a process that has ended, in an
 * hour to come: then the level is integrated to the end of that hour, and time until then is not counted again.
 */
export function integrate(
  levels: readonly StorageLevel[],
  changes: readonly HourChange[],
  now: number,
): { integrals: StorageDelta[]; levels: StorageLevel[] } {
  const byKey = new Map<string, { level: StorageLevel; changes: HourChange[]; isNew: boolean }>();
  for (const level of levels)
    byKey.set(`${level.namespace}\0${level.storageClass}`, { level, changes: [], isNew: false });
  for (const change of changes) {
    const key = `${change.namespace}\0${change.storageClass}`;
    const entry = byKey.get(key) ?? { level: emptyLevel(change), changes: [], isNew: true };
    entry.changes.push(change);
    if (entry.isNew) entry.level.integratedTo = Math.min(entry.level.integratedTo, change.hour);
    byKey.set(key, entry);
  }
  const integrals: StorageDelta[] = [];
  const after: StorageLevel[] = [];
  for (const { level, changes: own } of byKey.values()) {
    const moved = integrateOne(level, own, now);
    integrals.push(...moved.integrals);
    after.push(moved.level);
  }
  return { integrals, levels: after };
}

function emptyLevel(change: HourChange): StorageLevel {
  return {
    namespace: change.namespace,
    storageClass: change.storageClass,
    bytes: 0,
    integratedTo: change.hour,
  };
}

function integrateOne(
  level: StorageLevel,
  changes: readonly HourChange[],
  now: number,
): { integrals: StorageDelta[]; level: StorageLevel } {
  const byHour = new Map(changes.map((change) => [change.hour, change]));
  const integrals: StorageDelta[] = [];
  let bytes = BigInt(level.bytes);
  const thisHour = now - (now % HOUR_MS);
  const ends = changes.filter(({ hour }) => hour > thisHour).map(({ hour }) => hour + HOUR_MS);
  const until = Math.max(now, level.integratedTo, ...ends);
  let from = Math.min(level.integratedTo, ...byHour.keys());
  while (from <= until) {
    const hour = from - (from % HOUR_MS);
    const end = Math.min(hour + HOUR_MS, until);
    const start = Math.max(from, hour);
    // Time before the level was integrated must not count again for what was there already.
    const held = Math.max(0, end - Math.max(start, level.integratedTo));
    let byteMs = bytes * BigInt(held);
    const change = byHour.get(hour);
    if (change !== undefined) {
      byteMs += BigInt(change.bytes) * BigInt(end - hour) - change.moment;
      bytes += BigInt(change.bytes);
    }
    if (byteMs !== 0n) {
      integrals.push({ namespace: level.namespace, hour, storageClass: level.storageClass, byteMs });
    }
    from = hour + HOUR_MS;
  }
  return { integrals, level: { ...level, bytes: Number(bytes), integratedTo: until } };
}
