// However adjustments are spread over invoices, all of them is settled in the end, and no invoice falls below nothing.
import fc from "fast-check";
import { expect, test } from "vitest";
import { settleAdjustments, type OpenAdjustment } from "./settle-adjustments.ts";

test("invoice after invoice, what is open is settled whole, and no invoice owes less than nothing", () => {
  const amounts = fc.array(fc.bigInt(-1_000n, 200n), { maxLength: 30 });
  const bills = fc.array(fc.bigInt(0n, 500n), { maxLength: 20 });
  fc.assert(
    fc.property(amounts, bills, (given, owed) => {
      let open: OpenAdjustment[] = given.map((openCents, index) => ({
        ...{ adjustmentId: String(index), namespace: "", description: "", openCents },
      }));
      let settled = 0n;
      // What lowers the bill is settled once there was bill enough.
      for (const owedCents of [...owed, 10n ** 6n, 10n ** 6n]) {
        const uses = settleAdjustments(open, owedCents);
        const sum = uses.reduce((total, { cents }) => total + cents, 0n);
        expect(owedCents + sum >= 0n).toBe(true);
        settled += sum;
        open = open.flatMap((one) => {
          const use = uses.find(({ adjustmentId }) => adjustmentId === one.adjustmentId);
          const openCents = one.openCents - (use?.cents ?? 0n);
          return use !== undefined && openCents === 0n ? [] : [{ ...one, openCents }];
        });
      }
      expect(open).toEqual([]);
      expect(settled).toBe(given.reduce((sum, cents) => sum + cents, 0n));
    }),
  );
});
