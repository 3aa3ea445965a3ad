// Registers a cell: the row is written as REGISTERING, and a workflow probes the cell before it is open.
import type { z } from "zod";
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { touchDirectory } from "#domain/directory";
import { failOperation, finishOperation, mutate, toAsyncOperation } from "#domain/operations";
import { findRegion } from "#domain/regions";
import { CloudError } from "#shared/errors";
import { cellSettings } from "./cell.ts";

type Settings = z.output<typeof cellSettings>;

export async function registerCell(
  context: DomainContext,
  request: cloudV1.IRegisterCellRequest,
): Promise<cloudV1.IRegisterCellResponse> {
  const mutated = await mutate(
    context,
    {
      action: "cloud.cell.register",
      operationType: "RegisterCell",
      operationId: request.asyncOperationId,
      request: { typeName: "cellplane.cloud.v1.RegisterCellRequest", message: request },
      resourceType: "cell",
      resourceId: request.spec?.cellId ?? "",
    },
    async (tx, operationId) => {
      const settings = parseSpec(request.spec ?? {});
      for (const region of [settings.region, ...settings.alsoServes]) await refuseUnknownRegion(tx, region);
      await insertCell(tx, { settings, operationId, now: new Date(context.clock.now()) });
      return {
        resourceId: settings.id,
        after: settings,
        workflow: { workflowType: "registerCell", input: { cellId: settings.id } },
      };
    },
  );
  return { asyncOperation: toAsyncOperation(mutated.operation) };
}

function parseSpec(spec: cloudV1.ICellSpec): Settings {
  const parsed = cellSettings.safeParse({
    id: spec.cellId ?? "",
    region: spec.region ?? "",
    driver: spec.driver ?? "",
    address: spec.address ?? "",
    alsoServes: spec.alsoServes ?? [],
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = `spec.${String(issue?.path[0] ?? "")}`.replace(/^spec\.id$/, "spec.cellId");
  throw new CloudError("INVALID_ARGUMENT", `${field}: ${issue?.message ?? "is wrong"}.`, { field });
}

async function refuseUnknownRegion(tx: Transaction, regionId: string): Promise<void> {
  await findRegion(tx, regionId).catch(() => {
    throw new CloudError("INVALID_ARGUMENT", `There is no region ${JSON.stringify(regionId)}.`, {
      field: "spec.region",
    });
  });
}

/** The primary key makes a second registration of one id impossible; the check before it says so in words. */
async function insertCell(
  tx: Transaction,
  cell: { settings: Settings; operationId: string; now: Date },
): Promise<void> {
  const { id, region, driver, address, alsoServes } = cell.settings;
  if ((await tx.cell.findUnique({ where: { id } })) !== null) {
    throw new CloudError("ALREADY_EXISTS", `There is already a cell ${id}.`, { field: "spec.cellId" });
  }
  await tx.cell.create({
    data: {
      id,
      regionId: region,
      alsoServes,
      driver,
      address,
      state: "REGISTERING",
      asyncOperationId: cell.operationId,
      createdAt: cell.now,
      updatedAt: cell.now,
    },
  });
}

interface CellStep {
  accountId: string;
  operationId: string;
  cellId: string;
  now: number;
}

/** The last step: compare-and-set on the operation in flight, so that a repeat changes nothing. */
export async function openCell(tx: Transaction, step: CellStep): Promise<void> {
  const { count } = await tx.cell.updateMany({
    where: { id: step.cellId, asyncOperationId: step.operationId },
    data: { state: "ACTIVE", asyncOperationId: "", updatedAt: new Date(step.now) },
  });
  if (count === 1) await touchDirectory(tx);
  await finishOperation(tx, step);
}

/** Undoes a registration: the row goes, the operation fails. */
export async function abandonCell(tx: Transaction, step: CellStep & { reason: string }): Promise<void> {
  await tx.cell.deleteMany({ where: { id: step.cellId, asyncOperationId: step.operationId } });
  await failOperation(tx, step);
}
