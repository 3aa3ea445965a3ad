// Rows of a report as the series and points of a chart: the largest groups each for itself, the rest together, every
// period of the range, also those in which nothing happened. Pure.
import type { Point, Series } from "#components/chart-types";

export interface Entry {
  key: string;
  atMs: number;
  value: number;
}

export interface Breakdown {
  series: Series[];
  points: Point[];
}

interface Shape {
  /** The beginnings of all periods. */
  periods: readonly number[];
  labelOf: (key: string) => string;
  /** Whether what happened in the period may still change. */
  isOpen: (startMs: number) => boolean;
}

/** As many as a chart has colours; the last one is for the rest. */
const SERIES_MAX = 6;
const REST = "rest";

export function breakdown(entries: readonly Entry[], { periods, labelOf, isOpen }: Shape): Breakdown {
  const totals = totalsOf(entries);
  const ranked = [...totals].sort(([, one], [, other]) => other - one).map(([key]) => key);
  const shown = ranked.length <= SERIES_MAX ? ranked : ranked.slice(0, SERIES_MAX - 1);
  const known = new Set(shown);
  const byPeriod = new Map<number, Record<string, number>>(periods.map((atMs) => [atMs, {}]));
  for (const { key, atMs, value } of entries) {
    const values = byPeriod.get(atMs);
    const id = known.has(key) ? idOf(key) : REST;
    if (values !== undefined) values[id] = (values[id] ?? 0) + value;
  }
  const rest = ranked.length - shown.length;
  return {
    series: [
      ...shown.map((key) => ({ id: idOf(key), label: labelOf(key) })),
      ...(rest > 0 ? [{ id: REST, label: `${rest} others` }] : []),
    ],
    points: [...byPeriod].map(([atMs, values]) => ({ atMs, values, isOpen: isOpen(atMs) })),
  };
}

/** No name that people gave can be taken for the rest, or for nothing. */
function idOf(key: string): string {
  return `of ${key}`;
}

/** By key; keys without a value are left out. */
export function totalsOf(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const { key, value } of entries) {
    if (value !== 0) totals.set(key, (totals.get(key) ?? 0) + value);
  }
  return totals;
}
