// What becomes of an approved change: who carries it out, that it is still the request which was approved, and its end.
// The change itself runs through its own use case again, as the requester, with the rights and the rows of now.
import { createHash } from "node:crypto";
import { appendAudit } from "#domain/audit";
import type { Approved, DomainContext } from "#domain/context";
import type { Database, Transaction } from "#domain/database";
import { failOperation, type OperationRow } from "#domain/operations";
import { systemActor } from "#domain/roles";
import type { Envelope } from "#shared/envelope";
import { CloudError } from "#shared/errors";
import { approvalHash, type ApprovalRequestRow } from "./approval-request.ts";
import { idSeedPurpose } from "./hold-change.ts";

const PER_ROUND_MAX = 50;

export interface ApprovedChange {
  request: ApprovalRequestRow;
  operation: OperationRow;
}

/** Approved changes of all accounts that were not carried out yet, oldest first. */
export async function listApprovedChanges(database: Database): Promise<ApprovedChange[]> {
  const requests = await database.query.approvalRequest.findMany({
    where: { state: "APPROVED", kind: "operation" },
    orderBy: { updatedAt: "asc" },
    take: PER_ROUND_MAX,
  });
  const changes: ApprovedChange[] = [];
  for (const request of requests) {
    const key = { accountId: request.accountId, id: request.asyncOperationId };
    const operation = await database.query.asyncOperation.findUnique({ where: { accountId_id: key } });
    if (operation !== null) changes.push({ request, operation });
  }
  return changes;
}

/** What the context of the requester gets to carry the change out; `done` is part of the change's transaction. */
export function approvedOf({ request }: ApprovedChange, now: () => number): Approved {
  return {
    operationId: request.asyncOperationId,
    requestId: request.id,
    done: async (tx) => {
      // Compare-and-set: of two that carry it out at once, one is rolled back.
      const { count } = await tx.approvalRequest.updateMany({
        where: { id: request.id, state: "APPROVED" },
        data: { state: "CARRIED_OUT", updatedAt: new Date(now()) },
      });
      if (count === 0) throw new CloudError("ABORTED", "The change was carried out already.");
    },
  };
}

/** What the ids of the change were made from when it was held, so that the answer given then stays true. */
export function idSeedOf({ request }: ApprovedChange, envelope: Envelope): string | undefined {
  if (request.sealedIdSeed === "") return undefined;
  return envelope.open(request.sealedIdSeed, idSeedPurpose(request.id)).toString("utf8");
}

/** T11: the stored request is, to the byte, the one that was approved. Errors: DATA_LOSS. */
export function checkUnchanged({ request, operation }: ApprovedChange): void {
  const inputHash = createHash("sha256")
    .update(`${operation.operationType}\n${operation.inputType}\n`)
    .update(operation.input)
    .digest("hex");
  const hash = approvalHash({ ...request, content: [inputHash] });
  if (inputHash === operation.requestHash && hash === request.requestHash) return;
  throw new CloudError("DATA_LOSS", "The request is not the one that was approved.");
}

/** Ends an approved change that cannot be carried out. Nothing happens when it ended before. */
export async function failApproved(
  ports: Pick<DomainContext, "database" | "clock" | "ids">,
  { request }: ApprovedChange,
  reason: string,
): Promise<void> {
  await ports.database.transaction((tx) => endRequest(tx, ports, { request, state: "FAILED", reason }));
}

/** Compare-and-set on the state; the operation, where there is one, fails with the reason. */
export async function endRequest(
  tx: Transaction,
  { clock, ids }: Pick<DomainContext, "clock" | "ids">,
  ended: { request: ApprovalRequestRow; state: "FAILED" | "EXPIRED"; reason: string },
): Promise<boolean> {
  const { request, state, reason } = ended;
  const { accountId, asyncOperationId } = request;
  const now = clock.now();
  const { count } = await tx.approvalRequest.updateMany({
    where: { id: request.id, state: request.state },
    data: { state, failureReason: reason, updatedAt: new Date(now) },
  });
  if (count === 0) return false;
  if (request.kind === "operation") {
    await failOperation(tx, { accountId, operationId: asyncOperationId, now, reason });
  }
  const author = { actor: systemActor(accountId), requestId: "", remoteAddress: "", clock, ids };
  await appendAudit(tx, author, {
    action: `cloud.approval.${state === "EXPIRED" ? "expire" : "fail"}`,
    operation: request.subject,
    status: "OK",
    resourceType: "approvalrequest",
    resourceId: request.id,
    asyncOperationId,
    after: { state, namespace: request.namespace, requesterName: request.requesterName, reason },
  });
  return true;
}
