// The prices of one book, tier by tier, with what its plan includes and its fee.
import type { ReactNode } from "react";
import { Facts } from "#components/facts";
import { SimpleTable } from "#components/simple-table";
import { shortCount } from "#format/figures";
import { moneyOfMicros } from "#format/money";
import { meterName, type PriceBook } from "./billing-facts.ts";

export function PriceTable({ book }: { book: PriceBook }): ReactNode {
  const { currency = "usd", prices = [], plan = "", feeMinimumMicros = "0", feeBasisPoints = 0 } = book;
  return (
    <>
      {plan === "" ? null : (
        <Facts
          facts={[
            {
              name: "Plan fee of a month",
              value: `${moneyOfMicros(feeMinimumMicros, currency)}, or ${(feeBasisPoints / 100).toFixed(2)} % of usage when that is more`,
            },
          ]}
        />
      )}
      <SimpleTable
        label={`Prices of ${book.id ?? ""}`}
        headers={["Meter", "Included", "From", "Up to", "Price"]}
        figures={[1, 2, 3, 4]}
        rows={prices.flatMap(({ meter = "", per = "1", unitName = "", included = "0", tiers = [] }) =>
          tiers.map(({ upTo = "", micros = "0" }, index) => ({
            key: `${meter} ${index}`,
            cells: [
              index === 0 ? meterName(meter) : "",
              index === 0 ? units(included, per, unitName) : "",
              index === 0 ? "the first" : units(tiers[index - 1]?.upTo, per, unitName),
              upTo === "" ? "without end" : units(upTo, per, unitName),
              `${priceOf(micros, currency)} per ${unitName}`,
            ],
          })),
        )}
      />
    </>
  );
}

/** "5 × million actions": a quantity in the unit that the price is for. */
function units(quantity: string | undefined, per: string, unitName: string): string {
  const inUnits = Number(BigInt(quantity === undefined || quantity === "" ? 0 : quantity)) / Number(per);
  return inUnits === 0 ? "none" : `${shortCount(inUnits)} × ${unitName}`;
}

/** Prices below a cent keep all their digits. */
function priceOf(micros: string, currency: string): string {
  const value = Number(micros) / 1_000_000;
  return value < 1
    ? value.toLocaleString("en-US", { style: "currency", currency, maximumFractionDigits: 6 })
    : moneyOfMicros(micros, currency);
}
