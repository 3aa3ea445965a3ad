// Durations as people write them ("1h30m", "90s", "2d"), in seconds, and as the API has them ("5400s"). Pure.
import { SpecMistake } from "./spec-mistake.ts";

const UNIT_SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };

/** Whole seconds. Errors: SpecMistake. */
export function parseSeconds(text: string, label: string): number {
  const plain = text.replaceAll(/\s/g, "").toLowerCase();
  if (!/^(\d{1,9}[smhd])+$/.test(plain))
    throw new SpecMistake(`${label}: write a duration such as 30m, 1h30m or 2d`);
  let seconds = 0;
  for (const [, amount, unit = ""] of plain.matchAll(/(\d+)([smhd])/g))
    seconds += Number(amount) * (UNIT_SECONDS[unit] ?? 0);
  return seconds;
}

/** "1h30m" of 5400. */
export function secondsText(seconds: number): string {
  let rest = Math.round(seconds);
  let text = "";
  for (const unit of ["d", "h", "m", "s"] as const) {
    const size = UNIT_SECONDS[unit] ?? 1;
    if (rest >= size) text += `${Math.floor(rest / size)}${unit}`;
    rest %= size;
  }
  return text === "" ? "0s" : text;
}

/** Of the API's "5400s"; 0 for none. */
export function secondsOf(duration: string | undefined): number {
  return Number.parseFloat(duration ?? "0") || 0;
}
