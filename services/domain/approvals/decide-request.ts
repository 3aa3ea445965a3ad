// Approvals, rejections and withdrawals. Under the account's lock, so that of two decisions at once the second sees the
// first; a decided request never changes its decision.
import type { cloudV1 } from "#contracts";
import { appendAudit, recordFailure, type AuditEntry } from "#domain/audit";
import { isApprover, isSatisfied } from "#domain/consensus";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { touchDirectory } from "#domain/directory";
import { failOperation, lockAccount } from "#domain/operations";
import { CloudError } from "#shared/errors";
import { tellOfBrokenGlass } from "./approval-mail.ts";
import {
  requirementIn,
  toApprovalRequest,
  type ApprovalRequestRow,
  type ApprovalState,
} from "./approval-request.ts";
import { mayApprove, peopleFor } from "./eligible-people.ts";
import { findRequest, listDecisions } from "./request-store.ts";

const COMMENT_LENGTH_MAX = 500;
const BREAK_GLASS_COMMENT_LENGTH_MIN = 10;
const BREAK_GLASS = "cloud.approval.breakglass";

export function approve(
  context: DomainContext,
  message: cloudV1.IApproveRequest,
): Promise<cloudV1.IApproveResponse> {
  const comment = readComment(message.comment);
  const isBreakGlass = message.breakGlass === true;
  const verb = isBreakGlass ? "breakglass" : "approve";
  return decide(context, { verb, requestId: message.requestId, comment }, async (tx, row) => {
    if ((message.requestHash ?? "") !== row.requestHash) {
      throw new CloudError(
        "INVALID_ARGUMENT",
        "requestHash: must be the request_hash of the request as you read it.",
        { field: "requestHash" },
      );
    }
    if (isBreakGlass) checkBreakGlass(context, row, comment);
    else checkApprover(context, row);
    await addDecision(tx, context, { row, decision: isBreakGlass ? "BREAK_GLASS" : "APPROVED", comment });
    if (isBreakGlass) await tellOfBrokenGlass(tx, context, row, comment);
    else if (!(await isEnough(tx, row))) return row;
    return finish(tx, context, row, "APPROVED");
  });
}

export function reject(
  context: DomainContext,
  message: cloudV1.IRejectRequest,
): Promise<cloudV1.IRejectResponse> {
  const comment = readComment(message.comment);
  return decide(context, { verb: "reject", requestId: message.requestId, comment }, async (tx, row) => {
    checkApprover(context, row);
    if (comment === "") throw refused("comment", "say why it is rejected");
    await addDecision(tx, context, { row, decision: "REJECTED", comment });
    return finish(tx, context, row, "REJECTED", `Rejected by ${context.actor.principalName}: ${comment}`);
  });
}

export function withdraw(
  context: DomainContext,
  message: cloudV1.IWithdrawRequest,
): Promise<cloudV1.IWithdrawResponse> {
  return decide(context, { verb: "withdraw", requestId: message.requestId, comment: "" }, (tx, row) => {
    if (row.requesterId === context.actor.principalId) {
      return finish(tx, context, row, "WITHDRAWN", "Withdrawn by the requester.");
    }
    throw new CloudError("PERMISSION_DENIED", "Only the requester may withdraw a request.");
  });
}

/** The frame of a decision: one transaction with its audit record; a refusal is recorded too. */
async function decide(
  context: DomainContext,
  about: { verb: string; requestId: string | null | undefined; comment: string },
  work: (tx: Transaction, row: ApprovalRequestRow) => Promise<ApprovalRequestRow>,
): Promise<{ request: cloudV1.IApprovalRequest }> {
  const entry = {
    action: `cloud.approval.${about.verb}`,
    operation: { breakglass: "BreakGlass", approve: "Approve", reject: "Reject" }[about.verb] ?? "Withdraw",
    resourceType: "approvalrequest",
    resourceId: about.requestId ?? "",
  };
  try {
    return await context.database.transaction(async (tx) => {
      await lockAccount(tx, context.actor.accountId);
      const row = await findRequest(tx, context.actor, entry.resourceId);
      checkOpen(row, context.clock.now());
      const decided = await work(tx, row);
      await appendAudit(tx, context, { ...entry, ...auditOf(decided, about.comment) });
      return { request: toApprovalRequest(decided, await listDecisions(tx, [row.id])) };
    });
  } catch (error) {
    await recordFailure(context, entry, error);
    throw error;
  }
}

