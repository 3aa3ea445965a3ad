// Figures as people read them: thousands separated, units always, rounding visible.

const WHOLE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const ROUNDED = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 3 });

/** "12,345". Takes the API's 64-bit numbers, which come as strings. */
export function count(value: number | string | bigint | undefined): string {
  if (value === undefined || value === "") return "0";
  return WHOLE.format(typeof value === "string" ? BigInt(value) : value);
}

const SCALES = [
  { at: 1e12, word: "T" },
  { at: 1e9, word: "B" },
  { at: 1e6, word: "M" },
  { at: 1e4, word: "K" },
] as const;

/** "1.23 M" with three digits, for axes and cards; exact below ten thousand. */
export function shortCount(value: number): string {
  const rounded = Number(value.toPrecision(3));
  const scale = SCALES.find(({ at }) => Math.abs(rounded) >= at);
  if (scale === undefined) return WHOLE.format(value);
  const unit = scale.word === "K" ? 1e3 : scale.at;
  return `${ROUNDED.format(rounded / unit)} ${scale.word}`;
}

const BYTE_UNITS = ["B", "KB", "MB", "GB", "TB", "PB"] as const;

/** "1.5 GB": decimal units, as invoices count. */
export function bytes(value: number): string {
  const power = value < 1 ? 0 : Math.min(Math.floor(Math.log10(value) / 3), BYTE_UNITS.length - 1);
  return `${ROUNDED.format(value / 1000 ** power)} ${BYTE_UNITS[power] ?? "B"}`;
}

/** "99.95 %". */
export function percent(fraction: number, digits = 1): string {
  return `${(fraction * 100).toFixed(digits)} %`;
}

export const BYTE_SECONDS_PER_GB_HOUR = 3_600_000_000_000;

/** "34.02 GBh" from the API's byte-seconds: the unit in which storage is priced. */
export function gigabyteHours(byteSeconds: number | string | bigint | undefined): string {
  const hours = Number(byteSeconds ?? 0) / BYTE_SECONDS_PER_GB_HOUR;
  if (hours > 0 && hours < 0.001) return "< 0.001 GBh";
  return `${hours.toLocaleString("en-US", { maximumFractionDigits: hours < 1 ? 3 : 2 })} GBh`;
}
