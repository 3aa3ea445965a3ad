// The choices of a usage page: range, period of a bar, group, namespace.
import type { ReactNode } from "react";
import { FilterBar, FilterChoice } from "#components/filter-bar";
import { RangePicker } from "#components/range-picker";
import { useGroups } from "./usage-groups.ts";
import type { Period, UsageView } from "./use-usage-search.ts";

interface Props {
  view: UsageView;
  /** Costs are by day or month. */
  periods?: readonly Period[];
  children?: ReactNode;
}

const PERIOD_LABELS: Record<Period, string> = { hour: "Hour", day: "Day", month: "Month" };

export function UsageFilters({ view, periods = ["hour", "day", "month"], children }: Props): ReactNode {
  const { groups, namespaces } = useGroups();
  const hasGroup = groups.some(({ value }) => value === view.group);
  return (
    <FilterBar>
      <RangePicker value={view.rangeText} onChange={(range) => view.change({ range, period: undefined })} />
      <FilterChoice
        label="By"
        value={view.period}
        onChange={(period) => view.change({ period })}
        choices={periods.map((period) => ({ value: period, label: PERIOD_LABELS[period] }))}
      />
      <FilterChoice
        label="Group by"
        value={view.group}
        onChange={(group) => view.change({ group })}
        choices={hasGroup ? groups : [...groups, { value: view.group, label: view.group }]}
      />
      <FilterChoice
        label="In"
        value={view.namespace}
        onChange={(namespace) => view.change({ namespace: namespace === "" ? undefined : namespace })}
        choices={namespaces}
      />
      {children}
    </FilterBar>
  );
}
