// Refuses calls that start new work where an account may not: its bill is overdue or its own hard cap is reached. What
// runs goes on: workers poll, signals, queries and completions pass. Decided from the directory alone.
import { CloudError } from "#shared/errors";

const STARTS = new Set([
  "StartWorkflowExecution",
  "SignalWithStartWorkflowExecution",
  "ExecuteMultiOperation",
  "StartActivityExecution",
  "StartNexusOperationExecution",
  "StartBatchOperation",
  "CreateSchedule",
]);

const REASONS: Readonly<Record<string, string>> = {
  payment: "an invoice is overdue. Pay it on the billing page and new work is accepted again",
  budget:
    "the account's hard cap is reached. Raise the budget on the billing page, or wait for the next month",
};

/** `refusal` is the directory's word; empty when new work is welcome. Errors: RESOURCE_EXHAUSTED with the reason. */
export function checkNewWork(method: string, refusal: string): void {
  if (refusal === "" || !STARTS.has(method)) return;
  const reason = REASONS[refusal] ?? "the account accepts none";
  throw new CloudError("RESOURCE_EXHAUSTED", `No new work is started: ${reason}. What runs goes on.`);
}
