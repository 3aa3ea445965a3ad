// Asks the account's directory about somebody, for whoever sets a gate up. Nothing is remembered of it.
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import { readEmail } from "#domain/users";
import { findMembership } from "./find-membership.ts";
import type { LdapPolicy } from "./gate-settings.ts";
import { bindPasswordOf, findGate, specOf } from "./get-gate.ts";

/** Errors: NOT_FOUND without a gate, and those of the directory. */
export async function checkProvisioningGate(
  context: DomainContext,
  policy: LdapPolicy,
  request: cloudV1.ICheckProvisioningGateRequest,
): Promise<cloudV1.ICheckProvisioningGateResponse> {
  const email = readEmail(request.email);
  const row = await findGate(context.database.query, context.actor.accountId);
  const question = { spec: specOf(row), bindPassword: bindPasswordOf(context, row), policy };
  const { userDn, groupDn } = await findMembership(question, email);
  return { allowed: groupDn !== "", userDn, groupDn };
}
