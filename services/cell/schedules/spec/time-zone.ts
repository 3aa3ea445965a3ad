// Offsets of a time zone from UTC, by the runtime's own time zone database.
import { SpecError } from "./parse-range.ts";

/** Offsets change on quarters of an hour at most. */
const QUARTER_MS = 900_000;
const OFFSETS_MAX = 4_096;
const ZONES_MAX = 1_000;

export class TimeZone {
  readonly #format: Intl.DateTimeFormat | undefined;
  readonly #offsets = new Map<number, number>();

  /** Errors: SpecError for a name that is not known. */
  constructor(name: string) {
    if (name === "" || name === "UTC") return;
    try {
      this.#format = new Intl.DateTimeFormat("en-US", {
        ...{ timeZone: name, hourCycle: "h23", era: "short" },
        ...{ year: "numeric", month: "numeric", day: "numeric" },
        ...{ hour: "numeric", minute: "numeric", second: "numeric" },
      });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new SpecError(`unknown time zone ${name}`);
    }
  }

  /** Milliseconds to add to UTC for the wall time. */
  offsetMs(at: number): number {
    const quarter = Math.floor(at / QUARTER_MS);
    let offset = this.#offsets.get(quarter);
    if (offset === undefined) {
      if (this.#offsets.size >= OFFSETS_MAX) this.#offsets.clear();
      offset = this.#read(quarter * QUARTER_MS);
      this.#offsets.set(quarter, offset);
    }
    return offset;
  }

  #read(at: number): number {
    if (this.#format === undefined) return 0;
    const parts = new Map<string, string>(
      this.#format.formatToParts(at).map(({ type, value }) => [type, value]),
    );
    const number = (type: string): number => Number(parts.get(type));
    const wall = Date.UTC(
      ...([number("year"), number("month") - 1, number("day")] as const),
      ...([number("hour"), number("minute"), number("second")] as const),
    );
    return wall - at;
  }
}

const zones = new Map<string, TimeZone>();

/** Zones are shared: making one costs a tenth of a millisecond. */
export function timeZoneOf(name: string): TimeZone {
  let zone = zones.get(name);
  if (zone === undefined) {
    zone = new TimeZone(name);
    if (zones.size >= ZONES_MAX) zones.clear();
    zones.set(name, zone);
  }
  return zone;
}
