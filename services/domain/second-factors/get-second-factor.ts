// Whether the caller has a second factor, and how many recovery codes are left.
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import { findSecondFactor } from "./second-factor-store.ts";

export async function getSecondFactor(context: DomainContext): Promise<cloudV1.IGetSecondFactorResponse> {
  const { accountId, principalId: userId } = context.actor;
  const { query } = context.database;
  const factor = await findSecondFactor(query, { accountId, userId });
  const recoveryCodesLeft = await query.recoveryCode.count({ where: { accountId, userId } });
  return { active: factor?.confirmedAt != null, recoveryCodesLeft };
}
