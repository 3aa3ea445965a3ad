// The cost explorer: what usage costs by any group, beside the same length of time before.
import { keepPreviousData } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { EmptyState } from "#components/empty-state";
import { NeedsPermission } from "#components/needs-permission";
import { ProblemNote } from "#components/problem-note";
import { ShowAs } from "#components/show-as";
import { Skeleton } from "#components/skeleton";
import { SwitchField } from "#components/switch-field";
import { CostChart } from "./cost-chart.tsx";
import { CostFigures } from "./cost-figures.tsx";
import { CostTable } from "./cost-table.tsx";
import { costRange, type CostReport } from "./costs.ts";
import { UsageFilters } from "./usage-filters.tsx";
import { useGroups } from "./usage-groups.ts";
import { reportAddress } from "./use-usage-report.ts";
import { useUsageSearch, type UsageView } from "./use-usage-search.ts";

export function UsageCostsPage(): ReactNode {
  return (
    <NeedsPermission permission="cloud.cost.get" roles="Finance Admin or Account Owner" what="Costs">
      <Explorer />
    </NeedsPermission>
  );
}

function Explorer(): ReactNode {
  const chosen = useUsageSearch();
  const view: UsageView = { ...chosen, period: chosen.period === "hour" ? "day" : chosen.period };
  const [isCompared, setCompared] = useState(true);
  const range = costRange(view.range);
  const now = useCosts(view, range, true);
  const before = useCosts(view, { fromMs: 2 * range.fromMs - range.toMs, toMs: range.fromMs }, isCompared);
  const compared = isCompared ? before.data : undefined;
  const error = now.error ?? before.error;
  return (
    <>
      <UsageFilters view={view} periods={["day", "month"]}>
        <SwitchField label="Compare with the time before" isOn={isCompared} onChange={setCompared} />
      </UsageFilters>
      {error === null ? null : (
        <ProblemNote title="The costs cannot be read" error={error} onRetry={() => void now.refetch()} />
      )}
      {now.data === undefined ? (
        error === null ? (
          <Skeleton lines={8} />
        ) : null
      ) : (
        <Costs view={view} report={now.data} before={compared} />
      )}
      <ShowAs rest={{ method: "GET", path: reportAddress("/api/v1/cost-report", costQuery(view, range)) }} />
    </>
  );
}

function Costs(props: { view: UsageView; report: CostReport; before: CostReport | undefined }): ReactNode {
  const { projects } = useGroups();
  if ((props.report.rows ?? []).length === 0) {
    return <EmptyState title="Nothing was used in this time" text="What is not used costs nothing." />;
  }
  return (
    <>
      <CostFigures {...props} />
      <CostChart {...props} projects={projects} />
      <CostTable {...props} projects={projects} />
    </>
  );
}

function useCosts(view: UsageView, range: { fromMs: number; toMs: number }, enabled: boolean) {
  return api.useQuery(
    "get",
    "/api/v1/cost-report",
    { params: { query: costQuery(view, range) } },
    { placeholderData: keepPreviousData, enabled },
  );
}

function costQuery({ group, period, namespace }: UsageView, range: { fromMs: number; toMs: number }) {
  return {
    startTimeInclusive: new Date(range.fromMs).toISOString(),
    endTimeExclusive: new Date(range.toMs).toISOString(),
    groupBy: [group, period],
    ...(namespace === "" ? {} : { namespace }),
  };
}
