// Terms and credits against the database: closing a period uses them, taking an invoice back gives them back, and what
// does not fit is refused with its field.
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { adjustCredit, grantCredit, listGrants, makeCommitment, voidCredit } from "#billing/credits";
import { addCustomer, findOpenPeriod, openBillingDatabase, openFirstPeriod } from "#billing/customers";
import { closePeriodWithInvoice, discardInvoice, listLines } from "#billing/invoices";
import { DEFAULT_PRICE_BOOK } from "#billing/prices";
import { changeTerms } from "#billing/terms";
import { randomIds } from "#shared/ids";
import type { Pool } from "#shared/postgres";
import { openUsageDatabase } from "#usage/reports";
import { storeActions } from "../../services/usage/store/counters-store.ts";

const NOVEMBER = Date.UTC(2026, 10, 1);
const DECEMBER = Date.UTC(2026, 11, 1);

let database: TestDatabase;
let billing: Pool;
let usage: Pool;

beforeAll(async () => {
  database = await createTestDatabase("billing_terms");
  billing = await openBillingDatabase(database.url);
  usage = await openUsageDatabase(database.url);
});

afterAll(async () => {
  await Promise.all([billing.end(), usage.end()]);
  await database.drop();
});

async function signUp(accountId: string, actions = 0): Promise<string> {
  await addCustomer(billing, { accountId, email: `owner@${accountId}.example`, name: accountId });
  await openFirstPeriod(billing, accountId, NOVEMBER);
  if (actions > 0) {
    await storeActions(usage, `cell-${accountId}`, [
      {
        namespace: `shop.${accountId}`,
        minuteMs: NOVEMBER,
        kind: "start_workflow",
        workflowType: "order",
        taskQueue: "orders",
        count: actions,
      },
    ]);
  }
  return accountId;
}

function close(accountId: string, startMs = NOVEMBER, cutMs = DECEMBER) {
  return closePeriodWithInvoice(
    { billing, usage, ids: randomIds, book: DEFAULT_PRICE_BOOK },
    { accountId, startMs, cutMs },
  );
}

function grant(accountId: string, amountCents: bigint, grantId: string = randomIds.uuid()) {
  return grantCredit(billing, "usd", {
    grantId,
    accountId,
    name: "Welcome",
    category: "promotional",
    currency: "usd",
    amountCents,
    effectiveAtMs: NOVEMBER,
  });
}

const balances = async (accountId: string): Promise<bigint[]> =>
  (await listGrants(billing, accountId)).map(({ balanceCents }) => balanceCents);

test("an account on a plan is billed by it, with fee, discount and what is included", async () => {
  const accountId = await signUp("plan", 12_250_000);
  const terms = {
    accountId,
    priceBook: "public-essentials@1",
    discountBasisPoints: 0,
    validFromMs: NOVEMBER,
  };
  const before = await changeTerms({ billing, defaultBook: DEFAULT_PRICE_BOOK }, terms);

  const invoice = await close(accountId);

  expect(before.priceBook.name).toBe("default");
  expect(invoice).toMatchObject({ priceBook: "public-essentials@1", totalCents: 62_500n });
  const lines = await listLines(billing, accountId, invoice.invoiceId);
  expect(lines.map((line) => [line.meter, line.amountCents])).toEqual([
    ["actions", 52_500n],
    ["plan_fee", 10_000n],
  ]);
});

test("credits pay an invoice once, and an invoice that is taken back gives them back", async () => {
  const accountId = await signUp("credits", 4_000_000);
  await grant(accountId, 30_00n);

  const invoice = await close(accountId);
  expect(await close(accountId)).toEqual(invoice);
  expect(invoice).toMatchObject({ totalCents: 70_00n, creditCents: 30_00n });
  expect(await balances(accountId)).toEqual([0n]);

  await discardInvoice(billing, { accountId, startMs: NOVEMBER });
  expect(await balances(accountId)).toEqual([30_00n]);
  expect((await findOpenPeriod(billing, accountId))?.startMs).toBe(NOVEMBER);
});

