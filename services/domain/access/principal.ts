// A principal that access is given to: found by its kind and id in the caller's account, and marked as changed.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import type { PrincipalRef, PrincipalRow, PrincipalType } from "#domain/roles";
import { CloudError } from "#shared/errors";

export interface Principal extends PrincipalRow {
  resourceVersion: number;
}

const NOUN = {
  user: "user",
  service_account: "service account",
  group: "group",
} as const satisfies Record<PrincipalType, string>;

/** As the audit trail names it. */
export const RESOURCE_TYPE = {
  user: "user",
  service_account: "serviceaccount",
  group: "usergroup",
} as const satisfies Record<PrincipalType, string>;

const COLUMNS = { id: true, accountId: true, accountRole: true, resourceVersion: true } as const;

/** Errors: NOT_FOUND, in the same words, for one that is not there, is going or is another account's. */
export async function findPrincipal(tx: Transaction, ref: PrincipalRef): Promise<Principal> {
  const found = await read(tx, ref);
  if (found !== null) return found;
  throw new CloudError("NOT_FOUND", `There is no ${NOUN[ref.principalType]} with this id in your account.`);
}

function read(tx: Transaction, ref: PrincipalRef): Promise<Principal | null> {
  const where = { id: ref.principalId, accountId: ref.accountId };
  switch (ref.principalType) {
    case "user":
      return tx.user.findFirst({ where, select: COLUMNS });
    case "group":
      return tx.userGroup.findFirst({ where: { ...where, state: "ACTIVE" }, select: COLUMNS });
    case "service_account":
      return tx.serviceAccount.findFirst({
        where: { ...where, state: "ACTIVE" },
        select: { ...COLUMNS, scope: true, scopeId: true },
      });
  }
}

/** Raises the version of the principal whose access has changed. */
export async function markChanged(
  tx: Transaction,
  context: DomainContext,
  ref: PrincipalRef,
  asyncOperationId: string,
): Promise<void> {
  const where = { id: ref.principalId, accountId: ref.accountId };
  const data = {
    asyncOperationId,
    updatedAt: new Date(context.clock.now()),
    resourceVersion: { increment: 1 },
  };
  if (ref.principalType === "user") await tx.user.updateMany({ where, data });
  else if (ref.principalType === "group") await tx.userGroup.updateMany({ where, data });
  else await tx.serviceAccount.updateMany({ where, data });
}
