// Closed periods change only by adjustments by name: rated as the invoice was, never beyond what is left, settled on later
// invoices, and in the proof and the reports.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addCustomer, findOpenPeriod, openBillingDatabase, openFirstPeriod } from "#billing/customers";
import {
  adjustInvoice,
  closePeriodWithInvoice,
  creditInvoice,
  discardInvoice,
  listLines,
  type AdjustmentToMake,
  type Invoice,
} from "#billing/invoices";
import { getBillingProof, getInvoiceAdjustments } from "#billing/overview";
import { DEFAULT_PRICE_BOOK, pricingOf, pricingSettings } from "#billing/prices";
import { downloadFocusReport, drawUpReport } from "#billing/reports";
import { changeTerms } from "#billing/terms";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { randomIds } from "#shared/ids";
import type { Pool } from "#shared/postgres";
import { openUsageDatabase } from "#usage/reports";
import { storeActions } from "../../services/usage/store/counters-store.ts";

const OCTOBER = Date.UTC(2026, 9, 1);
const NOVEMBER = Date.UTC(2026, 10, 1);
const DECEMBER = Date.UTC(2026, 11, 1);
const JANUARY = Date.UTC(2027, 0, 1);

let database: TestDatabase;
let billing: Pool;
let usage: Pool;
beforeAll(async () => {
  database = await createTestDatabase("billing_adjustments");
  billing = await openBillingDatabase(database.url);
  usage = await openUsageDatabase(database.url);
});
afterAll(async () => {
  await Promise.all([billing.end(), usage.end()]);
  await database.drop();
});

async function use(accountId: string, minuteMs: number, count: number): Promise<void> {
  const action = { minuteMs, count, kind: "start_workflow", workflowType: "order", taskQueue: "orders" };
  await storeActions(usage, `cell-${accountId}`, [{ ...action, namespace: `shop.${accountId}` }]);
}

/** Bills the open period, and makes its invoice final. */
async function close(accountId: string): Promise<Invoice> {
  const period = await findOpenPeriod(billing, accountId);
  const invoice = await closePeriodWithInvoice(
    { billing, usage, ids: randomIds, book: DEFAULT_PRICE_BOOK },
    { accountId, startMs: period?.startMs ?? 0, cutMs: period?.endMs ?? 0 },
  );
  await billing.query("update invoices set state = 'OPEN', stripe_invoice_id = $2 where invoice_id = $1", [
    invoice.invoiceId,
    `in_${accountId}_${invoice.periodStartMs}`,
  ]);
  return { ...invoice, state: "OPEN" };
}

/** An account with its first invoice, over `actions` of October. */
async function billed(accountId: string, actions: number, priceBook?: string): Promise<Invoice> {
  await addCustomer(billing, { accountId, email: `owner@${accountId}.example`, name: accountId });
  await openFirstPeriod(billing, accountId, OCTOBER);
  if (priceBook !== undefined) {
    const terms = { accountId, priceBook, discountBasisPoints: 0, validFromMs: OCTOBER };
    await changeTerms({ billing, defaultBook: DEFAULT_PRICE_BOOK }, terms);
  }
  if (actions > 0) await use(accountId, OCTOBER, actions);
  return close(accountId);
}

function adjust(invoice: Invoice, adjustmentId: string, more: Partial<AdjustmentToMake>) {
  return adjustInvoice(
    { billing, defaultBook: DEFAULT_PRICE_BOOK },
    {
      ...{ adjustmentId, accountId: invoice.accountId, invoiceId: invoice.invoiceId },
      ...{ line: undefined, quantity: undefined, amountCents: undefined, reason: "an outage" },
      ...more,
    },
  );
}

const pricing = pricingOf(pricingSettings.parse({}));
const reader = (accountId: string) => ({ billing, usage, pricing, accountId, nowMs: JANUARY + 1 });

