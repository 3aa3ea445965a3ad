// Makes an account a customer of Stripe: test clock where wanted, customer, default payment method and the subscription
// that carries its plan. Every step is found again when it was done before, so the whole can be repeated.
import type Stripe from "stripe";
import { addCustomer, findCustomer, openFirstPeriod, setStripeIds, type Customer } from "#billing/customers";
import { DEFAULT_PRICE_BOOK, priceBookId, type Pricing } from "#billing/prices";
import { addFirstTerms } from "#billing/terms";
import type { Clock } from "#shared/clock";
import { inTransaction, type Pool } from "#shared/postgres";
import type { Collector } from "./collector.ts";
import type { StripeClient } from "./stripe-client.ts";
import { collecting } from "./stripe-failure.ts";

export interface CustomerPorts {
  stripe: StripeClient;
  billing: Pool;
  clock: Clock;
  /** Makes ready what it needs of a customer; without it usage is billed by items. */
  collector?: Collector;
  /** What new accounts begin with; the default prices without it. */
  pricing?: Pricing;
  /** True in a standalone cloud: each customer gets a test clock and a test card. */
  useTestClocks: boolean;
}

export interface NewCustomer {
  accountId: string;
  email: string;
  name: string;
}

/** The product and price of the plan itself, found by this key; usage is billed by our own lines beside it. */
const PLAN_LOOKUP_KEY = "cellplane_usage_plan";
const TEST_CARD = "pm_card_visa";

/** Idempotent by account id. Answers the ids at Stripe. */
export async function ensureCustomer(ports: CustomerPorts, customer: NewCustomer): Promise<Customer> {
  const priceBook = priceBookId(ports.pricing?.defaultBook ?? DEFAULT_PRICE_BOOK);
  await inTransaction(ports.billing, async (client) => {
    const { accountId } = customer;
    const validFromMs = ports.clock.now();
    await addCustomer(client, customer);
    await openFirstPeriod(client, accountId, validFromMs);
    if (ports.pricing !== undefined)
      await addFirstTerms(client, { accountId, priceBook, discountBasisPoints: 0, validFromMs });
  });
  return collecting(async () => {
    const testClockId = await ensureTestClock(ports, customer.accountId);
    const customerId = await ensureStripeCustomer(ports, customer, testClockId);
    if (ports.useTestClocks) await ensureTestCard(ports.stripe, customer.accountId, customerId);
    const subscriptionId = await ensureSubscription(ports, customer.accountId, customerId);
    await setStripeIds(ports.billing, customer.accountId, { customerId, testClockId, subscriptionId });
    await ports.collector?.prepare({
      stripeCustomerId: customerId,
      accountId: customer.accountId,
      priceBook,
    });
    return known(ports, customer.accountId);
  });
}

async function known(ports: CustomerPorts, accountId: string): Promise<Customer> {
  const customer = await findCustomer(ports.billing, accountId);
  if (customer === undefined) throw new Error(`the billing customer of ${accountId} is gone`);
  return customer;
}

async function ensureTestClock(ports: CustomerPorts, accountId: string): Promise<string | undefined> {
  const { stripeTestClockId, stripeCustomerId } = await known(ports, accountId);
  if (stripeTestClockId !== undefined || !ports.useTestClocks || stripeCustomerId !== undefined)
    return stripeTestClockId;
  const name = `cellplane ${accountId}`;
  const clock =
    (await findFirst(
      ports.stripe.testHelpers.testClocks.list({ limit: 100 }),
      (each) => each.name === name,
    )) ??
    (await ports.stripe.testHelpers.testClocks.create({
      frozen_time: Math.floor(ports.clock.now() / 1000),
      name,
    }));
  await setStripeIds(ports.billing, accountId, { testClockId: clock.id });
  return clock.id;
}

async function ensureStripeCustomer(
  ports: CustomerPorts,
  { accountId, email, name }: NewCustomer,
  testClockId: string | undefined,
): Promise<string> {
  const { stripeCustomerId } = await known(ports, accountId);
  if (stripeCustomerId !== undefined) return stripeCustomerId;
  const listed = ports.stripe.customers.list({
    email,
    limit: 100,
    ...(testClockId === undefined ? {} : { test_clock: testClockId }),
  });
  const existing = await findFirst(listed, (each) => each.metadata["cellplane_account"] === accountId);
  const made =
    existing ??
    (await ports.stripe.customers.create(
      {
        email,
        name,
        metadata: { cellplane_account: accountId },
        ...(testClockId === undefined ? {} : { test_clock: testClockId }),
      },
      { idempotencyKey: `customer-${accountId}-${testClockId ?? "real"}` },
    ));
  await setStripeIds(ports.billing, accountId, { customerId: made.id });
  return made.id;
}

async function ensureTestCard(stripe: StripeClient, accountId: string, customerId: string): Promise<void> {
  const customer = await stripe.customers.retrieve(customerId);
  if (customer.deleted === true || customer.invoice_settings.default_payment_method !== null) return;
  const card = await stripe.paymentMethods.attach(
    TEST_CARD,
    { customer: customerId },
    { idempotencyKey: `card-${accountId}-${customerId}` },
  );
  await stripe.customers.update(customerId, { invoice_settings: { default_payment_method: card.id } });
}

async function ensureSubscription(
  ports: CustomerPorts,
  accountId: string,
  customerId: string,
): Promise<string> {
  const { stripeSubscriptionId } = await known(ports, accountId);
  if (stripeSubscriptionId !== undefined) return stripeSubscriptionId;
  const existing = await findFirst(
    ports.stripe.subscriptions.list({ customer: customerId, limit: 100 }),
    (each) => each.metadata["cellplane_account"] === accountId,
  );
  if (existing !== undefined) return existing.id;
  const made = await ports.stripe.subscriptions.create(
    {
      customer: customerId,
      items: [{ price: await ensurePlanPrice(ports.stripe) }],
      billing_mode: { type: "flexible" },
      // Periods are calendar months in UTC, as ours.
      billing_cycle_anchor_config: { day_of_month: 1, hour: 0, minute: 0, second: 0 },
      proration_behavior: "none",
      metadata: { cellplane_account: accountId },
    },
    { idempotencyKey: `subscription-${accountId}-${customerId}` },
  );
  return made.id;
}

async function ensurePlanPrice(stripe: StripeClient): Promise<string> {
  const found = await stripe.prices.list({ lookup_keys: [PLAN_LOOKUP_KEY], limit: 1 });
  if (found.data[0] !== undefined) return found.data[0].id;
  const product = await stripe.products.create(
    { name: "Cellplane usage plan", metadata: { cellplane: PLAN_LOOKUP_KEY } },
    { idempotencyKey: `product-${PLAN_LOOKUP_KEY}` },
  );
  const price = await stripe.prices.create(
    {
      product: product.id,
      currency: "usd",
      unit_amount: 0,
      recurring: { interval: "month" },
      lookup_key: PLAN_LOOKUP_KEY,
    },
    { idempotencyKey: `price-${PLAN_LOOKUP_KEY}` },
  );
  return price.id;
}

/** Pages through a list; accounts have few of each. */
async function findFirst<Item>(
  list: AsyncIterable<Item> & Stripe.ApiListPromise<Item>,
  matches: (item: Item) => boolean,
): Promise<Item | undefined> {
  for await (const item of list) if (matches(item)) return item;
  return undefined;
}
