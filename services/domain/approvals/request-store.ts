// Requests for approval in the database. Every query names the account; the namespace decides who may see one.
import type { Actor, DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import type { Approval, Prisma } from "#prisma";
import { CloudError } from "#shared/errors";
import { approvalHash, type ApprovalRequestRow } from "./approval-request.ts";

/** Of an account at a time: approvers must be able to look at each. */
const PENDING_MAX = 200;
const READ = "cloud.approval.get";
const MANAGES_ACCOUNT = "cloud.user.update";

export function maySee(actor: Actor, row: ApprovalRequestRow): boolean {
  if (row.requesterId === actor.principalId) return true;
  return row.namespace === "" ? actor.can(MANAGES_ACCOUNT) : actor.can(READ, { namespace: row.namespace });
}

/** Errors: NOT_FOUND for one that does not exist or may not be seen. */
export async function findRequest(tx: Transaction, actor: Actor, id: string): Promise<ApprovalRequestRow> {
  const row = await tx.approvalRequest.findFirst({ where: { id, accountId: actor.accountId } });
  if (row !== null && maySee(actor, row)) return row;
  throw new CloudError("NOT_FOUND", "There is no request for approval with this id.", { field: "requestId" });
}

export function listDecisions(tx: Transaction, requestIds: readonly string[]): Promise<Approval[]> {
  return tx.approval.findMany({
    where: { requestId: { in: [...requestIds] } },
    orderBy: [{ createdAt: "asc" }, { principalId: "asc" }],
  });
}

export interface NewRequest {
  kind: "operation" | "call";
  subject: string;
  namespace: string;
  resourceId: string;
  workflowId: string;
  visibilityQuery: string;
  caller: string;
  reason: string;
  /** What is approved, beside the fields above. */
  content: readonly string[];
  /** What makes two requests the same, beside the fields above. */
  sameness: string;
  requirement: { requestLifetimeMs: number };
  sealedIdSeed: string;
  asyncOperationId: string;
}

/** Under the account's lock. Errors: FAILED_PRECONDITION when the same waits already, RESOURCE_EXHAUSTED. */
export async function insertRequest(
  tx: Transaction,
  context: Pick<DomainContext, "actor" | "clock">,
  request: NewRequest & { id: string },
): Promise<ApprovalRequestRow> {
  const { content, sameness, requirement, ...columns } = request;
  const { accountId, principalType, principalId, principalName } = context.actor;
  const now = context.clock.now();
  const requestHash = approvalHash({ ...request, content });
  const twinHash = approvalHash({ ...request, content: [sameness] });
  const waiting = { accountId, state: "PENDING", expiresAt: { gt: new Date(now) } };
  const same = await tx.approvalRequest.findFirst({ where: { ...waiting, twinHash } });
  if (same !== null) {
    throw new CloudError("FAILED_PRECONDITION", `This waits for approval already, as request ${same.id}.`);
  }
  if ((await tx.approvalRequest.count({ where: waiting })) >= PENDING_MAX) {
    throw new CloudError("RESOURCE_EXHAUSTED", `${PENDING_MAX} requests of the account wait for approval.`);
  }
  return tx.approvalRequest.create({
    data: {
      ...columns,
      ...{ accountId, requesterType: principalType, requesterId: principalId, requesterName: principalName },
      requirement: requirement as unknown as Prisma.InputJsonObject,
      requestHash,
      twinHash,
      state: "PENDING",
      expiresAt: new Date(now + requirement.requestLifetimeMs),
      createdAt: new Date(now),
      updatedAt: new Date(now),
    },
  });
}
