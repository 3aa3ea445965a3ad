// Reads the account's provisioning gate. Its password is never shown.
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import type { ProvisioningGate } from "#prisma";
import { CloudError } from "#shared/errors";
import { resourceVersionOf } from "#shared/resource-version";
import type { GateSpec } from "./gate-spec.ts";

/** Errors: NOT_FOUND when the account has none. */
export async function getProvisioningGate(context: DomainContext): Promise<cloudV1.IProvisioningGate> {
  const row = await findGate(context.database.query, context.actor.accountId);
  return {
    spec: specOf(row),
    hasBindPassword: row.sealedBindPassword !== "",
    resourceVersion: resourceVersionOf(row),
  };
}

export async function findGate(tx: Transaction, accountId: string): Promise<ProvisioningGate> {
  const row = await tx.provisioningGate.findUnique({ where: { accountId } });
  if (row !== null) return row;
  throw new CloudError("NOT_FOUND", "The account has no provisioning gate.");
}

export function specOf(row: ProvisioningGate): GateSpec {
  // The column holds only what `readGateSpec` answered.
  return row.spec as unknown as GateSpec;
}

/** What the bind password is sealed for. */
export function passwordPurpose(accountId: string): string {
  return `provisioning-gate:${accountId}`;
}

export function bindPasswordOf(context: Pick<DomainContext, "envelope">, row: ProvisioningGate): string {
  if (row.sealedBindPassword === "") return "";
  return context.envelope.open(row.sealedBindPassword, passwordPurpose(row.accountId)).toString("utf8");
}
