// Money by clicking: from sign-up to a paid invoice and its proof, what usage costs, budgets, cards, plans; and who sees
// none of it. Every page is held to axe-core in both themes.
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible } from "./accessible.ts";
import { startConsoleWorld, type ConsoleWorld } from "./console-world.ts";
import { callAs, comeIn, createNamespace, join, type Credentials } from "./person-acts.ts";
import { takeScreenshots } from "./screenshots.ts";
import { giveCredit, useTwoMonths } from "./used-months.ts";

const LIMIT_MS = 240_000;
const WIDE = { viewport: { width: 1440, height: 900 } };

let world: ConsoleWorld;
let page: Page;
let owner: Credentials;

beforeAll(async () => {
  world = await startConsoleWorld();
  page = (await world.person(WIDE)).page;
}, LIMIT_MS);

afterAll(() => world.stop());

async function look(name: string, on: Page = page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await on.emulateMedia({ colorScheme });
    await expectAccessible(on);
  }
  await on.emulateMedia({ colorScheme: "light" });
  await takeScreenshots(on, name);
}

const heading = (name: string | RegExp, on: Page = page) => on.getByRole("heading", { name, exact: true });

test("somebody comes in, and what is not used yet says so", { timeout: LIMIT_MS }, async () => {
  owner = await comeIn(page, "grace@example.com");
  const orders = await createNamespace(page, "orders");
  await page.goto("/namespaces");
  const payments = await createNamespace(page, "payments");
  await page.goto("/usage");
  await heading("Nothing was used in this time").waitFor();
  await look("usage-empty");
  await page.goto("/billing/invoices");
  await heading("No invoice yet").waitFor();
  await look("billing-invoices-empty");
  const { dataDirectory } = world.cloud;
  await useTwoMonths(dataDirectory, [orders, payments]);
  await giveCredit({ url: world.url, dataDirectory }, orders.split(".")[1] ?? "");
});

test("usage is drawn, grouped, narrowed by typing, and saved as files", { timeout: LIMIT_MS }, async () => {
  await page.getByRole("link", { name: "Usage", exact: true }).click();
  await page.getByRole("table", { name: "Usage by group" }).getByText("Start workflow").waitFor();
  await look("usage");

  await page.getByRole("combobox", { name: "Group by" }).click();
  await page.getByRole("option", { name: "Workflow type" }).click();
  await page.getByRole("table", { name: "Usage by group" }).getByText("RefundWorkflow").waitFor();
  await page.getByRole("textbox", { name: "Range, typed" }).fill("last 7d");
  await page.getByRole("textbox", { name: "Range, typed" }).press("Enter");
  await page.waitForURL(/group=workflow_type/);
  await page.waitForURL(/range=last(\+|%20)7d/);
  await page.reload();
  await page.getByRole("table", { name: "Usage by group" }).getByText("RefundWorkflow").waitFor();
  const chart = page.getByRole("figure").filter({ hasText: "Actions by day" });
  await chart.getByRole("button", { name: "RefundWorkflow" }).click();
  await chart.getByRole("tab", { name: "Table" }).click();
  expect(await chart.getByRole("columnheader").allInnerTexts()).not.toContain("RefundWorkflow");
  expect(await chart.getByRole("rowheader").count()).toBe(8);

  expect(await savedBy("CSV")).toMatch(/^workflow_type,day,actions,/);
  expect(JSON.parse(await savedBy("JSON"))).toBeInstanceOf(Object);
  expect(await savedBy(/^FOCUS 1.2/)).toMatch(/BilledCost/);
});

async function savedBy(item: string | RegExp): Promise<string> {
  await page.getByRole("button", { name: "Download", exact: true }).click();
  const saved = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: item }).click();
  return readFileSync(await (await saved).path(), "utf8");
}

