// The month in figures: what it cost so far, what it will cost and between which amounts, and what credits are left.
import type { ReactNode } from "react";
import { Figure } from "#components/figure";
import { FigureRow } from "#components/figure-row";
import { moneyOfCents, moneyOfMicros } from "#format/money";
import { msOf, relativeTime } from "#format/time";
import { useNow } from "#hooks/use-now";
import { periodName, utcDay, type Billing } from "./billing-facts.ts";

export function MonthFigures({ billing }: { billing: Billing }): ReactNode {
  const now = useNow();
  const { currency = "usd", periodEnd } = billing;
  const endMs = msOf(periodEnd) ?? now;
  const money = (micros: string | undefined): string => moneyOfMicros(micros ?? "0", currency);
  const until = `Not final: the month goes on until ${utcDay(periodEnd)} 00:00 UTC.`;
  return (
    <FigureRow
      label="This month"
      figures={[
        {
          name: `${periodName(billing.periodStart)} so far`,
          value: <Figure value={money(billing.spentMicros)} changesUntil={until} />,
          remark: "before credits and taxes",
        },
        {
          name: "Forecast of the whole month",
          value: <Figure value={money(billing.forecastMicros)} changesUntil={until} />,
          remark: `${money(billing.forecastLowMicros)} to ${money(billing.forecastHighMicros)}, eight months in ten`,
        },
        {
          name: "Credits left",
          value: <Figure value={moneyOfCents(billing.creditCents ?? 0, currency)} />,
          remark: "used before the card is charged",
        },
        {
          name: "Next invoice",
          value: <Figure value={utcDay(periodEnd)} />,
          remark: relativeTime(endMs, now),
        },
      ]}
    />
  );
}
