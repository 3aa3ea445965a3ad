// Guards a rule against a client that read an older state.
import { CloudError } from "#shared/errors";
import type { ConnectivityRuleRow } from "./connectivity-rule.ts";

/** Errors: FAILED_PRECONDITION. */
export function checkRuleVersion(row: ConnectivityRuleRow, given: string | null | undefined): void {
  if (given === String(row.resourceVersion)) return;
  throw new CloudError(
    "FAILED_PRECONDITION",
    given == null || given === ""
      ? "resource_version is required: send the one that GetConnectivityRule answered."
      : "The connectivity rule has changed since it was read: read it again and send its resource_version.",
    { field: "resourceVersion" },
  );
}
