// Refuses a call that needs the approval of other people and has none, and uses up the approval it has. Decided from
// the directory alone, so it works when the control plane is down.
import { CloudError } from "#shared/errors";
import type { GrantRecord, NamespaceRecord } from "../directory/directory-view.ts";
import type { GrantUses } from "./grant-uses.ts";
import { GUARDED_METHODS, type Target } from "./guarded-methods.ts";

export interface GuardedQuestion {
  namespace: NamespaceRecord;
  /** The rpc's name. */
  method: string;
  /** The request, decoded only when the method is guarded in this namespace. */
  message: Uint8Array;
  /** "principal:<id>" or "certificate:<sha256>" */
  caller: string;
  now: number;
  uses: GrantUses;
}

/** Errors: PERMISSION_DENIED naming the approval to ask for; INVALID_ARGUMENT for what cannot be read. */
export function checkGuarded(question: GuardedQuestion): void {
  const { namespace, method, caller, now, uses } = question;
  if (namespace.guardedOperations.size === 0) return;
  const guarded = GUARDED_METHODS.get(method);
  if (guarded === undefined || !namespace.guardedOperations.has(guarded.operation)) return;
  const target = read(() => guarded.targetOf(question.message));
  if (target === undefined) return;
  const grant = namespace.grants.find(
    (candidate) => fits(candidate, method, caller, target) && uses.isLeft(candidate, now),
  );
  if (grant === undefined) throw approvalNeeded(namespace.name, method, target);
  uses.use(grant);
}

function fits(grant: GrantRecord, method: string, caller: string, target: Target): boolean {
  const isNamed = target.workflowId !== "" || target.visibilityQuery !== "";
  return (
    isNamed &&
    grant.method === method &&
    grant.caller === caller &&
    grant.workflowId === target.workflowId &&
    grant.visibilityQuery === target.visibilityQuery
  );
}

function read<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof CloudError) throw error;
    throw new CloudError("INVALID_ARGUMENT", "The request cannot be read.", { cause: error });
  }
}

function approvalNeeded(
  namespace: string,
  method: string,
  { workflowId, visibilityQuery }: Target,
): CloudError {
  const call = {
    namespace,
    method,
    ...(workflowId === "" ? { visibilityQuery } : { workflowId }),
    reason: "...",
  };
  return new CloudError(
    "PERMISSION_DENIED",
    `${method} needs the approval of other people in this namespace. Ask for it with CreateApprovalRequest of the ` +
      `Cloud Ops API (POST /api/v1/approval-requests ${JSON.stringify({ call })}) and repeat the call when it is approved.`,
  );
}
