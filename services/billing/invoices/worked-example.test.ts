// The examples of docs/guides/billing.md are what rating really makes, line by line and to the cent.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findPriceBook, formatMoney } from "#billing/prices";
import { drawUpInvoice, type BillableUsage, type BillingTerms } from "./draw-up-invoice.ts";

const GUIDE = readFileSync(new URL("../../../docs/guides/billing.md", import.meta.url), "utf8");
const PERIOD = { startMs: Date.UTC(2026, 10, 1), endMs: Date.UTC(2026, 11, 1) };
const BYTE_MILLISECONDS_PER_GB_HOUR = 3_600_000_000_000_000n;
const ESSENTIALS = findPriceBook("public-essentials@1");

/** The rows of the table under a heading whose header begins with `column`. */
function tableOf(heading: string, column: string): string[][] {
  const section = GUIDE.split("\n## ").find((part) => part.startsWith(heading)) ?? "";
  const from = section.indexOf(`| ${column}`);
  const [table = ""] = section.slice(from).split("\n\n");
  const rows = table
    .split("\n")
    .filter((row) => row.startsWith("|"))
    .map((row) => row.split("|").slice(1, -1));
  return rows.slice(2).map((row) => row.map((cell) => cell.trim()));
}

function usageOf([namespace = "", meter = "", quantity = ""]: string[]): BillableUsage {
  const amount = BigInt(quantity.replace(/,| GB-hours/g, ""));
  const unit = quantity.endsWith("GB-hours") ? BYTE_MILLISECONDS_PER_GB_HOUR : 1n;
  return {
    ...{ namespace, workflowType: "order", dayMs: PERIOD.startMs, isLate: false },
    kind: meter.replace(" ", "_"),
    quantity: amount * unit,
  };
}

function linesOf(drawn: ReturnType<typeof drawUpInvoice>): string[][] {
  const money = (cents: bigint): string => {
    const text = formatMoney(cents < 0n ? -cents : cents, "usd").replace(" USD", "");
    return `${cents < 0n ? "-" : ""}$${text}`;
  };
  return [
    ...drawn.lines.map((line) => [line.description, money(line.amountCents)]),
    ["Total", money(drawn.totalCents)],
  ];
}

test("B1: the month that the guide works through", () => {
  const heading = "A month, worked through";
  const usage = tableOf(heading, "namespace").map(usageOf);
  const credit = {
    ...{ grantId: "welcome", name: "Welcome", category: "promotional" as const, priority: 50 },
    ...{ effectiveAtMs: 0, expiresAtMs: undefined, balanceCents: 50_00n },
  };
  const terms: BillingTerms = { book: ESSENTIALS, discountBasisPoints: 0n, planFromMs: 0 };

  const drawn = drawUpInvoice(terms, usage, { period: PERIOD, credits: [credit] });

  expect(usage).toHaveLength(4);
  expect(tableOf(heading, "invoice line")).toEqual(linesOf(drawn));
});

test("B1: the guide's change of plans within a month", () => {
  const terms: BillingTerms = {
    ...{ book: findPriceBook("public-business@1"), discountBasisPoints: 0n, isAllowanceWhole: true },
    planFromMs: Date.UTC(2026, 10, 16, 9),
    earlierPlans: [{ book: ESSENTIALS, fromMs: 0 }],
  };
  const drawn = drawUpInvoice(terms, [], { period: PERIOD, credits: [] });
  expect(tableOf("Plans", "invoice line")).toEqual(linesOf(drawn));
});
