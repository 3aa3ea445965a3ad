// One field of a calendar or cron string as ranges. Pure text work: what the ranges mean for time is next-local-time's.
import type { temporal } from "#contracts";

export type Range = temporal.api.schedule.v1.IRange;

export interface FieldRule {
  name: string;
  /** What an empty text means. */
  empty: string;
  min: number;
  max: number;
  names?: readonly string[];
  /** Letters that name a member at least. */
  nameLengthMin?: number;
  /** "*" is the empty list of ranges. */
  isYear?: boolean;
  /** The highest value is another name of 0. */
  isDayOfWeek?: boolean;
}

/** Thrown for a text that is no schedule; the edge turns it into INVALID_ARGUMENT. */
export class SpecError extends Error {}

const PARTS_MAX = 1_000;
const INTEGER = /^[+-]?\d+$/;

export function parseRanges(given: string, rule: FieldRule): Range[] {
  const text = given.trim() === "" ? rule.empty : given.trim();
  if (text === "*" && rule.isYear === true) return [];
  const parts = text.split(",", PARTS_MAX + 1);
  if (parts.length > PARTS_MAX) throw new SpecError(`${rule.name} has too many values`);
  return parts.flatMap((part) => parsePart(part, rule));
}

function parsePart(part: string, rule: FieldRule): Range[] {
  const [span = "", stepText, ...more] = part.split("/");
  if (more.length > 0) throw new SpecError(`${rule.name} has too many slashes`);
  const step = stepText === undefined ? 1 : parseStep(stepText, rule);
  const { start, end } = parseSpan(span, rule, stepText !== undefined);
  return rule.isDayOfWeek === true && end === rule.max
    ? withoutSeven({ start, end, step }, rule.max)
    : [compact({ start, end, step })];
}

function parseStep(text: string, rule: FieldRule): number {
  if (text === "") throw new SpecError(`${rule.name} missing step value`);
  if (!INTEGER.test(text))
    throw new SpecError(`strconv.Atoi: parsing ${JSON.stringify(text)}: invalid syntax`);
  const step = Number(text);
  if (step < 1 || !Number.isSafeInteger(step)) throw new SpecError(`${rule.name} has invalid Step`);
  return Math.min(step, rule.max + 1);
}

function parseSpan(span: string, rule: FieldRule, hasStep: boolean): { start: number; end: number } {
  const { name, min, max } = rule;
  if (span === "*") return { start: min, end: max };
  const [first = "", last, ...more] = span.split("-");
  if (more.length > 0) throw new SpecError(`${name} has too many dashes`);
  if (last === undefined) {
    const start = parseValue(first, rule, min);
    if (start === undefined) throw new SpecError(`${name} is not in range [${min}-${max}]`);
    return { start, end: hasStep ? max : start };
  }
  const start = parseValue(first, rule, min);
  if (start === undefined) throw new SpecError(`${name} Start is not in range [${min}-${max}]`);
  const end = parseValue(last, rule, start);
  if (end === undefined) throw new SpecError(`${name} End is before Start or not in range [${min}-${max}]`);
  return { start, end };
}

function parseValue(text: string, rule: FieldRule, min: number): number | undefined {
  const { names = [], nameLengthMin = Infinity, max } = rule;
  let value: number | undefined;
  if (text.length >= nameLengthMin) {
    const place = names.findIndex((name) => name.startsWith(text.toLowerCase()));
    if (place >= 0) value = place + (rule.isDayOfWeek === true ? 0 : 1);
  }
  if (value === undefined && INTEGER.test(text)) value = Number(text);
  return value === undefined || value < min || value > max ? undefined : value;
}

/** Sunday is 0 and 7: what reaches 7 is told with 0, which may take a range of its own. */
function withoutSeven(range: { start: number; end: number; step: number }, seven: number): Range[] {
  const { start, step } = range;
  const ranges: Range[] = [];
  const reachesSeven = (seven - start) % step === 0;
  if (reachesSeven && (step > 1 || start > 1)) ranges.push({ start: 0, end: 0, step: 0 });
  if (start === seven) return ranges;
  return [...ranges, compact({ start, end: seven - 1, step })];
}

/** As Temporal stores it: an end that equals the start and a step of 1 are left out. */
function compact({ start, end, step }: { start: number; end: number; step: number }): Range {
  return { start, end: start === end ? 0 : end, step: step === 1 ? 0 : step };
}
