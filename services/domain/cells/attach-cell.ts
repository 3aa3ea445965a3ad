// Lets a cell serve another region. Only an empty one: its namespaces would change their region under their owners.
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { touchDirectory } from "#domain/directory";
import { mutate, toAsyncOperation } from "#domain/operations";
import { findRegion } from "#domain/regions";
import { CloudError } from "#shared/errors";
import { nothingToChange } from "#shared/resource-version";
import { cellLock, getCell } from "./cell-store.ts";
import type { CellRow } from "./cell.ts";

export async function attachCell(
  context: DomainContext,
  request: cloudV1.IAttachCellRequest,
): Promise<cloudV1.IAttachCellResponse> {
  const cellId = request.cellId ?? "";
  const { operation } = await mutate(
    context,
    {
      action: "cloud.cell.attach",
      operationType: "AttachCell",
      operationId: request.asyncOperationId,
      request: { typeName: "cellplane.cloud.v1.AttachCellRequest", message: request },
      resourceType: "cell",
      resourceId: cellId,
    },
    async (tx) => {
      const region = await findRegion(tx, request.region ?? "");
      const cell = await getCell(tx, cellId);
      if (cell.regionId === region.id) throw nothingToChange();
      await checkFree(tx, cell);
      await tx.cell.update({
        where: { id: cell.id },
        data: { regionId: region.id, updatedAt: new Date(context.clock.now()) },
      });
      await touchDirectory(tx);
      return { resourceId: cell.id, before: { region: cell.regionId }, after: { region: region.id } };
    },
  );
  return { asyncOperation: toAsyncOperation(operation) };
}

/** The cell is locked, so that no namespace is placed on the cell meanwhile. Errors: FAILED_PRECONDITION. */
async function checkFree(tx: Transaction, cell: CellRow): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${cellLock(cell.id)}, 0))`;
  if (cell.state !== "ACTIVE") {
    throw new CloudError("FAILED_PRECONDITION", `The cell is ${cell.state.toLowerCase()}, not active.`);
  }
  const namespaces = await tx.namespace.count({ where: { cellId: cell.id } });
  if (namespaces === 0) return;
  throw new CloudError(
    "FAILED_PRECONDITION",
    `The cell has ${namespaces} namespaces, which would change their region. Delete or move them first.`,
  );
}
