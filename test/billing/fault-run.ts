// One run of billing through faults, short in CI and long at night: at its end B1-B3 hold.
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import { createTestDatabase } from "#harness/postgres";
import { openBillingDatabase } from "#billing/customers";
import { findInvoice } from "#billing/invoices";
import { reconcileInvoices } from "#billing/reconciliation";
import {
  advanceTestClock,
  catchUpEvents,
  createStripeClient,
  createStripeInvoicesCollector,
  receiveWebhook,
} from "#billing/stripe";
import { openUsageDatabase } from "#usage/reports";
import { API_KEY, log, startTestStripe, startWebhookInbox, WEBHOOK_SECRET } from "./emulator.ts";
import { billMonth, drawFrom, persist, startFaultyStripe, type Interruption } from "./faulty-stripe.ts";

const ARRIVAL = { limitMs: 120_000 };

/** How long Stripe is away for every `OUTAGE_EVERY`th account, by its test clock. */
const OUTAGE_MS = 48 * 3_600_000;
const OUTAGE_EVERY = 5;

export interface FaultRun {
  accounts: number;
  webhooks: number;
  /** Accounts whose month Stripe was away from for 48 hours. */
  outages: number;
  faults: Record<string, number>;
}

/** Bills accounts until as many webhooks came in as wanted. */
export async function billThroughFaults(options: {
  seed: number;
  accountsMin: number;
  webhooksMin: number;
}): Promise<FaultRun> {
  const database = await createTestDatabase("billing_faults");
  const billing = await openBillingDatabase(database.url);
  const usage = await openUsageDatabase(database.url);
  const inbox = await startWebhookInbox();
  const stripe = await startTestStripe({ webhookUrl: inbox.url, webhookFaultSeed: options.seed });
  const proxy = await startFaultyStripe(stripe.emulator.address, options.seed);
  const client = createStripeClient({ apiKey: API_KEY, apiBase: `http://${proxy.address}` });
  const events = { stripe: client, billing, log };
  let isInboxUp = true;
  inbox.answer = async (webhook) => {
    if (!isInboxUp) return 503;
    await receiveWebhook({ ...events, secret: WEBHOOK_SECRET }, webhook);
    return 200;
  };
  let outages = 0;
  // For two days nothing of ours reaches Stripe and nothing of Stripe's reaches us; its own clock goes on.
  const outage: Interruption = async ({ stripeTestClockId = "" }, periodEndMs) => {
    [proxy.isDown, isInboxUp] = [true, false];
    const { frozen_time: now } = await stripe.client.testHelpers.testClocks.retrieve(stripeTestClockId);
    const toMs = Math.max(now * 1000, periodEndMs) + OUTAGE_MS;
    await advanceTestClock(stripe.client, stripeTestClockId, { toMs });
    [proxy.isDown, isInboxUp] = [false, true];
    outages += 1;
  };
  try {
    const draw = drawFrom(options.seed + 1);
    const invoices: { accountId: string; invoiceId: string; actions: number }[] = [];
    while (invoices.length < options.accountsMin || inbox.received.length < options.webhooksMin) {
      const accountId = `f${invoices.length}`;
      const actions = 400_000 + draw(1_000_000);
      // In the middle of it Stripe is away: what begins then waits, and goes on when it is back.
      const isAway = invoices.length % OUTAGE_EVERY === 0;
      proxy.isDown = !isAway && draw(4) === 0;
      const when = draw(2) === 0 ? "beforeDraft" : "beforeFinal";
      const billed = billMonth(
        { billing, usage, client },
        accountId,
        actions,
        isAway ? { [when]: outage } : {},
      );
      if (!isAway) {
        if (proxy.isDown) await eventually(() => proxy.faults.down > 0);
        proxy.isDown = false;
      }
      invoices.push({ accountId, actions, invoiceId: (await billed).invoiceId });
    }
    await persist(() => catchUpEvents(events, { fromMs: 0 }));
    for (const { accountId, invoiceId, actions } of invoices) {
      const invoice = await eventually(async () => {
        const found = await findInvoice(billing, accountId, invoiceId);
        return found?.state === "PAID" ? found : undefined;
      }, ARRIVAL);
      // B1, computed a second time: 25 micro-dollars an action, rounded half up to cents.
      expect(invoice.totalCents).toBe((BigInt(actions) * 25n + 5_000n) / 10_000n);
      expect(invoice.stripeTotalCents).toBe(invoice.totalCents);
    }
    await expectOneInvoiceEach(
      stripe.client,
      invoices.map(({ invoiceId }) => invoiceId),
    );
    const collector = createStripeInvoicesCollector(stripe.client);
    expect(await reconcileInvoices({ billing, collector, log }, { sinceMs: 0 })).toEqual({
      invoices: invoices.length,
      differences: 0,
    });
    await expectReplayChangesNothing({
      billing,
      draw,
      received: inbox.received,
      events: { ...events, stripe: stripe.client },
    });
    return {
      ...{ accounts: invoices.length, webhooks: inbox.received.length, outages },
      faults: proxy.faults,
    };
  } finally {
    proxy.stop();
    await stripe.emulator.stop();
    await inbox.stop();
    await Promise.all([billing.end(), usage.end()]);
    await database.drop();
  }
}

type Stripe = Awaited<ReturnType<typeof startTestStripe>>["client"];

/** However often a call was repeated, each invoice of ours is one of theirs. */
async function expectOneInvoiceEach(client: Stripe, wanted: readonly string[]): Promise<void> {
  const made = new Map<string, number>();
  for await (const invoice of client.invoices.list({ limit: 100 })) {
    const ours = invoice.metadata?.["cellplane_invoice"];
    if (ours !== undefined) made.set(ours, (made.get(ours) ?? 0) + 1);
  }
  expect([...made].sort()).toEqual(wanted.map((invoiceId) => [invoiceId, 1]).sort());
}

/** B3: every webhook once more, in another order. */
async function expectReplayChangesNothing(run: {
  billing: Awaited<ReturnType<typeof openBillingDatabase>>;
  draw: (below: number) => number;
  received: readonly { body: Buffer; signature: string | undefined }[];
  events: { stripe: Stripe; billing: Awaited<ReturnType<typeof openBillingDatabase>>; log: typeof log };
}): Promise<void> {
  const state = async (): Promise<unknown> =>
    (await run.billing.query("select * from invoices order by invoice_id")).rows;
  const before = await state();
  const order = run.received
    .map((webhook) => ({ webhook, at: run.draw(1_000_000) }))
    .sort((a, b) => a.at - b.at);
  for (const { webhook } of order) {
    await receiveWebhook({ ...run.events, secret: WEBHOOK_SECRET }, webhook).catch((error: unknown) => {
      // A run of hours outlasts what a signature is good for: it is refused, which changes nothing either.
      expect(error).toMatchObject({ code: "INVALID_ARGUMENT", field: "Stripe-Signature" });
    });
  }
  expect(await state()).toEqual(before);
}
