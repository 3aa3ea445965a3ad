// What a mutation is made of: what the use case says of it, what its change answers, and what the frame answers.
import type { AuditEntry } from "#domain/audit";
import type { ProposedChange } from "#domain/consensus";
import type { Transaction } from "#domain/database";
import type { Prisma } from "#prisma";
import type { OperationRequest } from "./create-operation.ts";
import type { OperationRow } from "./operation.ts";

export interface Mutation {
  /** "cloud.namespace.create" */
  action: string;
  /** The rpc's name: "CreateNamespace". */
  operationType: string;
  /** The client's async_operation_id; empty or undefined makes a new one. */
  operationId: string | null | undefined;
  request: OperationRequest;
  resourceType: string;
  /** What is changed, as far as it is known before; the accepted mutation names its own. */
  resourceId?: string;
}

export interface MutationResult {
  resourceId: string;
  /** What was there and what is there now, for the audit trail, without secrets. */
  before?: Prisma.InputJsonObject;
  after?: Prisma.InputJsonObject;
  /** Without one and without a job, the change is complete with this transaction. */
  workflow?: { workflowType: string; input: Prisma.InputJsonObject };
  /** A job of one step does it: the operation is PENDING until the job ends it. */
  isDoneByJob?: boolean;
}

/** Writes the row in its transitional state, with the operation's id, and refuses by throwing CloudError. */
export type Change = (tx: Transaction, operationId: string) => Promise<MutationResult>;

export interface Mutated {
  operation: OperationRow;
  /** True when the same request had been made before: nothing was changed now. */
  isRepeat: boolean;
}

export function proposedBy(mutation: Mutation): ProposedChange {
  return {
    operationType: mutation.operationType,
    message: mutation.request.message,
    resourceId: mutation.resourceId ?? "",
  };
}

export function auditOf(mutation: Mutation, result: MutationResult, operationId: string): AuditEntry {
  return {
    action: mutation.action,
    operation: mutation.operationType,
    status: "OK",
    resourceType: mutation.resourceType,
    resourceId: result.resourceId,
    asyncOperationId: operationId,
    ...(result.before === undefined ? {} : { before: result.before }),
    ...(result.after === undefined ? {} : { after: result.after }),
  };
}
