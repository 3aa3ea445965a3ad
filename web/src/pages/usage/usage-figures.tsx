// What the range used, in four figures; what is not final is underlined by dots.
import type { ReactNode } from "react";
import { Figure } from "#components/figure";
import { FigureRow } from "#components/figure-row";
import { count, gigabyteHours, shortCount } from "#format/figures";
import { notFinal, type UsageReport } from "./use-usage-report.ts";
import { lastPeriodEnd, periodsOf, type UsageView } from "./use-usage-search.ts";

export function UsageFigures({ view, report }: { view: UsageView; report: UsageReport }): ReactNode {
  const changesUntil = notFinal(report, lastPeriodEnd(view));
  const open = changesUntil === undefined ? {} : { changesUntil };
  const actions = report.totalActions ?? 0;
  const perPeriod = actions / Math.max(1, periodsOf(view.range, view.period).length);
  return (
    <FigureRow
      label="Totals of the range"
      figures={[
        {
          name: "Actions",
          value: <Figure value={shortCount(actions)} exact={`${count(actions)} actions`} {...open} />,
        },
        {
          name: `Actions per ${view.period}, mean`,
          value: <Figure value={shortCount(Math.round(perPeriod))} {...open} />,
        },
        {
          name: "Active storage",
          value: <Figure value={gigabyteHours(report.totalActiveByteSeconds)} {...open} />,
          remark: "histories of running workflows",
        },
        {
          name: "Retained storage",
          value: <Figure value={gigabyteHours(report.totalRetainedByteSeconds)} {...open} />,
          remark: "histories of closed workflows",
        },
      ]}
    />
  );
}
