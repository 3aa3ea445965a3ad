// Makes the Actor of a request from the rows of now, so that a right that was taken away is gone at the next call.
import type { Actor } from "#domain/context";
import type { Transaction } from "#domain/database";
import { isAllowed } from "./is-allowed.ts";
import { groupsOf, readEffectiveAccess, type PrincipalRow } from "./read-effective-access.ts";

export interface PrincipalKey {
  accountId: string;
  principalType: "user" | "service_account";
  principalId: string;
  apiKeyId?: string;
}

/** `undefined` when the principal is not active any more: its keys and sessions are dead. */
export async function resolveActor(tx: Transaction, key: PrincipalKey): Promise<Actor | undefined> {
  const { accountId, principalId, principalType } = key;
  const [principal, account, groups] = await Promise.all([
    readPrincipal(tx, key),
    tx.account.findUnique({ where: { id: accountId }, select: { state: true } }),
    principalType === "user" ? groupsOf(tx, { accountId, userId: principalId }) : [],
  ]);
  if (principal === undefined || account === null) return undefined;
  const access = await readEffectiveAccess(tx, principal, groups);
  return {
    ...key,
    principalName: principal.name,
    can: (action, resource) => isAllowed(access, account.state, action, resource),
  };
}

async function readPrincipal(
  tx: Transaction,
  key: PrincipalKey,
): Promise<(PrincipalRow & { name: string }) | undefined> {
  const where = { id: key.principalId, accountId: key.accountId, state: { in: ["ACTIVE", "ACTIVATING"] } };
  const columns = { id: true, accountId: true, accountRole: true } as const;
  if (key.principalType === "user") {
    const user = await tx.user.findFirst({ where, select: { ...columns, email: true } });
    return user === null ? undefined : { ...user, name: user.email };
  }
  const select = { ...columns, name: true, scope: true, scopeId: true };
  return (await tx.serviceAccount.findFirst({ where, select })) ?? undefined;
}

/** The caller of a public operation: nobody, in no account, allowed nothing. */
export function noActor(): Actor {
  return { accountId: "", principalType: "user", principalId: "", principalName: "", can: () => false };
}

/** Our own workflows and jobs, acting for an account. */
export function systemActor(accountId: string): Actor {
  return {
    accountId,
    principalType: "system",
    principalId: "system",
    principalName: "Cellplane",
    can: () => true,
  };
}

/** An operator of the installation: everything about cells, regions and limits, nothing inside an account. */
export function operatorActor(name: string): Actor {
  return {
    accountId: OPERATOR_ACCOUNT_ID,
    principalType: "operator",
    principalId: name,
    principalName: name,
    can: (action) =>
      /^cloud\.(billingadmin|cell|installation|provisioning|region|regionsettings|quota|signingkey|operation|session|identity)\./.test(
        action,
      ),
  };
}

/** Operations and audit records of operators live under this id, which no account can have: accounts have no dots. */
const OPERATOR_ACCOUNT_ID = "operator.installation";
