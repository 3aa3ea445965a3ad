// What metered items of an invoice owe: the meter's total of their period, priced by unit or by graduated tiers, exactly
// and rounded to minor units once per item, halves up.
import type { Emulator } from "../emulator.ts";
import type { Invoice, Meter, MeterReading, Price } from "../state/objects.ts";
import { findObject } from "./find.ts";
import { itemsOf } from "./invoice-items.ts";

/** Prices have up to 12 decimals. */
const SCALE_DIGITS = 12;
const SCALE = 10n ** BigInt(SCALE_DIGITS);

/** Brings the metered items of a draft up to what their meters say now. */
export function readMeters(emulator: Emulator, invoice: Invoice): void {
  if (invoice.status !== "draft") return;
  for (const item of itemsOf(emulator, invoice.id)) {
    if (item.metered === null || item.price === null) continue;
    const meter = findObject(emulator, "meters", item.metered.meter);
    const quantity = aggregate(meter, readingsOf(emulator, meter, { ...item.metered, ...item.period }));
    const amount = Number(priceOf(findObject(emulator, "prices", item.price), quantity));
    emulator.store.put("invoiceitems", { ...item, quantity: Number(quantity), amount });
  }
}

/** Readings of a customer from `start` until before `end`, in seconds. */
export function readingsOf(
  emulator: Emulator,
  meter: Meter,
  wanted: { customer: string; start: number; end: number },
): MeterReading[] {
  return emulator.store
    .all("meter_readings")
    .filter(
      (reading) =>
        reading.meter === meter.id &&
        reading.customer === wanted.customer &&
        reading.timestamp >= wanted.start &&
        reading.timestamp < wanted.end,
    );
}

export function aggregate(meter: Meter, readings: readonly MeterReading[]): bigint {
  const { formula } = meter.default_aggregation;
  if (formula === "count") return BigInt(readings.length);
  if (formula === "last") {
    const last = [...readings].sort((a, b) => a.timestamp - b.timestamp).at(-1);
    return last === undefined ? 0n : BigInt(last.value);
  }
  return readings.reduce((sum, { value }) => sum + BigInt(value), 0n);
}

/** A total below zero bills nothing. */
function priceOf(price: Price, quantity: bigint): bigint {
  if (quantity <= 0n) return 0n;
  const tiers = price.tiers ?? [{ up_to: null, unit_amount_decimal: price.unit_amount_decimal ?? "0" }];
  let scaled = 0n;
  let reached = 0n;
  for (const { up_to: upTo, unit_amount_decimal: decimal } of tiers) {
    const top = upTo === null || BigInt(upTo) > quantity ? quantity : BigInt(upTo);
    if (top > reached) scaled += (top - reached) * scaledOf(decimal);
    reached = top > reached ? top : reached;
  }
  return (scaled + SCALE / 2n) / SCALE;
}

function scaledOf(decimal: string): bigint {
  const [whole = "0", fraction = ""] = decimal.split(".");
  return BigInt(whole) * SCALE + BigInt(fraction.padEnd(SCALE_DIGITS, "0"));
}