describe("by quantity", () => {
  test("B1: an invoice and its adjustments are what the right quantities cost, through tiers, allowance and fee", async () => {
    // 11.25 million after the allowance of 2.5 million: $525.00, and the fee's minimum of $500.
    const invoice = await billed("tiers", 13_750_000, "public-business@1");
    expect(invoice.totalCents).toBe(1_025_00n);

    const first = await adjust(invoice, "first", { line: 0, quantity: -1_250_000n });
    const second = await adjust(invoice, "second", { line: 0, quantity: -10_000_000n });
    const third = await adjust(invoice, "third", { line: 0, quantity: 10_000_000n });

    // The dearest tier that is left goes first: 1.25 million at $40, then 5 at $45 and 5 at $50.
    expect(first.adjustment.amountCents).toBe(-50_00n);
    expect(second.adjustment.amountCents).toBe(-475_00n);
    expect(third.adjustment.amountCents).toBe(475_00n);
    expect(third.balance).toMatchObject({ quantityBefore: 2_500_000n, quantityAfter: 12_500_000n });
    const [proven] = (await getBillingProof(reader("tiers"))).periods ?? [];
    expect(proven).toMatchObject({ adjustedCents: 975_00, ourCents: 1_025_00, wrongLines: 0 });
  });

  test("more than the line has left, a line that is none, and a fee's quantity are refused with the field and the rule", async () => {
    const invoice = await billed("beyond", 13_750_000, "public-business@1");
    await adjust(invoice, "most", { line: 0, quantity: -13_000_000n });

    await expect(adjust(invoice, "more", { line: 0, quantity: -750_001n })).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
      field: "quantity",
      message: "quantity must not take more than the line has left (750000).",
    });
    await expect(adjust(invoice, "nowhere", { line: 7, quantity: -1n })).rejects.toMatchObject({
      field: "line",
    });
    await expect(adjust(invoice, "whole", { quantity: -1n })).rejects.toMatchObject({ field: "line" });
    await expect(adjust(invoice, "fee", { line: 1, quantity: -1n })).rejects.toMatchObject({ field: "line" });
  });
});

