// The frame of every change of a namespace's configuration: its guards, the row in its transitional state with the new
// intent, and the workflow that brings cell and edge to it. What is changed, and what is refused, is the caller's.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { mutate, toAsyncOperation } from "#domain/operations";
import type { Prisma } from "#prisma";
import { newCapacityRequest } from "./capacity.ts";
import { checkResourceVersion, checkSettled } from "./change-guards.ts";
import type { NamespaceConfiguration } from "./configuration.ts";
import { configurationOf, type NamespaceRow } from "./namespace.ts";
import { findNamespace } from "./namespace-store.ts";

const UPDATE = "cloud.namespace.update";

export interface ChangeRequest {
  /** The rpc's name: "UpdateNamespace". */
  operationType: string;
  /** The permission it takes, when it has one of its own. */
  action?: string;
  /** Full name of the request message, and the message. */
  typeName: string;
  message: { namespace?: string | null; asyncOperationId?: string | null };
  /** What the client read; left out by rpcs that guard nothing. */
  resourceVersion?: { given: string | null | undefined };
}

export interface Change {
  configuration: NamespaceConfiguration;
  /** Other columns that change with it. */
  columns?: Prisma.NamespaceUncheckedUpdateInput;
  /** A rename leaves the version that the client read usable. */
  keepsVersion?: boolean;
  /** For the audit trail. */
  before: Prisma.InputJsonObject;
  after: Prisma.InputJsonObject;
}

/** Errors: those of the guards and of `decide`. */
export async function changeNamespace(
  context: DomainContext,
  request: ChangeRequest,
  decide: (tx: Transaction, row: NamespaceRow) => Promise<Change> | Change,
): Promise<temporal.api.cloud.operation.v1.IAsyncOperation> {
  const namespace = request.message.namespace ?? "";
  const action = request.action ?? UPDATE;
  const mutated = await mutate(
    context,
    {
      action,
      operationType: request.operationType,
      operationId: request.message.asyncOperationId,
      request: { typeName: request.typeName, message: request.message },
      resourceType: "namespace",
      resourceId: namespace,
    },
    async (tx, operationId) => {
      const row = await findNamespace(context, tx, { namespace, action });
      if (request.resourceVersion !== undefined) checkResourceVersion(row, request.resourceVersion.given);
      checkSettled(row);
      const change = await decide(tx, row);
      await writeIntent(tx, row, { ...change, operationId, now: context.clock.now() });
      return {
        resourceId: row.id,
        before: change.before,
        after: change.after,
        workflow: { workflowType: "updateNamespace", input: { namespace: row.id } },
      };
    },
  );
  return toAsyncOperation(mutated.operation);
}

async function writeIntent(
  tx: Transaction,
  row: NamespaceRow,
  change: Change & { operationId: string; now: number },
): Promise<void> {
  const asked = { before: configurationOf(row).capacity, after: change.configuration.capacity };
  const capacityRequest = newCapacityRequest(asked, change);
  await tx.namespace.update({
    where: { id: row.id },
    data: {
      ...change.columns,
      ...(capacityRequest === undefined
        ? {}
        : { capacityRequest: capacityRequest as unknown as Prisma.InputJsonObject }),
      ...(change.keepsVersion === true ? {} : { resourceVersion: { increment: 1 } }),
      state: "UPDATING",
      asyncOperationId: change.operationId,
      spec: change.configuration as unknown as Prisma.InputJsonObject,
      generation: { increment: 1 },
      updatedAt: new Date(change.now),
    },
  });
}
