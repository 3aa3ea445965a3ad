// Starts the workflows of operations whose start was lost, or whose run was ended from outside. Starting one that runs
// changes nothing, so intended and actual state need not be compared first (P1).
import type { WorkflowStarter } from "#domain/context";
import type { Database } from "#domain/database";
import { launchOperation, listUnfinished } from "#domain/operations";
import type { Clock } from "#shared/clock";
import type { Logger } from "#shared/log";

const UNTOUCHED_MS = 5_000;

export async function resumeOperations(
  ports: { database: Database; workflows: WorkflowStarter; clock: Clock; log: Logger },
  signal: AbortSignal,
): Promise<void> {
  const operations = await listUnfinished(ports.database, {
    untouchedSinceMs: ports.clock.now() - UNTOUCHED_MS,
  });
  for (const operation of operations) {
    signal.throwIfAborted();
    try {
      await launchOperation(ports.workflows, operation, signal);
    } catch (error) {
      // One that cannot start must not keep the others waiting; the next round tries it again.
      ports.log.warn({ err: error, operationId: operation.id }, "operation not resumed");
    }
  }
}
