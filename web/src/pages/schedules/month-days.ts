// A month as weeks that begin on Monday, in days as "2026-11-28". Pure.

export interface Month {
  /** "November 2026". */
  title: string;
  /** "2026-11-". */
  prefix: string;
  /** A day more at both ends, because days begin at other moments in other zones. */
  fromIso: string;
  toIso: string;
  year: number;
  /** 0 to 11. */
  index: number;
}

const DAY_MS = 86_400_000;
const TITLE = new Intl.DateTimeFormat("en-US", { month: "long", year: "numeric", timeZone: "UTC" });

/** The month of a day, or one that is so many months away. */
export function monthOf(day: string, distance: number): Month {
  const first = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + distance, 1));
  const next = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 1);
  return {
    title: TITLE.format(first),
    prefix: first.toISOString().slice(0, 8),
    fromIso: new Date(first.getTime() - DAY_MS).toISOString(),
    toIso: new Date(next + DAY_MS).toISOString(),
    year: first.getUTCFullYear(),
    index: first.getUTCMonth(),
  };
}

/** Whole weeks: days of the months beside it fill the first and the last. */
export function monthDays({ year, index }: Month): string[] {
  const first = Date.UTC(year, index, 1);
  const before = (new Date(first).getUTCDay() + 6) % 7;
  const daysOfMonth = new Date(Date.UTC(year, index + 1, 0)).getUTCDate();
  const cells = Math.ceil((before + daysOfMonth) / 7) * 7;
  return Array.from({ length: cells }, (_, cell) =>
    new Date(first + (cell - before) * DAY_MS).toISOString().slice(0, 10),
  );
}
