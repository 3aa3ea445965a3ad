// Opens a session for a person who knows the password. Unknown and known addresses get the same answer after the same
// work: one hash, one transaction, one audit record.
import { networkOf, refundAttempt, spendAttempt } from "#domain/attempts";
import { appendAudit } from "#domain/audit";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { resolveActor } from "#domain/roles";
import { takeCode } from "#domain/second-factors";
import { PASSWORD_FAILURES_PER_PERSON, personFrom, readEmail, verifyPassword } from "#domain/users";
import type { User } from "#prisma";
import { CloudError } from "#shared/errors";
import { isKnownNetwork } from "./known-networks.ts";
import { openSession, type SignedIn } from "./open-session.ts";
import { SIGN_IN_FAILURES_ANYWHERE, SIGN_IN_FAILURES_PER_NETWORK } from "./session-limits.ts";

/** Where tries of unknown addresses are recorded, of signing in and of resets: no account's id has a dot. */
export const UNKNOWN_ACCOUNT_ID = "unknown.sign-in";
const PASSWORD_LENGTH_READ_MAX = 1_000;

/**
 * Errors: UNAUTHENTICATED for a wrong address or password alike, and naming the field `code` when the password is right
 * and the code of the second factor is missing or wrong; RESOURCE_EXHAUSTED after too many failures.
 */
export async function signIn(
  context: DomainContext,
  input: { email: string; password: string; code?: string; previousSessionId?: string | undefined },
): Promise<SignedIn> {
  const email = readEmail(input.email);
  const network = networkOf(context.remoteAddress);
  const subjects = {
    network: `sign-in:network:${network}`,
    person: personFrom(network, email),
    anywhere: personAnywhere(email),
  };
  await spend(context, subjects, { email, network });
  const user = await context.database.query.user.findUnique({ where: { email } });
  const password = input.password.slice(0, PASSWORD_LENGTH_READ_MAX);
  const fits = await verifyPassword(user?.passwordHash ?? undefined, password);
  const { code = "", previousSessionId } = input;
  const attempt = { email, user, fits, code, previousSessionId };
  const outcome = await context.database.transaction((tx) => record(tx, context, attempt));
  // Asking for the code is no guess: it comes with the next try.
  if (typeof outcome !== "string" || outcome === "missing") {
    for (const subject of Object.values(subjects)) await refundAttempt(context.database.query, subject);
  }
  if (typeof outcome === "string") throw refusal(outcome);
  return outcome;
}

/** Why nobody came in: the code is told about only to who has shown the password. */
type Refusal = "refused" | "missing" | "wrong";

function refusal(reason: Refusal): CloudError {
  if (reason === "refused") {
    return new CloudError("UNAUTHENTICATED", "The email address or the password is not right.");
  }
  return new CloudError(
    "UNAUTHENTICATED",
    reason === "missing"
      ? "A code is needed: give the one that your authenticator app shows, or a recovery code."
      : "The code is not right. Wait for the next one, or use a recovery code.",
    { field: "code" },
  );
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
  await spendAttempt(query, { subject: subjects.person, limit: PASSWORD_FAILURES_PER_PERSON, now });
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
  code: string;
  previousSessionId: string | undefined;
}

/** Writes the audit record and, when the person may in, the session. */
async function record(
  tx: Transaction,
  context: DomainContext,
  attempt: Attempt,
): Promise<SignedIn | Refusal> {
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
  const outcome = user !== null && mayEnter ? await enter(tx, context, user, attempt) : "refused";
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
      status: typeof outcome === "string" ? "UNAUTHENTICATED" : "OK",
      resourceType: "session",
    },
  );
  return outcome;
}

async function enter(
  tx: Transaction,
  context: DomainContext,
  user: User,
  attempt: Attempt,
): Promise<SignedIn | Refusal> {
  const { accountId, id: userId } = user;
  const verdict = await takeCode(tx, context, { accountId, userId, code: attempt.code });
  if (verdict === "missing" || verdict === "wrong") return verdict;
  return openSession(tx, context, user, attempt.previousSessionId);
}
