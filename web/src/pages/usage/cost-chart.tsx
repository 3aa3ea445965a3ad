// Costs by day or month, the largest groups each for itself.
import { useMemo, type ReactNode } from "react";
import { Chart } from "#components/chart";
import { moneyOfMicros } from "#format/money";
import { msOf } from "#format/time";
import { breakdown } from "./breakdown.ts";
import { costRange, type CostReport } from "./costs.ts";
import { keyOf, labelOf } from "./usage-groups.ts";
import { finalUntilMs } from "./use-usage-report.ts";
import { periodEnd, periodName, periodsOf, type UsageView } from "./use-usage-search.ts";
import styles from "./usage.module.css";

interface Props {
  view: UsageView;
  report: CostReport;
  projects: ReadonlyMap<string, string>;
}

export function CostChart({ view, report, projects }: Props): ReactNode {
  const { period, group } = view;
  const { fromMs, toMs } = view.range;
  const { currency = "usd" } = report;
  const drawn = useMemo(() => {
    const entries = (report.rows ?? []).map((row) => ({
      key: keyOf(row, group),
      atMs: msOf(row.periodStart) ?? 0,
      value: Number(row.costMicros ?? 0),
    }));
    return breakdown(entries, {
      periods: periodsOf(costRange({ fromMs, toMs }), period),
      labelOf: (key) => labelOf(key, group, projects),
      isOpen: (startMs) => periodEnd(startMs, period) > finalUntilMs(report),
    });
  }, [report, projects, fromMs, toMs, period, group]);
  return (
    <div className={styles["charts"]}>
      <Chart
        title={`Cost by ${period}`}
        kind="bars"
        {...drawn}
        format={(micros) => moneyOfMicros(BigInt(Math.round(micros)), currency)}
        formatTime={(atMs) => periodName(atMs, period)}
      />
    </div>
  );
}
