// The chosen report as a file: CSV and JSON of any length, and FOCUS with costs for those who may see them.
import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { useMay } from "#api/own-access";
import { Button } from "#components/button";
import { Menu, type MenuItem } from "#components/menu";
import { downloadFrom } from "#format/download";
import { reportAddress, reportQuery } from "./use-usage-report.ts";
import type { UsageView } from "./use-usage-search.ts";

export function UsageDownloads({ view }: { view: UsageView }): ReactNode {
  const mayCosts = useMay()("cloud.cost.get");
  const report = reportQuery(view);
  const file = (format: string) => reportAddress("/api/v1/usage-report.csv", { ...report, format });
  const month = report.startTimeInclusive.slice(0, 7);
  const focus = (version: string): MenuItem => ({
    label: `FOCUS ${version}, costs of ${month}`,
    onSelect: () =>
      downloadFrom(reportAddress("/api/v1/focus-report.csv", { month, version, groupBy: focusGroups(view) })),
  });
  return (
    <Menu
      trigger={<Button icon={<Download />}>Download</Button>}
      align="end"
      groups={[
        {
          title: "This report",
          items: [
            { label: "CSV", onSelect: () => downloadFrom(file("csv")) },
            { label: "JSON", onSelect: () => downloadFrom(file("json")) },
          ],
        },
        ...(mayCosts ? [{ title: "With costs, a month", items: [focus("1.2"), focus("1.3")] }] : []),
      ]}
    />
  );
}

/** A charge is always of one namespace, with its project and tags. */
function focusGroups({ group, period }: UsageView): string[] {
  const own = ["kind", "workflow_type", "task_queue"].includes(group) ? [group] : ["namespace"];
  return [...own, period];
}
