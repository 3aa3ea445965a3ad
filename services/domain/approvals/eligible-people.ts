// Who may approve: people who administer the account, as the rows of now say. Not those of a namespace alone: who
// becomes an administrator of the account is guarded by every policy, so nobody makes approvers on the side.
import type { Actor } from "#domain/context";
import type { Transaction } from "#domain/database";
import { isApprover, type Requirement } from "#domain/consensus";
import { resolveActor } from "#domain/roles";

const PEOPLE_MAX = 500;
const APPROVE = "cloud.approval.approve";

/** Programs never. */
export function mayApprove(actor: Actor): boolean {
  return actor.principalType === "user" && actor.can(APPROVE);
}

/** Active people who could approve. */
export async function peopleFor(
  tx: Transaction,
  about: { accountId: string; requirement?: Requirement },
): Promise<{ id: string; email: string }[]> {
  const { accountId, requirement } = about;
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
    if (actor !== undefined && mayApprove(actor)) able.push(row);
  }
  return able;
}
