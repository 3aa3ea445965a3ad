// Wall clocks of time zones, by the browser's own knowledge of them. Pure but for that.

const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether the browser knows the zone: "Europe/Berlin"; empty is UTC. */
export function isZone(name: string): boolean {
  try {
    return formatOf(name) !== undefined;
  } catch {
    return false;
  }
}

function formatOf(name: string): Intl.DateTimeFormat {
  let format = formats.get(name);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      ...{ timeZone: name === "" ? "UTC" : name, hourCycle: "h23", year: "numeric", month: "numeric" },
      ...{ day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" },
    });
    formats.set(name, format);
  }
  return format;
}

/** The wall time at a moment, as if the wall clock were UTC. Whole seconds. */
export function wallOf(atMs: number, zone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(atMs)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const DAY_MS = 86_400_000;

/** The moments at which the wall clock shows this: none when a clock change skips it, two when it repeats it. */
export function momentsOf(wallMs: number, zone: string): number[] {
  const offsets = [-DAY_MS, DAY_MS].map((distance) => wallOf(wallMs + distance, zone) - (wallMs + distance));
  const moments = new Set(offsets.map((offset) => wallMs - offset));
  return [...moments].filter((moment) => wallOf(moment, zone) === wallMs).sort((one, other) => one - other);
}
