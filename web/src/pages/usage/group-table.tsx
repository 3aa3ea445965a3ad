// The groups of a report with their sums over the range, the largest first, to read exactly and to save.
import { useMemo, type ReactNode } from "react";
import { DataTable } from "#components/data-table";
import { Figure } from "#components/figure";
import type { Column } from "#components/table-types";
import { count, gigabyteHours, percent } from "#format/figures";
import { keyOf, labelOf } from "./usage-groups.ts";
import { notFinal, type UsageReport } from "./use-usage-report.ts";
import { lastPeriodEnd, type UsageView } from "./use-usage-search.ts";
import styles from "./usage.module.css";

interface GroupSum {
  key: string;
  label: string;
  actions: number;
  share: number;
  activeByteSeconds: bigint;
  retainedByteSeconds: bigint;
}

interface Props {
  view: UsageView;
  report: UsageReport;
  projects: ReadonlyMap<string, string>;
}

export function GroupTable({ view, report, projects }: Props): ReactNode {
  const sums = useMemo(() => sumsOf(report, view.group, projects), [report, view.group, projects]);
  const changesUntil = notFinal(report, lastPeriodEnd(view));
  return (
    <DataTable
      name={`usage by ${view.group}`}
      label="Usage by group"
      noun={["group", "groups"]}
      columns={columnsOf(changesUntil)}
      rows={sums}
      rowKey={({ key }) => key}
      empty={null}
    />
  );
}

function sumsOf(report: UsageReport, group: string, projects: ReadonlyMap<string, string>): GroupSum[] {
  const sums = new Map<string, GroupSum>();
  const total = report.totalActions ?? 0;
  for (const row of report.rows ?? []) {
    const key = keyOf(row, group);
    const before = sums.get(key);
    const actions = (before?.actions ?? 0) + (row.actions ?? 0);
    sums.set(key, {
      key,
      label: labelOf(key, group, projects),
      actions,
      share: total === 0 ? 0 : actions / total,
      activeByteSeconds: (before?.activeByteSeconds ?? 0n) + BigInt(row.activeByteSeconds ?? 0),
      retainedByteSeconds: (before?.retainedByteSeconds ?? 0n) + BigInt(row.retainedByteSeconds ?? 0),
    });
  }
  return [...sums.values()].sort((one, other) => other.actions - one.actions);
}

function columnsOf(changesUntil: string | undefined): readonly Column<GroupSum>[] {
  const open = changesUntil === undefined ? {} : { changesUntil };
  return [
    { id: "group", header: "Group", width: 280, cell: ({ label }) => label, text: ({ label }) => label },
    {
      id: "actions",
      header: "Actions",
      width: 140,
      align: "end",
      cell: ({ actions }) => <Figure value={count(actions)} {...open} />,
      text: ({ actions }) => String(actions),
    },
    {
      id: "share",
      header: "Share of actions",
      width: 180,
      align: "end",
      cell: ({ share }) => (
        <>
          <span className={styles["share"]} aria-hidden>
            <span className={styles["share-bar"]} style={{ width: `${share * 100}%` }} />
          </span>
          {percent(share)}
        </>
      ),
      text: ({ share }) => percent(share),
    },
    {
      id: "active",
      header: "Active storage",
      width: 150,
      align: "end",
      cell: ({ activeByteSeconds }) => gigabyteHours(activeByteSeconds),
      text: ({ activeByteSeconds }) => String(activeByteSeconds),
    },
    {
      id: "retained",
      header: "Retained storage",
      width: 150,
      align: "end",
      cell: ({ retainedByteSeconds }) => gigabyteHours(retainedByteSeconds),
      text: ({ retainedByteSeconds }) => String(retainedByteSeconds),
    },
  ];
}
