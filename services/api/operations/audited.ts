// The frame of a change that no asynchronous operation stands for: done or refused, it is one record of the trail.
import { appendAudit, recordFailure } from "#domain/audit";
import type { OperationContext } from "./operation.ts";

export async function audited<Result>(
  context: OperationContext,
  change: { action: string; operation: string; resourceType: string },
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    const result = await work();
    await context.database.transaction((tx) => appendAudit(tx, context, { ...change, status: "OK" }));
    return result;
  } catch (error) {
    await recordFailure(context, change, error);
    throw error;
  }
}
