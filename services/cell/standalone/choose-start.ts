// Which run answers a start of an id that is known: the open one, the one that an earlier call made, or a new one.
// Pure; the same for every kind of standalone execution.
import type { CloudError } from "#shared/errors";

export interface KnownRun {
  runId: string;
  startRequestId: string;
  isClosed: boolean;
  /** Closed in any other way than success. */
  isFailed: boolean;
}

export interface StartPolicies {
  requestId: string;
  /** While the known run is open. */
  usesExisting: boolean;
  /** After it closed. */
  reuse: "allow" | "allowFailedOnly" | "reject";
}

/** `existing`: the known run answers. Throws what `alreadyStarted` makes when the policies refuse. */
export function chooseStandaloneStart(
  known: KnownRun | undefined,
  policies: StartPolicies,
  alreadyStarted: (known: KnownRun) => CloudError,
): "start" | "existing" {
  if (known === undefined) return "start";
  if (known.startRequestId === policies.requestId) return "existing";
  if (!known.isClosed) {
    if (policies.usesExisting) return "existing";
    throw alreadyStarted(known);
  }
  if (policies.reuse === "allow" || (policies.reuse === "allowFailedOnly" && known.isFailed)) return "start";
  throw alreadyStarted(known);
}
