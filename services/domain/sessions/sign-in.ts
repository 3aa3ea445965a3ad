// Opens a session for a person who knows the password. Unknown and known addresses get the same answer after the same
// work: one hash, one transaction, one audit record.
import { networkOf, refundAttempt, spendAttempt } from "#domain/attempts";
import { appendAudit } from "#domain/audit";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { resolveActor } from "#domain/roles";
import { readEmail, verifyPassword } from "#domain/users";
import type { User } from "#prisma";
import { CloudError } from "#shared/errors";
import { isKnownNetwork } from "./known-networks.ts";
import { openSession, type SignedIn } from "./open-session.ts";
import {
  SIGN_IN_FAILURES_ANYWHERE,
  SIGN_IN_FAILURES_PER_NETWORK,
  SIGN_IN_FAILURES_PER_PERSON,
} from "./session-limits.ts";

/** Where tries of unknown addresses are recorded, of signing in and of resets: no account's id has a dot. */
export const UNKNOWN_ACCOUNT_ID = "unknown.sign-in";
const PASSWORD_LENGTH_READ_MAX = 1_000;

/** Errors: UNAUTHENTICATED for a wrong address or password alike, RESOURCE_EXHAUSTED after too many failures. */
export async function signIn(
  context: DomainContext,
  input: { email: string; password: string; previousSessionId?: string | undefined },
): Promise<SignedIn> {
  const email = readEmail(input.email);
  const network = networkOf(context.remoteAddress);
  const subjects = {
    network: `sign-in:network:${network}`,
    person: `sign-in:person:${network}:${email}`,
    anywhere: personAnywhere(email),
  };
  await spend(context, subjects, { email, network });
  const user = await context.database.query.user.findUnique({ where: { email } });
  const password = input.password.slice(0, PASSWORD_LENGTH_READ_MAX);
  const fits = await verifyPassword(user?.passwordHash ?? undefined, password);
  const attempt = { email, user, fits, previousSessionId: input.previousSessionId };
  const opened = await context.database.transaction((tx) => record(tx, context, attempt));
  if (opened === undefined) {
    throw new CloudError("UNAUTHENTICATED", "The email address or the password is not right.");
  }
  for (const subject of Object.values(subjects)) await refundAttempt(context.database.query, subject);
  return opened;
}

/** What counts tries at a person from wherever they come; a new password forgets them. */
export function personAnywhere(email: string): string {
  return `sign-in:person:${email}`;
}

/** Errors: RESOURCE_EXHAUSTED. Guesses from many networks shut out those that the person never signed in from (I14). */
async function spend(
  context: DomainContext,
  subjects: { network: string; person: string; anywhere: string },
  sign: { email: string; network: string },
): Promise<void> {
  const now = context.clock.now();
  const { query } = context.database;
  await spendAttempt(query, { subject: subjects.network, limit: SIGN_IN_FAILURES_PER_NETWORK, now });
  await spendAttempt(query, { subject: subjects.person, limit: SIGN_IN_FAILURES_PER_PERSON, now });
  const isKnown = await isKnownNetwork(query, sign);
  await spendAttempt(query, { subject: subjects.anywhere, limit: SIGN_IN_FAILURES_ANYWHERE, now }).catch(
    (error: unknown) => {
      if (!isKnown) throw error;
    },
  );
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
  const signedIn =
    user !== null && mayEnter ? await openSession(tx, context, user, attempt.previousSessionId) : undefined;
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
