// The user that somebody at the provider is: by issuer and subject; the first time by the verified address, within the
// account only (I4); or a new user, where the account lets its provider make them.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { touchDirectory } from "#domain/directory";
import { lockAccount } from "#domain/operations";
import { checkQuota } from "#domain/quotas";
import { NO_ACCESS_BEYOND_ROLE } from "#domain/roles";
import { insertUser } from "#domain/users";
import type { User } from "#prisma";
import type { ProviderSpec } from "./provider-spec.ts";
import { refusal, type Person } from "./read-claims.ts";

export interface Found {
  user: User;
  isNew: boolean;
}

/** `context` acts for the account. Errors: PERMISSION_DENIED, RESOURCE_EXHAUSTED, ALREADY_EXISTS. */
export async function findPerson(
  tx: Transaction,
  context: DomainContext,
  { spec, person }: { spec: ProviderSpec; person: Person },
): Promise<Found> {
  const { accountId } = context.actor;
  await lockAccount(tx, accountId);
  const key = { accountId, issuer: spec.issuer, subject: person.subject };
  const now = new Date(context.clock.now());
  const identity = await tx.ssoIdentity.findUnique({ where: { accountId_issuer_subject: key } });
  if (identity !== null) {
    await tx.ssoIdentity.update({ where: { accountId_issuer_subject: key }, data: { lastSeenAt: now } });
    const user = await tx.user.findFirstOrThrow({ where: { id: identity.userId, accountId } });
    return { user, isNew: false };
  }
  const found = await byAddress(tx, context, { spec, person });
  await tx.ssoIdentity.create({ data: { ...key, userId: found.user.id, createdAt: now, lastSeenAt: now } });
  return found;
}

async function byAddress(
  tx: Transaction,
  context: DomainContext,
  { spec, person }: { spec: ProviderSpec; person: Person },
): Promise<Found> {
  const { accountId } = context.actor;
  const user = await tx.user.findFirst({ where: { accountId, email: person.email } });
  if (user === null) return { user: await provision(tx, context, { spec, person }), isNew: true };
  const others = await tx.ssoIdentity.count({ where: { accountId, issuer: spec.issuer, userId: user.id } });
  // The provider gave the address of one person to another.
  if (others > 0) throw refusal("Your address belongs to somebody else here.");
  if (user.verifiedAt !== null) return { user, isNew: false };
  // Coming in accepts the invitation.
  await tx.userInvitation.deleteMany({ where: { accountId, userId: user.id } });
  const verifiedAt = new Date(context.clock.now());
  return { user: await tx.user.update({ where: { id: user.id }, data: { verifiedAt } }), isNew: false };
}

async function provision(
  tx: Transaction,
  context: DomainContext,
  { spec, person }: { spec: ProviderSpec; person: Person },
): Promise<User> {
  const { accountId } = context.actor;
  if (!spec.provisionsUsers) throw refusal("You are not a user of this account.");
  const accountRole = spec.defaultRole;
  await checkPolicies(tx, context, accountRole);
  const count = await tx.user.count({ where: { accountId } });
  await checkQuota(tx, { accountId, name: "usersPerAccount", count });
  const access = { accountRole, ...NO_ACCESS_BEYOND_ROLE };
  const verifiedAt = new Date(context.clock.now());
  const id = await insertUser(tx, context, { email: person.email, access, operationId: "", verifiedAt });
  await touchDirectory(tx);
  return tx.user.findUniqueOrThrow({ where: { id } });
}

/** Who is given nothing is no change of access. */
async function checkPolicies(tx: Transaction, context: DomainContext, role: string): Promise<void> {
  if (role === "none") return;
  const message = { spec: { access: { accountAccess: { role } } } };
  const change = { operationType: "CreateUser", message, resourceId: "", byDirectory: true };
  const guard = await context.consensus?.guardOf(tx, context.actor.accountId, change);
  if (guard?.({}) !== undefined) throw refusal("A consensus policy guards the making of users.");
}
