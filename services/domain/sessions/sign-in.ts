// Opens a session for a person who knows the password. Unknown and known addresses get the same answer after the same
// work: one hash, one transaction, one audit record.
import { networkOf, refundAttempt, spendAttempt } from "#domain/attempts";
import { appendAudit } from "#domain/audit";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { QUOTAS } from "#domain/quotas";
import { resolveActor } from "#domain/roles";
import { readEmail, verifyPassword } from "#domain/users";
import type { User } from "#prisma";
import { CloudError } from "#shared/errors";
import {
  SESSION_ABSOLUTE_MS,
  SESSION_IDLE_MS,
  SIGN_IN_FAILURES_PER_NETWORK,
  SIGN_IN_FAILURES_PER_PERSON,
} from "./session-limits.ts";
import { csrfTokenOf, SESSION_SECRET_BYTES, sessionIdOf } from "./session-token.ts";

export interface SignedIn {
  accountId: string;
  userId: string;
  email: string;
  accountName: string;
  cookieValue: string;
  csrfToken: string;
  expiresAt: number;
}

/** Where tries with unknown addresses are recorded: no account can have this id, accounts have no dots. */
const UNKNOWN_ACCOUNT_ID = "unknown.sign-in";
const PASSWORD_LENGTH_READ_MAX = 1_000;

/** Errors: UNAUTHENTICATED for a wrong address or password alike, RESOURCE_EXHAUSTED after too many failures. */
export async function signIn(
  context: DomainContext,
  input: { email: string; password: string; previousSessionId?: string | undefined },
): Promise<SignedIn> {
  const email = readEmail(input.email);
  const network = networkOf(context.remoteAddress);
  const subjects = [`sign-in:person:${network}:${email}`, `sign-in:network:${network}`] as const;
  await spend(context, subjects);
  const user = await context.database.query.user.findUnique({ where: { email } });
  const password = input.password.slice(0, PASSWORD_LENGTH_READ_MAX);
  const fits = await verifyPassword(user?.passwordHash ?? undefined, password);
  const attempt = { email, user, fits, previousSessionId: input.previousSessionId };
  const opened = await context.database.transaction((tx) => record(tx, context, attempt));
  if (opened === undefined) {
    throw new CloudError("UNAUTHENTICATED", "The email address or the password is not right.");
  }
  for (const subject of subjects) await refundAttempt(context.database.query, subject);
  return opened;
}

async function spend(context: DomainContext, subjects: readonly [string, string]): Promise<void> {
  const now = context.clock.now();
  const [person, network] = subjects;
  const { query } = context.database;
  await spendAttempt(query, { subject: network, limit: SIGN_IN_FAILURES_PER_NETWORK, now });
  await spendAttempt(query, { subject: person, limit: SIGN_IN_FAILURES_PER_PERSON, now });
}

interface Attempt {
  email: string;
  user: User | null;
  fits: boolean;
  previousSessionId: string | undefined;
}

/** Writes the audit record and, when the person may in, the session. */
async function record(
  tx: Transaction,
  context: DomainContext,
  attempt: Attempt,
): Promise<SignedIn | undefined> {
  const { user } = attempt;
  const actor =
    user === null
      ? undefined
      : await resolveActor(tx, {
          accountId: user.accountId,
          principalType: "user",
          principalId: user.id,
        });
  const mayEnter = attempt.fits && actor !== undefined;
  const signedIn = user !== null && mayEnter ? await openSession(tx, context, user, attempt) : undefined;
  const author = actor ?? {
    accountId: UNKNOWN_ACCOUNT_ID,
    principalType: "user" as const,
    principalId: "",
    principalName: attempt.email,
    can: () => false,
  };
  await appendAudit(
    tx,
    { ...context, actor: author },
    {
      action: "cloud.session.create",
      operation: "SignIn",
      status: signedIn === undefined ? "UNAUTHENTICATED" : "OK",
      resourceType: "session",
    },
  );
  return signedIn;
}

/** A new secret at each sign-in: a session that somebody planted before is ended. */
async function openSession(
  tx: Transaction,
  context: DomainContext,
  user: User,
  attempt: Attempt,
): Promise<SignedIn> {
  const now = context.clock.now();
  const account = await tx.account.findUniqueOrThrow({ where: { id: user.accountId } });
  await tx.session.deleteMany({ where: { userId: user.id, absoluteExpiresAt: { lte: new Date(now) } } });
  if (attempt.previousSessionId !== undefined) {
    await tx.session.deleteMany({ where: { idHash: attempt.previousSessionId } });
  }
  await endOldestSessions(tx, user.id);
  const cookieValue = context.ids.secret(SESSION_SECRET_BYTES);
  const sessionId = sessionIdOf(cookieValue);
  const expiresAt = now + SESSION_ABSOLUTE_MS;
  await tx.session.create({
    data: {
      idHash: sessionId,
      accountId: user.accountId,
      userId: user.id,
      remoteAddress: context.remoteAddress,
      createdAt: new Date(now),
      lastSeenAt: new Date(now),
      idleExpiresAt: new Date(now + SESSION_IDLE_MS),
      absoluteExpiresAt: new Date(expiresAt),
    },
  });
  return {
    accountId: user.accountId,
    userId: user.id,
    email: user.email,
    accountName: account.name,
    cookieValue,
    csrfToken: csrfTokenOf(sessionId),
    expiresAt,
  };
}

/** Makes room for one more session: at the limit, signing in ends the session that began first. */
async function endOldestSessions(tx: Transaction, userId: string): Promise<void> {
  const kept = await tx.session.findMany({
    where: { userId },
    orderBy: { createdAt: "desc" },
    take: QUOTAS.sessionsPerUser.max - 1,
    select: { idHash: true },
  });
  await tx.session.deleteMany({ where: { userId, idHash: { notIn: kept.map((row) => row.idHash) } } });
}
