// Actions and storage of a range: figures, charts with one hover line, and the groups as a table.
import type { ReactNode } from "react";
import { EmptyState } from "#components/empty-state";
import { ProblemNote } from "#components/problem-note";
import { ShowAs } from "#components/show-as";
import { Skeleton } from "#components/skeleton";
import { GroupTable } from "./group-table.tsx";
import { UsageCharts } from "./usage-charts.tsx";
import { UsageFigures } from "./usage-figures.tsx";
import { UsageFilters } from "./usage-filters.tsx";
import { useGroups } from "./usage-groups.ts";
import { UsageDownloads } from "./usage-downloads.tsx";
import { reportAddress, reportQuery, useUsageReport, type UsageReport } from "./use-usage-report.ts";
import { useUsageSearch, type UsageView } from "./use-usage-search.ts";

export function UsageReportPage(): ReactNode {
  const view = useUsageSearch();
  const { data, error, refetch } = useUsageReport(view);
  return (
    <>
      <UsageFilters view={view}>
        <UsageDownloads view={view} />
      </UsageFilters>
      {error === null ? null : (
        <ProblemNote title="The usage cannot be read" error={error} onRetry={() => void refetch()} />
      )}
      {data === undefined ? (
        error === null ? (
          <Skeleton lines={8} />
        ) : null
      ) : (
        <Report view={view} report={data} />
      )}
    </>
  );
}

function Report({ view, report }: { view: UsageView; report: UsageReport }): ReactNode {
  const { projects } = useGroups();
  if ((report.rows ?? []).length === 0) {
    return (
      <EmptyState
        title="Nothing was used in this time"
        text="Each workflow that starts, each activity, timer and signal is an action; histories are storage. They are here a few seconds after they happen."
        command="temporal workflow start --type hello --task-queue hello-world"
      />
    );
  }
  const asked = reportQuery(view);
  return (
    <>
      <UsageFigures view={view} report={report} />
      <UsageCharts view={view} report={report} projects={projects} />
      <GroupTable view={view} report={report} projects={projects} />
      <ShowAs
        rest={{ method: "GET", path: reportAddress("/api/v1/usage-report", asked) }}
        cli={`npx cellplane usage --month ${asked.startTimeInclusive.slice(0, 7)} --group-by ${asked.groupBy.join(",")} --format csv`}
        cliTitle="cellplane"
      />
    </>
  );
}
