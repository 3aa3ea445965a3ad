// Writes the row of a new operation, or finds the one that the same request made before (P3).
import { createHash } from "node:crypto";
import { codecOf } from "#contracts";
import type { Transaction } from "#domain/database";
import type { Prisma } from "#prisma";
import { CloudError } from "#shared/errors";
import type { OperationRow, OperationState } from "./operation.ts";

/** The public request that an operation carries out, as the client sent it. It must hold no secret. */
export interface OperationRequest {
  /** Full name of the request message. */
  typeName: string;
  message: object;
}

export interface NewOperation {
  accountId: string;
  /** The client's async_operation_id, or an id made by the caller when the client sent none. */
  id: string;
  /** The rpc's name: "CreateNamespace". */
  operationType: string;
  request: OperationRequest;
  principalId: string;
  now: number;
  resourceId: string;
  /** Without one, the operation is FULFILLED at once, unless it is held. */
  workflow?: { workflowType: string; input: Prisma.InputJsonObject };
  /** Waits for approval or for a job: it stays PENDING, without a workflow. */
  isHeld?: boolean;
}

const OPERATION_ID_LENGTH_MAX = 200;

/** Writes the operation. The primary key (account, id) makes a repeat impossible: look with `findRepeat` first. */
export async function createOperation(tx: Transaction, operation: NewOperation): Promise<OperationRow> {
  checkOperationId(operation.id);
  const now = new Date(operation.now);
  const isDone = operation.workflow === undefined && operation.isHeld !== true;
  const state: OperationState = isDone ? "FULFILLED" : "PENDING";
  return tx.asyncOperation.create({
    data: {
      accountId: operation.accountId,
      id: operation.id,
      operationType: operation.operationType,
      state,
      requestHash: hashRequest(operation.operationType, operation.request),
      inputType: operation.request.typeName,
      input: Buffer.from(encodeRequest(operation.request)),
      resourceId: operation.resourceId,
      principalId: operation.principalId,
      startedAt: now,
      updatedAt: now,
      finishedAt: isDone ? now : null,
      ...(operation.workflow === undefined
        ? {}
        : { workflowType: operation.workflow.workflowType, workflowInput: operation.workflow.input }),
    },
  });
}

/**
 * The operation that the same request with the same id made before.
 * Errors: INVALID_ARGUMENT when the id was used for another request. (Not ALREADY_EXISTS: clients read that as
 * "the resource is there", which would be wrong.)
 */
export async function findRepeat(
  tx: Transaction,
  wanted: Pick<NewOperation, "accountId" | "id" | "operationType" | "request">,
): Promise<OperationRow | undefined> {
  checkOperationId(wanted.id);
  const existing = await tx.asyncOperation.findUnique({
    where: { accountId_id: { accountId: wanted.accountId, id: wanted.id } },
  });
  if (existing === null) return undefined;
  if (existing.requestHash === hashRequest(wanted.operationType, wanted.request)) return existing;
  throw new CloudError(
    "INVALID_ARGUMENT",
    "This async_operation_id was already used for another request. Send a new id, or leave it empty.",
    { field: "asyncOperationId" },
  );
}

function checkOperationId(id: string): void {
  if (id.length > OPERATION_ID_LENGTH_MAX || /[\u0000-\u001f\u007f]/.test(id)) {
    throw new CloudError(
      "INVALID_ARGUMENT",
      `async_operation_id must be at most ${OPERATION_ID_LENGTH_MAX} printable characters.`,
      { field: "asyncOperationId" },
    );
  }
}

function encodeRequest(request: OperationRequest): Uint8Array {
  return codecOf<object>(request.typeName).encode(request.message);
}

function hashRequest(operationType: string, request: OperationRequest): string {
  return createHash("sha256")
    .update(`${operationType}\n${request.typeName}\n`)
    .update(encodeRequest(request))
    .digest("hex");
}