test("the same grant twice is one, a voided one pays nothing, and balances change only within what is left", async () => {
  const accountId = await signUp("ledger", 400_000);
  const { grantId } = await grant(accountId, 5_00n, "grant-once");
  await grant(accountId, 5_00n, "grant-once");
  const take = (amountCents: bigint, entryId: string, reason = "goodwill") =>
    adjustCredit(billing, { entryId, accountId, grantId, amountCents, reason });

  await expect(take(-5_01n, "e1")).rejects.toMatchObject({ code: "INVALID_ARGUMENT", field: "amount_cents" });
  await expect(take(-1n, "e1", " ")).rejects.toMatchObject({ field: "reason" });
  expect((await take(-2_00n, "e1")).balanceCents).toBe(3_00n);
  expect((await take(-2_00n, "e1")).balanceCents).toBe(3_00n);
  await voidCredit(billing, { accountId, grantId, atMs: NOVEMBER });
  expect(await close(accountId)).toMatchObject({ totalCents: 10_00n, creditCents: 0n });
  await expect(
    adjustCredit(billing, { entryId: "e2", accountId: "plan", grantId, amountCents: 1n, reason: "theirs" }),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a commitment is used up by invoices, and its renewal takes over what was left, once", async () => {
  const accountId = await signUp("commit", 4_000_000);
  const first = {
    commitmentId: "c-1",
    accountId,
    currency: "usd",
    amountCents: 1_000_00n,
    startsAtMs: NOVEMBER,
    years: 1,
  };
  await makeCommitment(billing, "usd", first);
  expect(await close(accountId)).toMatchObject({ totalCents: 0n, creditCents: 100_00n });

  const renewal = { ...first, commitmentId: "c-2", renews: "c-1", startsAtMs: DECEMBER };
  const renewed = await makeCommitment(billing, "usd", renewal);
  expect(await makeCommitment(billing, "usd", renewal)).toEqual(renewed);

  expect(renewed.rolledOverCents).toBe(900_00n);
  const left = await listGrants(billing, accountId);
  expect(left.reduce((sum, { balanceCents }) => sum + balanceCents, 0n)).toBe(1_900_00n);
  await expect(
    makeCommitment(billing, "usd", { ...renewal, commitmentId: "c-3", renews: "c-9" }),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(makeCommitment(billing, "usd", { ...renewal, commitmentId: "c-3" })).rejects.toMatchObject({
    code: "FAILED_PRECONDITION",
  });
});

test("what does not fit an account is refused with the field and the rule", async () => {
  const accountId = await signUp("refusals");
  const ports = { billing, defaultBook: DEFAULT_PRICE_BOOK };
  const terms = { accountId, priceBook: "default@1", discountBasisPoints: 0, validFromMs: NOVEMBER };
  const credit = {
    grantId: "g",
    accountId,
    name: "Credit",
    category: "promotional",
    currency: "usd",
    amountCents: 1n,
    effectiveAtMs: NOVEMBER,
  };
  const commitment = { commitmentId: "c", ...credit, startsAtMs: NOVEMBER, years: 1 };
  const refusals: [string, Promise<unknown>][] = [
    ["price_book", changeTerms(ports, { ...terms, priceBook: "default@99" })],
    ["discount_basis_points", changeTerms(ports, { ...terms, discountBasisPoints: 10_001 })],
    ["discount_basis_points", changeTerms(ports, { ...terms, discountBasisPoints: 0.5 })],
    ["valid_from", changeTerms(ports, { ...terms, validFromMs: NOVEMBER - 1 })],
    ["valid_from", changeTerms(ports, { ...terms, validFromMs: NaN })],
    ["currency", grantCredit(billing, "usd", { ...credit, currency: "eur" })],
    ["category", grantCredit(billing, "usd", { ...credit, category: "gift" })],
    ["amount_cents", grantCredit(billing, "usd", { ...credit, amountCents: 0n })],
    ["amount_cents", grantCredit(billing, "usd", { ...credit, amountCents: 10n ** 12n })],
    ["priority", grantCredit(billing, "usd", { ...credit, priority: 101 })],
    ["name", grantCredit(billing, "usd", { ...credit, name: "" })],
    ["expires_at", grantCredit(billing, "usd", { ...credit, expiresAtMs: NOVEMBER })],
    ["years", makeCommitment(billing, "usd", { ...commitment, years: 4 })],
    ["currency", makeCommitment(billing, "usd", { ...commitment, currency: "jpy" })],
  ].map(([field, refusal]) => [
    field as string,
    (refusal as Promise<unknown>).then(() => "accepted", String),
  ]);
  for (const [field, refusal] of refusals) expect(await refusal, field).toContain(`CloudError: ${field} `);
  expect(await balances(accountId)).toEqual([]);
  await expect(changeTerms(ports, { ...terms, accountId: "nobody" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});
