// One field of a calendar as people write it ("MON-FRI", "*/15", "1,15") to and from ranges. Pure; the rules are Temporal's.
import type { Message } from "#api/workflow-service";
import { SpecMistake } from "./spec-mistake.ts";

export type Range = Message<"temporal.api.schedule.v1.Range">;

export interface FieldRule {
  label: string;
  min: number;
  max: number;
  /** What an empty text means. */
  empty: string;
  /** Names of the values, from `min` on. */
  names?: readonly string[];
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
export const DAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

export const FIELD_RULES = {
  second: { label: "Second", min: 0, max: 59, empty: "0" },
  minute: { label: "Minute", min: 0, max: 59, empty: "0" },
  hour: { label: "Hour", min: 0, max: 23, empty: "0" },
  dayOfMonth: { label: "Day of month", min: 1, max: 31, empty: "*" },
  month: { label: "Month", min: 1, max: 12, empty: "*", names: MONTHS },
  dayOfWeek: { label: "Day of week", min: 0, max: 6, empty: "*", names: DAYS },
  year: { label: "Year", min: 2000, max: 2100, empty: "*" },
} as const satisfies Record<string, FieldRule>;

export type FieldName = keyof typeof FIELD_RULES;

const PARTS_MAX = 100;

/** Errors: SpecMistake. No ranges for a year of "*", which means every one. */
export function parseField(name: FieldName, text: string): Range[] {
  const rule: FieldRule = FIELD_RULES[name];
  const given = text.trim() === "" ? rule.empty : text.trim();
  if (given === "*" && name === "year") return [];
  const parts = given.split(",");
  if (parts.length > PARTS_MAX) throw new SpecMistake(`${rule.label}: at most ${PARTS_MAX} values`);
  return parts.flatMap((part) => parsePart(part.trim(), rule, name === "dayOfWeek"));
}

function parsePart(part: string, rule: FieldRule, isDay: boolean): Range[] {
  const match = /^(\*|[A-Za-z]+|\d+)(?:-([A-Za-z]+|\d+))?(?:\/(\d+))?$/.exec(part);
  const [, first = "", last, stepText] = match ?? [];
  const step = stepText === undefined ? 1 : Number(stepText);
  if (match === null || step < 1 || (first === "*" && last !== undefined)) throw mistake(rule);
  // Sunday may be 7 too.
  const top: FieldRule = isDay ? { ...rule, max: 7 } : rule;
  const start = first === "*" ? rule.min : valueOf(first, top);
  const end =
    last === undefined ? (first === "*" || stepText !== undefined ? rule.max : start) : valueOf(last, top);
  if (end < start) throw mistake(rule);
  if (end <= rule.max) return [rangeOf(start, end, step)];
  const withoutSeven = start > rule.max ? [] : [rangeOf(start, rule.max, step)];
  return (7 - start) % step === 0 ? [rangeOf(0, 0, 1), ...withoutSeven] : withoutSeven;
}

function rangeOf(start: number, end: number, step: number): Range {
  return { start, ...(end === start ? {} : { end }), ...(step === 1 ? {} : { step }) };
}

function valueOf(text: string, rule: FieldRule): number {
  const byName = (rule.names ?? []).findIndex((name) => text.toUpperCase().startsWith(name));
  const value = byName >= 0 ? byName + rule.min : Number(text);
  if (!Number.isInteger(value) || value < rule.min || value > rule.max) throw mistake(rule);
  return value;
}

function mistake(rule: FieldRule): SpecMistake {
  const example =
    rule.names === undefined ? `${rule.min}-${rule.max}` : `${rule.names.slice(0, 2).join(", ")}`;
  return new SpecMistake(
    `${rule.label}: write values (${example}), ranges (1-5), steps (*/2) or *, with commas`,
  );
}

/** The shortest text of the ranges: "*" for all of them. */
export function fieldText(name: FieldName, ranges: readonly Range[]): string {
  const rule: FieldRule = FIELD_RULES[name];
  if (ranges.length === 0) return name === "year" ? "*" : rule.empty;
  return ranges.map((range) => rangeText(range, rule)).join(",");
}

function rangeText({ start = 0, end = start, step = 1 }: Range, rule: FieldRule): string {
  const last = Math.max(start, end);
  const word = (value: number): string => rule.names?.[value - rule.min] ?? String(value);
  const isAll = start === rule.min && last === rule.max;
  const span = isAll ? "*" : start === last ? word(start) : `${word(start)}-${word(last)}`;
  return step > 1 ? `${span}/${step}` : span;
}

/** The values, in order. */
export function valuesOf(name: FieldName, ranges: readonly Range[]): number[] {
  const { min, max }: FieldRule = FIELD_RULES[name];
  const values = new Set<number>();
  for (const { start = 0, end = 0, step = 1 } of ranges) {
    const last = Math.min(max, Math.max(start, end));
    for (let value = Math.max(min, start); value <= last; value += Math.max(1, step)) values.add(value);
  }
  return [...values].sort((one, other) => one - other);
}
