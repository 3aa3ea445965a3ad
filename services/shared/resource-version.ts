// The guard of every update: the caller names the version it read, and nothing changed since. Pure.
import { CloudError } from "./errors.ts";

/** The public spelling of a row's version. */
export function resourceVersionOf(row: { resourceVersion: number }): string {
  return String(row.resourceVersion);
}

/** Errors: INVALID_ARGUMENT when no version is given, FAILED_PRECONDITION when it is not the current one. */
export function checkResourceVersion(
  row: { resourceVersion: number },
  given: string | null | undefined,
): void {
  if (given == null || given === "") {
    throw new CloudError(
      "INVALID_ARGUMENT",
      "resource_version is required. Read the resource and send its version.",
      {
        field: "resourceVersion",
      },
    );
  }
  if (given !== resourceVersionOf(row)) {
    throw new CloudError(
      "FAILED_PRECONDITION",
      "The resource has changed since you read it. Read it again and repeat the change with its resource_version.",
    );
  }
}

/** An update that would change nothing: clients look for these words. */
export function nothingToChange(): CloudError {
  return new CloudError("INVALID_ARGUMENT", "nothing to change");
}

/** An update replaces the whole spec: one without a spec would clear everything, which nobody means. */
export function specMissing(): CloudError {
  return new CloudError("INVALID_ARGUMENT", "spec is required. Send the whole spec as it shall be.", {
    field: "spec",
  });
}
