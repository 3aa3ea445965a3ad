// Durations as Temporal writes them in cron strings: "1h30m", "14h", "3d".
import { SpecError } from "./parse-range.ts";

const UNIT_MS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};
const WHOLE = /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|ms|s|m|h|d))+$/;
const PIECE = /(\d+\.?\d*|\.\d+)(ns|us|µs|ms|s|m|h|d)/g;
const LENGTH_MAX = 100;

export function parseDurationMs(given: string): number {
  const text = given.trim();
  if (text.length > LENGTH_MAX || !WHOLE.test(text)) {
    throw new SpecError(`time: invalid duration ${JSON.stringify(text.slice(0, LENGTH_MAX))}`);
  }
  let sum = 0;
  for (const [, amount, unit] of text.matchAll(PIECE)) sum += Number(amount) * (UNIT_MS[unit ?? ""] ?? 0);
  return text.startsWith("-") ? -sum : sum;
}