function auditOf(
  row: ApprovalRequestRow,
  comment: string,
): Pick<AuditEntry, "status" | "after" | "asyncOperationId"> {
  const { state, subject, namespace, requesterName, requestHash } = row;
  return {
    status: "OK",
    after: { state, subject, namespace, requesterName, requestHash, comment },
    asyncOperationId: row.asyncOperationId,
  };
}

function checkOpen(row: ApprovalRequestRow, now: number): void {
  const isExpired = row.expiresAt.getTime() <= now;
  if (row.state === "PENDING" && !isExpired) return;
  const state = row.state === "PENDING" ? "expired" : row.state.toLowerCase().replace("_", " ");
  throw new CloudError("FAILED_PRECONDITION", `The request waits no more: it is ${state}.`);
}

/** Errors: PERMISSION_DENIED for the requester, for programs, and for people without the right. */
function checkApprover({ actor }: DomainContext, row: ApprovalRequestRow): void {
  if (row.requesterId === actor.principalId) {
    throw new CloudError("PERMISSION_DENIED", "Whoever asks cannot decide: another person must.");
  }
  const isListed = requirementIn(row).rules.some((rule) => isApprover(rule, actor.principalId));
  if (mayApprove(actor) && isListed) return;
  throw new CloudError(
    "PERMISSION_DENIED",
    "Only people who administer the account, and whom the policy names, may decide.",
  );
}

/** Errors: PERMISSION_DENIED where a policy concerned has no break-glass or the caller is no owner. */
function checkBreakGlass({ actor }: DomainContext, row: ApprovalRequestRow, comment: string): void {
  if (!requirementIn(row).breakGlass) {
    throw new CloudError("PERMISSION_DENIED", "The policy has no break-glass: other people must approve.");
  }
  if (actor.principalType !== "user" || !actor.can(BREAK_GLASS)) {
    throw new CloudError("PERMISSION_DENIED", "Only an owner of the account may break the glass.");
  }
  if (comment.length < BREAK_GLASS_COMMENT_LENGTH_MIN) {
    throw refused("comment", `say why, in at least ${BREAK_GLASS_COMMENT_LENGTH_MIN} characters`);
  }
}

/** The primary key makes a second decision of one person impossible; this says so in words. */
async function addDecision(
  tx: Transaction,
  { actor, clock }: DomainContext,
  { row, decision, comment }: { row: ApprovalRequestRow; decision: string; comment: string },
): Promise<void> {
  const { principalId, principalName, accountId } = actor;
  const key = { requestId: row.id, principalId };
  if ((await tx.approval.findUnique({ where: { requestId_principalId: key } })) !== null) {
    throw new CloudError("FAILED_PRECONDITION", "You have decided this request already.");
  }
  const createdAt = new Date(clock.now());
  await tx.approval.create({ data: { ...key, principalName, accountId, decision, comment, createdAt } });
}

/** Only people who may approve now count: one who left or lost the right since does not. */
async function isEnough(tx: Transaction, row: ApprovalRequestRow): Promise<boolean> {
  const { accountId, requesterId } = row;
  const requirement = requirementIn(row);
  const able = (await peopleFor(tx, { accountId, requirement })).map(({ id }) => id);
  const agreed = (await listDecisions(tx, [row.id])).map(({ principalId }) => principalId);
  return isSatisfied(
    requirement,
    agreed.filter((id) => able.includes(id) && id !== requesterId),
  );
}

/** A held operation ends with its request, unless that was approved; an approved call is told to the edge. */
async function finish(
  tx: Transaction,
  { clock }: DomainContext,
  row: ApprovalRequestRow,
  state: ApprovalState,
  failureReason = "",
): Promise<ApprovalRequestRow> {
  const now = clock.now();
  const isGrant = state === "APPROVED" && row.kind === "call";
  const grantExpiresAt = isGrant ? new Date(now + requirementIn(row).grantLifetimeMs) : null;
  const decided = await tx.approvalRequest.update({
    where: { id: row.id },
    data: { state, failureReason, grantExpiresAt, updatedAt: new Date(now) },
  });
  if (isGrant) await touchDirectory(tx);
  if (state !== "APPROVED" && row.kind === "operation") {
    const { accountId, asyncOperationId: operationId } = row;
    await failOperation(tx, { accountId, operationId, now, reason: failureReason });
  }
  return decided;
}

function readComment(text: string | null | undefined): string {
  const comment = (text ?? "").trim();
  if (comment.length <= COMMENT_LENGTH_MAX) return comment;
  throw refused("comment", `at most ${COMMENT_LENGTH_MAX} characters`);
}

function refused(field: string, rule: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `${field}: ${rule}.`, { field });
}
