// Actions as stacked bars and storage as an area, with one hover line. A range that is brushed becomes the page's range.
import { useMemo, type ReactNode } from "react";
import { Chart } from "#components/chart";
import { BYTE_SECONDS_PER_GB_HOUR, count, gigabyteHours, shortCount } from "#format/figures";
import { msOf } from "#format/time";
import { breakdown, type Entry } from "./breakdown.ts";
import { dividesStorage, keyOf, labelOf } from "./usage-groups.ts";
import { finalUntilMs, type UsageReport } from "./use-usage-report.ts";
import { periodEnd, periodName, periodsOf, type UsageView } from "./use-usage-search.ts";
import styles from "./usage.module.css";

interface Props {
  view: UsageView;
  report: UsageReport;
  projects: ReadonlyMap<string, string>;
}

const STORAGE_WORDS: Readonly<Record<string, string>> = { active: "Active", retained: "Retained" };

export function UsageCharts({ view, report, projects }: Props): ReactNode {
  const { range, period, change } = view;
  const { actions, storage } = useCharts({ view, report, projects });
  const common = {
    formatTime: (atMs: number) => periodName(atMs, period),
    group: "usage",
    onRange: ({ fromMs, toMs }: { fromMs: number; toMs: number }) =>
      change({ range: rangeWords(fromMs, toMs === range.toMs ? toMs : periodEnd(toMs - 1, period)) }),
  };
  return (
    <div className={styles["charts"]}>
      {actions.series.length === 0 ? null : (
        <Chart
          {...common}
          title={`Actions by ${period}`}
          kind="bars"
          {...actions}
          format={(value) => `${count(value)} actions`}
          formatShort={shortCount}
        />
      )}
      {storage.series.length === 0 ? null : (
        <Chart
          {...common}
          title={`Storage by ${period}, gigabyte-hours`}
          kind="area"
          {...storage}
          format={gigabyteHours}
          formatShort={(byteSeconds) => shortCount(byteSeconds / BYTE_SECONDS_PER_GB_HOUR)}
        />
      )}
    </div>
  );
}

function useCharts({ view, report, projects }: Props) {
  const { period, group } = view;
  const { fromMs, toMs } = view.range;
  return useMemo(() => {
    const rows = (report.rows ?? []).map((row) => ({
      row,
      atMs: msOf(row.periodStart) ?? 0,
      key: keyOf(row, group),
    }));
    const finalMs = finalUntilMs(report);
    const shape = {
      periods: periodsOf({ fromMs, toMs }, period),
      isOpen: (startMs: number) => periodEnd(startMs, period) > finalMs,
    };
    const stored = rows.flatMap(({ row, atMs, key }): Entry[] => [
      { key: dividesStorage(group) ? key : "active", atMs, value: Number(row.activeByteSeconds ?? 0) },
      { key: dividesStorage(group) ? key : "retained", atMs, value: Number(row.retainedByteSeconds ?? 0) },
    ]);
    const label = (key: string): string => labelOf(key, group, projects);
    return {
      actions: breakdown(
        rows.map(({ row, atMs, key }) => ({ key, atMs, value: row.actions ?? 0 })),
        { ...shape, labelOf: label },
      ),
      storage: breakdown(stored, {
        ...shape,
        labelOf: (key) => (dividesStorage(group) ? label(key) : (STORAGE_WORDS[key] ?? key)),
      }),
    };
  }, [report, projects, fromMs, toMs, period, group]);
}

/** "2026-11-01 00:00..2026-11-05 00:00", which can be typed as well. */
function rangeWords(fromMs: number, toMs: number): string {
  const words = (ms: number): string => new Date(ms).toISOString().slice(0, 16).replace("T", " ");
  return `${words(fromMs)}..${words(toMs)}`;
}
