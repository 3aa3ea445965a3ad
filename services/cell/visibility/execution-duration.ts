// Parses the durations that a filter may compare ExecutionDuration with: nanoseconds, "1h30m", "2d" or "hh:mm:ss".

const UNIT_NANOS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
  d: 86_400e9,
};
const UNITS = /(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h|d)/y;
const CLOCK = /^(\d+):([0-5]?\d):([0-5]?\d)$/;
const NANOS = /^-?\d{1,18}$/;
const TEXT_LENGTH_MAX = 100;

/** Nanoseconds, or undefined when `text` is no duration. */
export function nanosOfDuration(text: string): bigint | undefined {
  if (text.length > TEXT_LENGTH_MAX) return undefined;
  if (NANOS.test(text)) return BigInt(text);
  const clock = CLOCK.exec(text);
  if (clock !== null) {
    const [hours, minutes, seconds] = clock.slice(1).map(Number) as [number, number, number];
    return wholeNanos((hours * 3600 + minutes * 60 + seconds) * 1e9);
  }
  return nanosOfUnits(text);
}

function nanosOfUnits(text: string): bigint | undefined {
  const isNegative = text.startsWith("-");
  const source = text.replace(/^[+-]/, "");
  let nanos = 0;
  let offset = 0;
  while (offset < source.length) {
    UNITS.lastIndex = offset;
    const part = UNITS.exec(source);
    if (part === null) return undefined;
    nanos += Number(part[1]) * (UNIT_NANOS[part[2] ?? ""] ?? 0);
    offset = UNITS.lastIndex;
  }
  return offset === 0 ? undefined : wholeNanos(isNegative ? -nanos : nanos);
}

function wholeNanos(nanos: number): bigint | undefined {
  return Math.abs(nanos) <= Number.MAX_SAFE_INTEGER * 1000 ? BigInt(Math.round(nanos)) : undefined;
}
