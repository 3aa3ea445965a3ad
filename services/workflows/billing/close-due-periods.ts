// Starts the closing of every billing period that has ended. Starting one that runs changes nothing, and one that failed
// is taken up again, so no event can be lost (P1). Accounts on a test clock end their periods themselves.
import { listDuePeriods } from "#billing/customers";
import type { WorkflowStarter } from "#domain/context";
import type { Clock } from "#shared/clock";
import type { Logger } from "#shared/log";
import type { Pool } from "#shared/postgres";

export async function closeDuePeriods(
  ports: { billing: Pool; workflows: WorkflowStarter; clock: Clock; log: Logger },
  signal: AbortSignal,
): Promise<void> {
  for (const period of await listDuePeriods(ports.billing, ports.clock.now())) {
    signal.throwIfAborted();
    const { accountId, startMs, endMs } = period;
    const operationId = `close-${new Date(startMs).toISOString().slice(0, 10)}`;
    try {
      await ports.workflows.start({
        workflowType: "closeBillingPeriod",
        accountId,
        operationId,
        input: { accountId, operationId, periodStartMs: startMs, periodEndMs: endMs, cutMs: endMs },
        signal,
      });
    } catch (error) {
      // One that cannot start must not keep the others waiting; the next round tries it again.
      ports.log.warn({ err: error, accountId, operationId }, "period not closed");
    }
  }
}
