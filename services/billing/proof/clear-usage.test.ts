// B4: usage is cleared when every unit is on one side of the books, and only then.
import fc from "fast-check";
import { expect, test } from "vitest";
import { clearUsage, type ClearedEntry } from "./clear-usage.ts";

const DAY_MS = 86_400_000;

function entry(dayMs: number, quantity: bigint, kind = "start_workflow"): ClearedEntry {
  return { namespace: "shop.acme", dayMs, kind, workflowType: "order", quantity };
}

test("what is on an invoice, in an adjustment or still open is cleared; what is older and nowhere is stranded", () => {
  const [actions] = clearUsage(
    {
      metered: [entry(0, 10n), entry(DAY_MS, 7n), entry(9 * DAY_MS, 5n)],
      invoiced: [entry(0, 8n), entry(DAY_MS, 7n)],
      adjusted: [entry(0, 1n)],
      corrected: [
        { meter: "actions", quantity: -3n },
        { meter: "actions", quantity: 1n },
        { meter: "active_storage", quantity: -9n },
      ],
    },
    9 * DAY_MS,
  );
  expect(actions).toEqual({
    meter: "actions",
    metered: 22n,
    invoiced: 15n,
    adjusted: 1n,
    corrected: -2n,
    open: 5n,
    stranded: 1n,
  });
});

test("more on invoices than was metered is stranded too", () => {
  const [actions] = clearUsage({ metered: [entry(0, 1n)], invoiced: [entry(0, 3n)], adjusted: [] }, 0);
  expect(actions?.stranded).toBe(2n);
});

test("B4: however usage is spread over invoices and adjustments, nothing is stranded and nothing is lost", () => {
  const parts = fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: 5 }),
      kind: fc.constantFrom("start_workflow", "signal_workflow", "active_storage"),
      quantity: fc.bigInt(1n, 10n ** 20n),
      side: fc.constantFrom("invoiced", "adjusted", "open"),
    }),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(parts, (given) => {
      const on = (side: string): ClearedEntry[] =>
        given
          .filter((part) => part.side === side)
          .map((part) => entry(part.day * DAY_MS, part.quantity, part.kind));
      const metered = given.map((part) => entry(part.day * DAY_MS, part.quantity, part.kind));
      const cleared = clearUsage({ metered, invoiced: on("invoiced"), adjusted: on("adjusted") }, 0);
      for (const sum of cleared) {
        expect(sum.stranded).toBe(0n);
        expect(sum.invoiced + sum.adjusted + sum.open).toBe(sum.metered);
      }
    }),
  );
});
