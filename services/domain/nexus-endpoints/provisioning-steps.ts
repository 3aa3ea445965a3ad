// What the endpoint workflows change in the record, each in one transaction and each a compare-and-set on the operation
// in flight: a step that is repeated, or whose operation is over, changes nothing (P3).
import { isDeepStrictEqual } from "node:util";
import type { Transaction } from "#domain/database";
import { failOperation, finishOperation } from "#domain/operations";
import type { Prisma } from "#prisma";
import { appliedConfigurationOf, columnsOf, type NexusEndpointRow } from "./nexus-endpoint.ts";

export interface EndpointStep {
  accountId: string;
  operationId: string;
  endpointId: string;
  now: number;
}

/** The endpoint while this operation works on it; undefined once the operation is over. */
export async function findEndpointInFlight(
  tx: Transaction,
  step: EndpointStep,
): Promise<NexusEndpointRow | undefined> {
  return (await tx.nexusEndpoint.findFirst({ where: inFlight(step) })) ?? undefined;
}

/** Ends a creation or an update: what was intended is what the cells have. */
export async function publishEndpoint(tx: Transaction, step: EndpointStep): Promise<void> {
  const row = await findEndpointInFlight(tx, step);
  if (row !== undefined) {
    const appliedSpec = row.spec as Prisma.InputJsonObject;
    await tx.nexusEndpoint.update({ where: { id: row.id }, data: { ...settled(step), appliedSpec } });
  }
  await finishOperation(tx, step);
}

/** Undoes a creation once the cells have forgotten it: the name is free again. */
export async function abandonEndpoint(
  tx: Transaction,
  step: EndpointStep & { reason: string },
): Promise<void> {
  await tx.nexusEndpoint.deleteMany({ where: inFlight(step) });
  await failOperation(tx, step);
}

/**
 * Undoes an update in the record before the cells are told: the applied configuration is intended again, as a newer
 * generation than the one that failed.
 */
export async function restoreEndpoint(
  tx: Transaction,
  step: EndpointStep,
): Promise<NexusEndpointRow | undefined> {
  const row = await findEndpointInFlight(tx, step);
  const applied = row === undefined ? undefined : appliedConfigurationOf(row);
  if (row === undefined || applied === undefined || isDeepStrictEqual(row.spec, row.appliedSpec)) return row;
  return tx.nexusEndpoint.update({
    where: { id: row.id },
    data: {
      ...columnsOf(applied),
      spec: applied as unknown as Prisma.InputJsonObject,
      generation: { increment: 1 },
      updatedAt: new Date(step.now),
    },
  });
}

/** Ends a failed update or deletion: the endpoint is as it was. */
export async function settleEndpoint(
  tx: Transaction,
  step: EndpointStep & { reason: string },
): Promise<void> {
  await tx.nexusEndpoint.updateMany({ where: inFlight(step), data: settled(step) });
  await failOperation(tx, step);
}

/** Ends a deletion: nothing of the endpoint is left and its name is free. */
export async function forgetEndpoint(tx: Transaction, step: EndpointStep): Promise<void> {
  await tx.nexusEndpoint.deleteMany({ where: inFlight(step) });
  await finishOperation(tx, step);
}

function settled(step: EndpointStep): { state: string; asyncOperationId: string; updatedAt: Date } {
  return { state: "ACTIVE", asyncOperationId: "", updatedAt: new Date(step.now) };
}

function inFlight(step: EndpointStep): { id: string; accountId: string; asyncOperationId: string } {
  return { id: step.endpointId, accountId: step.accountId, asyncOperationId: step.operationId };
}
