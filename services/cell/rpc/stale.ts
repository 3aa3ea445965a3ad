// Tells a task that is over (done, taken by another worker, gone with its workflow) from a failure of the cell.
import { CloudError } from "#shared/errors";

export function isStale(error: unknown): boolean {
  return (
    error instanceof CloudError && ["NOT_FOUND", "ALREADY_EXISTS", "FAILED_PRECONDITION"].includes(error.code)
  );
}
