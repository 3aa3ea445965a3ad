// What a schedule started of late, newest first, and what of it still runs.
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Identifier } from "#components/identifier";
import { SimpleTable } from "#components/simple-table";
import { StatusMark } from "#components/status-mark";
import { Timestamp } from "#components/timestamp";
import { runStatus } from "./run-status.ts";
import type { ScheduledRun } from "./schedule-facts.ts";

interface Props {
  namespace: string;
  runs: readonly ScheduledRun[];
}

export function RecentRuns({ namespace, runs }: Props): ReactNode {
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
          <RunLink key="workflow" namespace={namespace} run={run} />,
          <Identifier key="run" value={run.startWorkflowResult?.runId ?? ""} characters={18} />,
        ],
      }))}
    />
  );
}

function RunLink({ namespace, run }: { namespace: string; run: ScheduledRun }): ReactNode {
  const { workflowId = "", runId = "" } = run.startWorkflowResult ?? {};
  return (
    <Link to="/namespaces/$namespace/workflows/$workflowId/$runId" params={{ namespace, workflowId, runId }}>
      <code>{workflowId}</code>
    </Link>
  );
}
