// What a schedule started of late, newest first, and what of it still runs.
import type { ReactNode } from "react";
import { Identifier } from "#components/identifier";
import { SimpleTable } from "#components/simple-table";
import { StatusMark } from "#components/status-mark";
import { Timestamp } from "#components/timestamp";
import { runStatus } from "./run-status.ts";
import type { ScheduledRun } from "./schedule-facts.ts";

export function RecentRuns({ runs }: { runs: readonly ScheduledRun[] }): ReactNode {
  if (runs.length === 0) return <p>It has started nothing yet.</p>;
  return (
    <SimpleTable
      label="Recent runs"
      headers={["Scheduled for", "Started", "State", "Workflow", "Run"]}
      rows={runs.toReversed().map((run, index) => ({
        key: `${run.startWorkflowResult?.runId ?? ""} ${String(index)}`,
        cells: [
          <Timestamp key="scheduled" at={run.scheduleTime} form="absolute" />,
          <Timestamp key="started" at={run.actualTime} />,
          <StatusMark key="state" status={runStatus(run)} />,
          <Identifier key="workflow" value={run.startWorkflowResult?.workflowId ?? ""} />,
          <Identifier key="run" value={run.startWorkflowResult?.runId ?? ""} characters={18} />,
        ],
      }))}
    />
  );
}
