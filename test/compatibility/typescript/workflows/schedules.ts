// Workflows that schedules start.
import { workflowInfo } from "@temporalio/workflow";

/** One more than the latest run of the schedule came to. */
export async function countUp(): Promise<number> {
  return ((workflowInfo().lastResult as number | undefined) ?? 0) + 1;
}
