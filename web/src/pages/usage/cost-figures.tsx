// What the range costs, against the time before.
import type { ReactNode } from "react";
import { Figure } from "#components/figure";
import { FigureRow } from "#components/figure-row";
import { moneyOfMicros } from "#format/money";
import { msOf } from "#format/time";
import { Change } from "./cost-change.tsx";
import type { CostReport } from "./costs.ts";
import { notFinal } from "./use-usage-report.ts";

const DAY_MS = 86_400_000;

export function CostFigures({
  report,
  before,
}: {
  report: CostReport;
  before: CostReport | undefined;
}): ReactNode {
  const { currency = "usd", totalMicros = "0" } = report;
  const toMs = msOf(report.endTime) ?? 0;
  const days = Math.max(1, Math.round((toMs - (msOf(report.startTime) ?? 0)) / DAY_MS));
  const changesUntil = notFinal(report, toMs);
  const open = changesUntil === undefined ? {} : { changesUntil };
  const beforeMicros = before === undefined ? undefined : BigInt(before.totalMicros ?? 0);
  return (
    <FigureRow
      label="Costs of the range"
      figures={[
        {
          name: "Cost of usage",
          value: <Figure value={moneyOfMicros(totalMicros, currency)} {...open} />,
          remark: "before plan fee, discount, credits and taxes; graduated prices fall as a month goes on",
        },
        {
          name: "A day, mean",
          value: <Figure value={moneyOfMicros(BigInt(totalMicros) / BigInt(days), currency)} {...open} />,
        },
        ...(beforeMicros === undefined
          ? []
          : [
              {
                name: `The ${days} days before`,
                value: <Figure value={moneyOfMicros(beforeMicros, currency)} />,
                remark: <Change micros={BigInt(totalMicros)} beforeMicros={beforeMicros} />,
              },
            ]),
      ]}
    />
  );
}
