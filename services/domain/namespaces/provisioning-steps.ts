// What the provisioning workflows change in the record, each in one transaction and each a compare-and-set on the
// operation in flight: a step that is repeated, or whose operation is over, changes nothing (P3).
import type { Transaction } from "#domain/database";
import { touchDirectory } from "#domain/directory";
import { failOperation, finishOperation } from "#domain/operations";
import { dropNamespaceAccess } from "#domain/roles";
import { removeServiceAccountsOf } from "#domain/service-accounts";
import type { Prisma } from "#prisma";
import { endedCapacityRequest } from "./capacity.ts";
import { recordMetering } from "./metering.ts";
import { configurationOf, removedRegionsOf, type NamespaceRow } from "./namespace.ts";

export interface NamespaceStep {
  accountId: string;
  operationId: string;
  /** "<name>.<account>" */
  namespace: string;
  now: number;
}

/** The namespace while this operation works on it; undefined once the operation is over. */
export async function findProvisioned(
  tx: Transaction,
  step: NamespaceStep,
): Promise<NamespaceRow | undefined> {
  return (await tx.namespace.findFirst({ where: inFlight(step) })) ?? undefined;
}

/** Ends a creation or an update: what was intended is what is served now. */
export async function publishNamespace(tx: Transaction, step: NamespaceStep): Promise<void> {
  const row = await findProvisioned(tx, step);
  if (row !== undefined) {
    await tx.namespace.update({
      where: { id: row.id },
      data: {
        state: "ACTIVE",
        asyncOperationId: "",
        appliedSpec: row.spec as Prisma.InputJsonObject,
        ...endOfCapacityRequest(row, step, "COMPLETED"),
        updatedAt: new Date(step.now),
      },
    });
  }
  if (row !== undefined) await recordMetering(tx, { ...step, configuration: configurationOf(row) });
  await finishOperation(tx, step);
  if (row !== undefined) await touchDirectory(tx);
}

/** Undoes a creation once the cell has forgotten it: the name is free again. */
export async function abandonNamespace(
  tx: Transaction,
  step: NamespaceStep & { reason: string },
): Promise<void> {
  const { count } = await tx.namespace.deleteMany({ where: inFlight(step) });
  if (count > 0) await dropPrincipals(tx, step);
  await failOperation(tx, step);
}

/**
 * Undoes an update in the record before the cell is told: the applied configuration is intended again, as a newer
 * generation than the one that failed.
 */
export async function restoreConfiguration(
  tx: Transaction,
  step: NamespaceStep,
): Promise<NamespaceRow | undefined> {
  const row = await findProvisioned(tx, step);
  if (row === undefined || row.appliedSpec === null || isSame(row.spec, row.appliedSpec)) return row;
  return tx.namespace.update({
    where: { id: row.id },
    data: {
      spec: row.appliedSpec as Prisma.InputJsonObject,
      renamedAttributes: withoutPresent(row),
      removedRegions: withoutServed(row),
      generation: { increment: 1 },
      updatedAt: new Date(step.now),
    },
  });
}

/** Ends a failed update or deletion: the namespace is as it was. */
export async function settleNamespace(
  tx: Transaction,
  step: NamespaceStep & { reason: string },
): Promise<void> {
  const row = await findProvisioned(tx, step);
  if (row !== undefined) {
    const settled = { state: "ACTIVE", asyncOperationId: "", updatedAt: new Date(step.now) };
    await tx.namespace.update({
      where: { id: row.id },
      data: { ...settled, ...endOfCapacityRequest(row, step, "FAILED") },
    });
  }
  await failOperation(tx, step);
  if (row !== undefined) await touchDirectory(tx);
}

/** Ends a deletion: nothing of the namespace is left and its name is free. */
export async function forgetNamespace(tx: Transaction, step: NamespaceStep): Promise<void> {
  const { count } = await tx.namespace.deleteMany({ where: inFlight(step) });
  if (count > 0)
    await tx.exportSink.deleteMany({ where: { accountId: step.accountId, namespace: step.namespace } });
  if (count > 0) await dropPrincipals(tx, step);
  if (count > 0) await recordMetering(tx, { ...step, configuration: undefined });
  await finishOperation(tx, step);
  if (count > 0) await touchDirectory(tx);
}

/** Whoever had access has it no more, and the service accounts of this namespace alone are gone. */
async function dropPrincipals(tx: Transaction, step: NamespaceStep): Promise<void> {
  const { accountId, namespace, now } = step;
  await dropNamespaceAccess(tx, { accountId, namespace });
  await removeServiceAccountsOf(tx, { accountId, scope: "namespace", scopeId: namespace, now });
}

function inFlight(step: NamespaceStep): { id: string; accountId: string; asyncOperationId: string } {
  return { id: step.namespace, accountId: step.accountId, asyncOperationId: step.operationId };
}

function endOfCapacityRequest(
  row: NamespaceRow,
  step: NamespaceStep,
  state: "COMPLETED" | "FAILED",
): Prisma.NamespaceUncheckedUpdateInput {
  const request = endedCapacityRequest(row, { ...step, state });
  return request === undefined ? {} : { capacityRequest: request as unknown as Prisma.InputJsonObject };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A rename that failed has not renamed away what is there. */
function withoutPresent(row: NamespaceRow): Record<string, string> {
  const { searchAttributes } = row.appliedSpec as { searchAttributes: Record<string, string> };
  const renamed = Object.entries(row.renamedAttributes as Record<string, string>);
  return Object.fromEntries(renamed.filter(([name]) => !(name in searchAttributes)));
}

/** A removal that failed has not removed the region that is there. */
function withoutServed(row: NamespaceRow): Record<string, number> {
  const { regions } = row.appliedSpec as { regions: string[] };
  return Object.fromEntries(
    Object.entries(removedRegionsOf(row)).filter(([region]) => !regions.includes(region)),
  );
}