describe("by amount", () => {
  test("never more than the line, or the invoice, has left", async () => {
    const invoice = await billed("amounts", 800_000);
    await adjust(invoice, "half", { line: 0, amountCents: -10_00n });

    await expect(adjust(invoice, "more", { line: 0, amountCents: -10_01n })).rejects.toMatchObject({
      field: "amount_cents",
      message: "amount_cents must not take more than the line has left (1000).",
    });
    await expect(adjust(invoice, "all", { amountCents: -10_01n })).rejects.toMatchObject({
      field: "amount_cents",
    });
    await adjust(invoice, "more owed", { amountCents: 1n });
    await adjust(invoice, "all", { amountCents: -10_01n });
    await expect(adjust(invoice, "cent", { amountCents: -1n })).rejects.toMatchObject({
      field: "amount_cents",
    });
  });

  test("two at once do not both take what is left", async () => {
    const invoice = await billed("race", 800_000);
    const made = await Promise.allSettled(
      ["a", "b", "c"].map((id) => adjust(invoice, id, { amountCents: -15_00n })),
    );
    expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("another account's invoice is not found, and a draft is not adjusted", async () => {
    const invoice = await billed("mine", 100_000);
    await expect(adjust({ ...invoice, accountId: "race" }, "x", { amountCents: -1n })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await billing.query("update invoices set state = 'DRAFT' where invoice_id = $1", [invoice.invoiceId]);
    await expect(adjust(invoice, "x", { amountCents: -1n })).rejects.toMatchObject({
      code: "FAILED_PRECONDITION",
    });
  });
});

describe("the next invoices", () => {
  test("carry it as a line of its name, as far as there is a bill, and what is left goes on; twice is once", async () => {
    const invoice = await billed("carry", 4_000_000);
    await adjust(invoice, "outage", { line: 0, quantity: -2_000_000n });
    await adjust(invoice, "outage", { line: 0, quantity: -2_000_000n });
    await use("carry", NOVEMBER, 1_200_000);

    const november = await close("carry");
    expect(november).toMatchObject({ totalCents: 0n, totalMicros: 0n });
    const lines = await listLines(billing, "carry", november.invoiceId);
    expect(lines.map(({ meter, amountCents, namespace }) => [meter, amountCents, namespace])).toEqual([
      ["actions", 30_00n, "shop.carry"],
      ["adjustment", -30_00n, "shop.carry"],
    ]);
    expect(lines[1]?.description).toBe(
      `Adjustment of ${invoice.invoiceId} (-2000000 actions of shop.carry): an outage`,
    );
    const listed = async () => (await getInvoiceAdjustments(reader("carry"), {})).adjustments;
    expect(await listed()).toMatchObject([
      { adjustmentId: "outage", amountCents: -50_00, openCents: -20_00, settledOn: [november.invoiceId] },
    ]);

    await use("carry", DECEMBER, 1_200_000);
    const december = await close("carry");
    expect(december.totalCents).toBe(10_00n);
    expect(await listed()).toMatchObject([
      { openCents: 0, settledOn: [november.invoiceId, december.invoiceId] },
    ]);
    const proof = await getBillingProof(reader("carry"));
    expect(proof.clearing?.find(({ meter }) => meter === "actions")).toMatchObject({
      metered: "6400000",
      invoiced: "6400000",
      corrected: "-2000000",
      stranded: "0",
    });
    expect(proof.periods?.map(({ adjustedCents }) => adjustedCents)).toEqual([30_00, 30_00, 50_00]);
  });

  test("one that is taken back gives it back", async () => {
    const invoice = await billed("back", 800_000);
    await adjust(invoice, "gift", { amountCents: -5_00n });
    await use("back", NOVEMBER, 400_000);
    const november = await close("back");
    expect(november.totalCents).toBe(5_00n);

    await discardInvoice(billing, { accountId: "back", startMs: NOVEMBER });
    const again = await close("back");
    expect(again.totalCents).toBe(5_00n);
    expect(again.invoiceId).not.toBe(november.invoiceId);
  });

  test("an invoice over nothing has none, and they stay open", async () => {
    const invoice = await billed("quiet", 800_000);
    await adjust(invoice, "gift", { amountCents: -5_00n });
    expect((await close("quiet")).totalCents).toBe(0n);
    const { adjustments } = await getInvoiceAdjustments(reader("quiet"), {});
    expect(adjustments).toMatchObject([{ openCents: -5_00, settledOn: [] }]);
  });
});

test("a credit note is an adjustment like the others: once by its id, of the same balance, at once", async () => {
  const invoice = await billed("noted", 800_000);
  const notes: string[] = [];
  const makeNote = (_invoice: string, { noteId, cents }: { noteId: string; cents: bigint }) => {
    notes.push(`${noteId} ${cents}`);
    return Promise.resolve();
  };
  const note = {
    noteId: "n1",
    accountId: "noted",
    invoiceId: invoice.invoiceId,
    cents: 15_00n,
    reason: "sorry",
  };
  const balance = await creditInvoice({ billing, makeNote }, note);
  await creditInvoice({ billing, makeNote }, note);
  expect(balance).toMatchObject({ beforeCents: 20_00n, afterCents: 5_00n });

  await expect(
    creditInvoice({ billing, makeNote }, { ...note, noteId: "n2", cents: 5_01n }),
  ).rejects.toMatchObject({
    field: "amount_cents",
  });
  await expect(adjust(invoice, "more", { amountCents: -5_01n })).rejects.toMatchObject({
    field: "amount_cents",
  });
  expect(notes).toEqual(["n1 1500", "n1 1500"]);
  const { adjustments } = await getInvoiceAdjustments(reader("noted"), {});
  expect(adjustments).toMatchObject([{ settlement: "credit_note", amountCents: -15_00, openCents: 0 }]);
});

test("reports of costs have it as a correction, and sum to the invoice", async () => {
  const invoice = await billed("reported", 800_000);
  await adjust(invoice, "gift", { line: 0, amountCents: -5_00n, reason: "=cmd()" });
  await use("reported", NOVEMBER, 800_000);
  const november = await close("reported");
  const now = DECEMBER;
  const common = { accountId: "reported", accountName: "Reported" };
  const focus = await downloadFocusReport(
    {
      ...{ ...common, usage, billing, now, defaultBook: DEFAULT_PRICE_BOOK },
      ...{ signal: AbortSignal.timeout(10_000), facts: () => Promise.resolve([]) },
    },
    { month: "2026-11" },
  );
  let text = "";
  for await (const chunk of focus.chunks) text += chunk;
  const [header = "", ...rows] = text.trimEnd().split("\n");
  const cells = rows.map((row) => new Map(header.split(",").map((name, at) => [name, row.split(",")[at]])));
  const corrections = cells.filter((row) => row.get("ChargeClass") === "Correction");
  expect(corrections.map((row) => [row.get("ChargeCategory"), row.get("BilledCost")])).toEqual([
    ["Adjustment", "-5"],
  ]);
  const total = cells.reduce((sum, row) => sum + Number(row.get("BilledCost")), 0);
  expect(total).toBeCloseTo(Number(november.totalCents) / 100, 6);

  const csv = await drawUpReport(
    { usage, billing, book: DEFAULT_PRICE_BOOK },
    { ...common, range: { fromMs: NOVEMBER, toMs: DECEMBER }, granularity: "MONTHLY", now },
  );
  const adjusted = Buffer.from(csv)
    .toString()
    .split("\n")
    .filter((row) => row.includes(",Adjustment,"));
  expect(adjusted).toHaveLength(1);
  expect(adjusted[0]).toContain(",-500.0000,");
});
