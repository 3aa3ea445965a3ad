// Who may approve: people of the account who administer it or the namespace, as the rows of now say.
import type { Actor } from "#domain/context";
import type { Transaction } from "#domain/database";
import { isApprover, type Requirement } from "#domain/consensus";
import { resolveActor } from "#domain/roles";

const PEOPLE_MAX = 500;
const APPROVE = "cloud.approval.approve";
const MANAGES_ACCOUNT = "cloud.user.update";

/** On the namespace; what concerns the whole account is its administrators' business. */
export function mayApproveOn(actor: Actor, namespace: string): boolean {
  if (actor.principalType !== "user") return false;
  return namespace === "" ? actor.can(MANAGES_ACCOUNT) : actor.can(APPROVE, { namespace });
}

/** Active people who could approve a request about the namespace. */
export async function peopleFor(
  tx: Transaction,
  about: { accountId: string; namespace: string; requirement?: Requirement },
): Promise<{ id: string; email: string }[]> {
  const { accountId, namespace, requirement } = about;
  const rows = await tx.user.findMany({
    where: { accountId, state: "ACTIVE" },
    orderBy: { id: "asc" },
    take: PEOPLE_MAX,
    select: { id: true, email: true },
  });
  const able: { id: string; email: string }[] = [];
  for (const row of rows) {
    if (requirement !== undefined && !requirement.rules.some((rule) => isApprover(rule, row.id))) continue;
    const actor = await resolveActor(tx, { accountId, principalType: "user", principalId: row.id });
    if (actor !== undefined && mayApproveOn(actor, namespace)) able.push(row);
  }
  return able;
}
