// Meters, products and prices at Stripe as code: what a price book needs is found by event name and lookup key, or made.
// Quantities are sent as millionths of what a price is for, so that they are whole and short; prices follow.
import Stripe from "stripe";
import {
  findPriceBook,
  METERS,
  microsPerMinorUnit,
  priceBookId,
  type Meter,
  type Price,
  type PriceBook,
} from "#billing/prices";
import type { StripeClient } from "./stripe-client.ts";

/** How many of the units sent make one unit of a price ("million actions", "GB-day active"). */
export const SCALE = 1_000_000n;
const PAGE = 100;
const DECIMALS = 12;

export function meterEventName(meter: Meter): string {
  return `cellplane_${meter}`;
}

/** The id of each meter at Stripe. A window holds one absolute total: what is sent again replaces, it never adds. */
export async function ensureMeters(stripe: StripeClient): Promise<Map<Meter, string>> {
  const known = new Map<string, string>();
  for await (const meter of stripe.billing.meters.list({ status: "active", limit: PAGE })) {
    known.set(meter.event_name, meter.id);
  }
  const ids = new Map<Meter, string>();
  for (const meter of METERS) {
    const eventName = meterEventName(meter);
    const id = known.get(eventName) ?? (await createMeter(stripe, eventName)).id;
    ids.set(meter, id);
  }
  return ids;
}

function createMeter(stripe: StripeClient, eventName: string): Promise<Stripe.Billing.Meter> {
  return stripe.billing.meters.create(
    {
      display_name: eventName,
      event_name: eventName,
      default_aggregation: { formula: "sum" },
      event_time_window: "day",
      customer_mapping: { type: "by_id", event_payload_key: "stripe_customer_id" },
      value_settings: { event_payload_key: "value" },
    },
    { idempotencyKey: `meter-${eventName}` },
  );
}

/** A metered price for each price of the book. */
export async function ensureMeteredPrices(stripe: StripeClient, bookId: string): Promise<string[]> {
  const book = findPriceBook(bookId);
  const meters = await ensureMeters(stripe);
  const prices: string[] = [];
  for (const price of book.prices) {
    const lookupKey = `cellplane_${priceBookId(book)}_${price.meter}`;
    const found = await stripe.prices.list({ lookup_keys: [lookupKey], limit: 1 });
    const id = found.data[0]?.id ?? (await createPrice(stripe, { book, price, lookupKey, meters })).id;
    prices.push(id);
  }
  return prices;
}

async function createPrice(
  stripe: StripeClient,
  made: { book: PriceBook; price: Price; lookupKey: string; meters: ReadonlyMap<Meter, string> },
): Promise<Stripe.Price> {
  const { book, price, lookupKey } = made;
  const product = await stripe.products.create(
    { name: `${book.name}: ${price.unitName}`, metadata: { cellplane: lookupKey } },
    { idempotencyKey: `product-${lookupKey}` },
  );
  return stripe.prices.create(
    {
      product: product.id,
      currency: book.currency,
      lookup_key: lookupKey,
      recurring: { interval: "month", usage_type: "metered", meter: made.meters.get(price.meter) ?? "" },
      billing_scheme: "tiered",
      tiers_mode: "graduated",
      tiers: tiersOf(book, price),
    },
    { idempotencyKey: `price-${lookupKey}` },
  );
}

/** What the plan includes is a first tier for nothing; the tiers after it begin where it ends. */
function tiersOf(book: PriceBook, price: Price): Stripe.PriceCreateParams.Tier[] {
  const included = book.plan?.included[price.meter] ?? 0n;
  const scaled = (quantity: bigint): number => Number((quantity * SCALE) / price.per);
  const free =
    included === 0n ? [] : [{ up_to: scaled(included), unit_amount_decimal: Stripe.Decimal.from("0") }];
  const charged = price.tiers.map((tier) => ({
    up_to: tier.upTo === undefined ? ("inf" as const) : scaled(tier.upTo + included),
    unit_amount_decimal: Stripe.Decimal.from(unitAmount(tier.micros, book)),
  }));
  return [...free, ...charged];
}

/** Minor units for one unit sent, exactly: micros are divided by powers of ten only. */
function unitAmount(micros: bigint, book: PriceBook): string {
  const places = String(microsPerMinorUnit(book.currency) * SCALE).length - 1;
  const digits = String(micros).padStart(places + 1, "0");
  const text = `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, "");
  if ((text.split(".")[1]?.length ?? 0) > DECIMALS)
    throw new Error(`a price is too fine for Stripe: ${text}`);
  return text;
}
