// The groups with their costs, the most expensive first, and the change against the time before.
import { useMemo, type ReactNode } from "react";
import { DataTable } from "#components/data-table";
import { Figure } from "#components/figure";
import type { Column } from "#components/table-types";
import { moneyOfMicros } from "#format/money";
import { Change } from "./cost-change.tsx";
import { changeWords, costsByGroup, type CostOfGroup, type CostReport } from "./costs.ts";
import { labelOf } from "./usage-groups.ts";
import type { UsageView } from "./use-usage-search.ts";

interface Props {
  view: UsageView;
  report: CostReport;
  before: CostReport | undefined;
  projects: ReadonlyMap<string, string>;
}

export function CostTable({ view, report, before, projects }: Props): ReactNode {
  const { group } = view;
  const { currency = "usd" } = report;
  const rows = useMemo(() => costsByGroup(report, before, group), [report, before, group]);
  const label = (key: string): string => labelOf(key, group, projects);
  return (
    <DataTable
      name={`costs by ${group}`}
      label="Costs by group"
      noun={["group", "groups"]}
      columns={columnsOf(label, currency, before !== undefined)}
      rows={rows}
      rowKey={({ key }) => key}
      empty={null}
    />
  );
}

function columnsOf(
  label: (key: string) => string,
  currency: string,
  isCompared: boolean,
): readonly Column<CostOfGroup>[] {
  const money = (micros: bigint | undefined): string => moneyOfMicros(micros ?? 0n, currency);
  const compared: readonly Column<CostOfGroup>[] = [
    {
      id: "before",
      header: "The time before",
      width: 150,
      align: "end",
      cell: ({ beforeMicros }) => (
        <Figure value={money(beforeMicros)} exact={`${beforeMicros ?? 0n} micros`} />
      ),
      text: ({ beforeMicros }) => money(beforeMicros),
    },
    {
      id: "change",
      header: "Change",
      width: 120,
      align: "end",
      cell: (cost) => <Change {...cost} />,
      text: ({ micros, beforeMicros }) => changeWords(micros, beforeMicros) ?? "",
    },
  ];
  return [
    {
      id: "group",
      header: "Group",
      width: 280,
      cell: ({ key }) => label(key),
      text: ({ key }) => label(key),
    },
    {
      id: "cost",
      header: "Cost",
      width: 150,
      align: "end",
      cell: ({ micros }) => <Figure value={money(micros)} exact={`${micros} micros`} />,
      text: ({ micros }) => money(micros),
    },
    ...(isCompared ? compared : []),
  ];
}