test("costs are compared with the time before, and limits are there", { timeout: LIMIT_MS }, async () => {
  await page.goto("/usage/costs?range=last+30d&group=namespace");
  await page.getByRole("table", { name: "Costs by group" }).getByText("orders.").waitFor();
  await page.getByText("The 31 days before").waitFor();
  await page
    .getByText(/^\+\d+\.\d %$/)
    .first()
    .waitFor();
  await look("usage-costs");
  await page.goto("/usage/limits");
  await page.getByRole("table", { name: "Limits of namespaces" }).getByText("orders.").waitFor();
  await look("usage-limits");
});

test("a budget is set, and what does not fit is said at its field", { timeout: LIMIT_MS }, async () => {
  await page.getByRole("link", { name: "Billing", exact: true }).click();
  await page.getByRole("link", { name: "Set a budget" }).click();
  await page.getByLabel("Amount of a month").fill("1,500.00");
  await page.getByLabel("Tell at").fill("50, 50");
  await page.getByRole("button", { name: "Save budget" }).click();
  await page
    .getByText(/must be at most 10 different whole numbers/)
    .first()
    .waitFor();
  await page.getByLabel("Tell at").fill("50, 80, 100");
  await page.getByLabel("Mail to").fill("finance@example.com");
  await page.getByRole("button", { name: "Save budget" }).click();
  await page.getByRole("meter", { name: "Budget" }).waitFor();
  await look("billing-budget");
});

test("another card is saved at the payment provider and chosen", { timeout: LIMIT_MS }, async () => {
  await page.goto("/billing/payment");
  const methods = page.getByRole("group", { name: "Payment methods" });
  await methods.getByText("Visa ending in 4242").waitFor();
  await page.getByRole("button", { name: "Add payment method" }).click();
  await heading("Save a test card").waitFor();
  await look("payment-provider");
  await page.getByRole("radio", { name: /Mastercard 4444/ }).check();
  await page.getByRole("button", { name: "Save card" }).click();
  await heading("Billing").waitFor();
  await page.getByText("Mastercard ending in 4444").waitFor();
  await page.getByRole("link", { name: "Payment", exact: true }).click();
  const old = methods.getByRole("row").filter({ hasText: "4242" });
  await look("billing-payment");
  await old.getByRole("button", { name: "Remove" }).click();
  const dialog = page.getByRole("dialog", { name: /Remove Visa/ });
  await dialog.getByLabel(/to confirm/).fill("4242");
  await dialog.getByRole("button", { name: "Remove payment method" }).click();
  await old.waitFor({ state: "detached" });
});

test(
  "other prices are set against the own last months, and more use is estimated",
  { timeout: LIMIT_MS },
  async () => {
    await page.goto("/billing/plan");
    const simulated = page.getByRole("group", { name: "Price books against the last months" });
    await simulated.getByText("Yours").waitFor();
    expect(await simulated.getByText("lowest").count()).toBeGreaterThanOrEqual(3);
    await page.getByLabel("More actions").fill("10");
    await page.getByText("$250.00").first().waitFor();
    await page.getByRole("radio", { name: /^Essentials/ }).click();
    await page.getByRole("group", { name: "Estimate of the change" }).getByText("Next month").waitFor();
    await look("billing-plan");
    await page.getByRole("button", { name: "Change plan" }).click();
    await page.getByText(/^Plan changed/).waitFor();
  },
);

test(
  "the month ends, its invoice is paid by the card, and followed down",
  { timeout: LIMIT_MS },
  async () => {
    await page.goto("/billing");
    await page.getByText("Mastercard ending in 4444").waitFor();
    await page.getByText("Cost by day", { exact: true }).waitFor();
    await look("billing");
    await page.getByRole("button", { name: /^End .* now$/ }).click();
    await page.getByText("Ending the month: rate, compare, issue, charge").waitFor();
    const last = page.getByRole("group", { name: "Last invoices" });
    await last.locator('[data-status="completed"]', { hasText: "Paid" }).waitFor({ timeout: LIMIT_MS });
    await last.getByRole("link").first().click();
    await heading(/^Invoice for /).waitFor();
    const lines = page.getByRole("group", { name: "Lines of the invoice" });
    await lines
      .getByRole("button", { name: /^Actions/ })
      .first()
      .click();
    await page.getByRole("table", { name: "Billed usage" }).getByText("OrderWorkflow").first().waitFor();
    await look("billing-invoice");

    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download PDF" }).click();
    const pdf = readFileSync(await (await saved).path());
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.subarray(-8).toString()).toContain("%%EOF");
  },
);

