// What a month will cost, with an interval: what is spent, and the days to come at the rate of the last four weeks. Pure;
// a guess by nature, so it is the one place of billing that computes with fractions.

export interface Forecast {
  expectedMicros: bigint;
  /** Eight months in ten end between these. */
  lowMicros: bigint;
  highMicros: bigint;
}

const DAYS_LOOKED_BACK = 28;
/** Standard deviations on each side that hold eight in ten of a normal distribution. */
const EIGHT_IN_TEN = 1.2816;

/** `days` are the costs of the complete days before today, oldest first; `daysLeft` counts today. */
export function forecastMonth(known: {
  spentMicros: bigint;
  days: readonly bigint[];
  daysLeft: number;
}): Forecast {
  const days = known.days.slice(-DAYS_LOOKED_BACK).map(Number);
  const mean = days.length === 0 ? 0 : days.reduce((sum, day) => sum + day, 0) / days.length;
  const variance =
    days.length < 2 ? mean * mean : days.reduce((sum, day) => sum + (day - mean) ** 2, 0) / (days.length - 1);
  const left = Math.max(known.daysLeft, 0);
  // The days to come vary, and so does the mean that was taken for them.
  const deviation = Math.sqrt(variance * left + (variance * left * left) / Math.max(days.length, 1));
  const spread = BigInt(Math.round(deviation * EIGHT_IN_TEN));
  const expectedMicros = known.spentMicros + BigInt(Math.round(mean * left));
  const low = expectedMicros - spread;
  return {
    expectedMicros,
    lowMicros: low < known.spentMicros ? known.spentMicros : low,
    highMicros: expectedMicros + spread,
  };
}

/** A day that costs far more than the days before it: more than five deviations and half as much again. */
export function isUnusual(dayMicros: bigint, before: readonly bigint[]): boolean {
  const days = before.slice(-DAYS_LOOKED_BACK).map(Number);
  if (days.length < DAYS_NEEDED) return false;
  const mean = days.reduce((sum, day) => sum + day, 0) / days.length;
  const deviation = Math.sqrt(days.reduce((sum, day) => sum + (day - mean) ** 2, 0) / days.length);
  const day = Number(dayMicros);
  return day > mean + UNUSUAL_DEVIATIONS * deviation && day > mean * 1.5 && dayMicros >= WORTH_TELLING_MICROS;
}

const DAYS_NEEDED = 7;
const UNUSUAL_DEVIATIONS = 5;
/** A dollar: less is no news. */
const WORTH_TELLING_MICROS = 1_000_000n;
