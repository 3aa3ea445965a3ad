// A request for approval as a row and as the public message, and what of it approvers agree to. Pure.
import { createHash } from "node:crypto";
import { timestampOfMs, type cloudV1 } from "#contracts";
import { approvalsNeeded, type Requirement } from "#domain/consensus";
import type { Approval, ApprovalRequest } from "#prisma";

export type ApprovalRequestRow = ApprovalRequest;
export type ApprovalState =
  "PENDING" | "APPROVED" | "CARRIED_OUT" | "FAILED" | "REJECTED" | "EXPIRED" | "WITHDRAWN";
export const APPROVAL_STATES: readonly string[] = [
  "PENDING",
  "APPROVED",
  "CARRIED_OUT",
  "FAILED",
  "REJECTED",
  "EXPIRED",
  "WITHDRAWN",
] satisfies ApprovalState[];

export function requirementIn(row: ApprovalRequestRow): Requirement {
  // The column holds only what `requirementOf` of #domain/consensus answered.
  return row.requirement as unknown as Requirement;
}

/** SHA-256 of everything that is approved; `of` holds the hash of the held request, or the call's own words. */
export function approvalHash(of: {
  kind: string;
  subject: string;
  namespace: string;
  caller: string;
  content: readonly string[];
}): string {
  const words = [of.kind, of.subject, of.namespace, of.caller, ...of.content];
  return createHash("sha256").update(JSON.stringify(words)).digest("hex");
}

export function toApprovalRequest(
  row: ApprovalRequestRow,
  decisions: readonly Approval[],
): cloudV1.IApprovalRequest {
  const requirement = requirementIn(row);
  const isCall = row.kind === "call";
  return {
    requestId: row.id,
    kind: row.kind,
    subject: row.subject,
    namespace: row.namespace,
    resourceId: row.resourceId,
    ...(isCall ? { call: callOf(row) } : {}),
    reason: row.reason,
    requesterId: row.requesterId,
    requesterName: row.requesterName,
    state: row.state,
    failureReason: row.failureReason,
    approvalsNeeded: approvalsNeeded(requirement),
    decisions: decisions.map((decision) => ({
      userId: decision.principalId,
      userName: decision.principalName,
      decision: decision.decision,
      comment: decision.comment,
      time: timestampOfMs(decision.createdAt.getTime()),
    })),
    policyIds: requirement.rules.map((rule) => rule.policyId),
    breakGlass: requirement.breakGlass,
    requestHash: row.requestHash,
    asyncOperationId: isCall ? "" : row.asyncOperationId,
    createdTime: timestampOfMs(row.createdAt.getTime()),
    expiresTime: timestampOfMs(row.expiresAt.getTime()),
    ...(row.grantExpiresAt === null ? {} : { grantExpiresTime: timestampOfMs(row.grantExpiresAt.getTime()) }),
    grantUses: isCall ? requirement.grantUses : 0,
  };
}

function callOf(row: ApprovalRequestRow): cloudV1.ICallToApprove {
  const [type, id] = row.caller.split(":");
  return {
    namespace: row.namespace,
    method: row.subject,
    workflowId: row.workflowId,
    visibilityQuery: row.visibilityQuery,
    certificateSha256: type === "certificate" ? (id ?? "") : "",
    reason: row.reason,
  };
}