test("the invoice is in the list, and the proof adds up", { timeout: LIMIT_MS }, async () => {
  await page.goto("/billing/invoices");
  await page.getByRole("row").nth(1).getByText("Paid").waitFor();
  await look("billing-invoices");
  await page.goto("/billing/proof");
  const clearing = page.getByRole("group", { name: "Clearing of all usage" });
  await clearing.getByText("Adds up").first().waitFor();
  expect(await clearing.getByText("Adds up").count()).toBe(3);
  await page.getByRole("group", { name: "Proof of closed periods" }).getByText("Equal").first().waitFor();
  await look("billing-proof");
  await page.goto("/billing/credits");
  const credit = page.getByRole("group", { name: "Credits" }).getByRole("row").filter({ hasText: "Welcome" });
  await credit.getByText("Used up").waitFor();
  await look("billing-credits");
});

test("by the keyboard alone: to usage and billing, and into an invoice", { timeout: LIMIT_MS }, async () => {
  await page.goto("/namespaces");
  await page.getByRole("row").nth(1).waitFor();
  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Usage" }).waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("u");
  await heading("Usage").waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("b");
  await heading("Billing").waitFor();
  await page.getByRole("link", { name: "Invoices", exact: true }).press("Enter");
  await page.getByRole("row").nth(1).waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await heading(/^Invoice for /).waitFor();
});

test.each([
  ["finance_admin", true, true],
  ["admin", true, false],
  ["metrics_read", false, false],
])(
  "%s sees usage: %s, and money: %s; a forged call gets the same answer",
  { timeout: LIMIT_MS },
  async (role, usage, money) => {
    const { page: theirs } = await world.person(WIDE);
    await join({ owner: page, newcomer: theirs }, { email: `${role}@example.com`, role });
    const rail = theirs.getByRole("navigation", { name: "Sections" });
    await rail.getByRole("link", { name: "Namespaces" }).waitFor();
    for (const [name, path, isShown] of [
      ["Usage", "/usage", usage],
      ["Billing", "/billing", money],
    ] as const) {
      await theirs.goto(path);
      const refused = theirs.getByRole("heading", { name: `${name} is not part of your role` });
      if (isShown) await theirs.getByRole("navigation", { name: `Parts of ${name.toLowerCase()}` }).waitFor();
      else await refused.waitFor();
      // Either word above is there only when the access is known, and so is the rail.
      if (isShown) await rail.getByRole("link", { name, exact: true }).waitFor();
      else expect(await rail.getByRole("link", { name, exact: true }).count(), name).toBe(0);
    }
    for (const path of [
      "/api/v1/billing",
      "/api/v1/invoices",
      "/api/v1/cost-report",
      "/api/v1/billing/payment-methods",
    ]) {
      const { status, body } = await callAs(theirs, "GET", path);
      expect([status, (body as { code?: number }).code], path).toEqual(money ? [200, undefined] : [403, 7]);
    }
    expect((await callAs(theirs, "GET", "/api/v1/usage-report")).status).toBe(usage ? 200 : 403);
    if (!money) await look(`billing-as-${role}`, theirs);
  },
);

test("no policy refused anything, no script failed, nothing was asked of others", () => {
  expect(world.complaints).toEqual([]);
  expect(owner.email).toBe("grace@example.com");
});
