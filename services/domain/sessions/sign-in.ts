// Opens a session for a person who knows the password. Unknown and known addresses get the same answer after the same
// work: one hash, one transaction, one audit record.
import { networkOf, refundAttempt, spendAttempt } from "#domain/attempts";
import { appendAudit, recordFailure } from "#domain/audit";
import type { Actor, DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { noActor, resolveActor } from "#domain/roles";
import { takeCode } from "#domain/second-factors";
import { isPasswordEnough, signInUrlOf } from "#domain/sign-in-rules";
import {
  PASSWORD_FAILURES_PER_PERSON,
  personActor,
  personFrom,
  readEmail,
  verifyPassword,
} from "#domain/users";
import type { User } from "#prisma";
import { CloudError } from "#shared/errors";
import { isKnownNetwork } from "./known-networks.ts";
import { openSession, type SignedIn } from "./open-session.ts";
import { SIGN_IN_FAILURES_ANYWHERE, SIGN_IN_FAILURES_PER_NETWORK, SIGN_INS_TOLD } from "./session-limits.ts";

/** Where tries of unknown addresses are recorded, of signing in and of resets: no account's id has a dot. */
export const UNKNOWN_ACCOUNT_ID = "unknown.sign-in";
const PASSWORD_LENGTH_READ_MAX = 1_000;

/**
 * Errors: UNAUTHENTICATED for a wrong address or password alike, and naming the field `code` when the password is right
 * and the code of the second factor is missing or wrong; PERMISSION_DENIED when the password is right and the account
 * demands single sign-on; RESOURCE_EXHAUSTED after too many failures.
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
  await spend(context, subjects, { email, network }).catch(async (error: unknown) => {
    await recordExhausted(context, { email, network }, error);
    throw error;
  });
  const user = await context.database.query.user.findUnique({ where: { email } });
  const password = input.password.slice(0, PASSWORD_LENGTH_READ_MAX);
  const fits = await verifyPassword(user?.passwordHash ?? undefined, password);
  const { code = "", previousSessionId } = input;
  const attempt = { email, user, fits, code, previousSessionId };
  const outcome = await context.database.transaction((tx) => record(tx, context, attempt));
  // Asking for the code is no guess: it comes with the next try.
  if (typeof outcome !== "string" || outcome === "missing" || outcome === "single sign-on") {
    for (const subject of Object.values(subjects)) await refundAttempt(context.database.query, subject);
  }
  if (outcome === "single sign-on") throw elsewhere(context, user);
  if (typeof outcome === "string") throw refusal(outcome);
  return outcome;
}

/** Why nobody came in: the code is told about only to who has shown the password. */
type Refusal = "refused" | "missing" | "wrong" | "single sign-on";

function elsewhere({ installation }: DomainContext, user: User | null): CloudError {
  const url = signInUrlOf(installation, user?.accountId ?? "");
  return new CloudError("PERMISSION_DENIED", `Your account demands single sign-on. Sign in at ${url}.`);
}

function refusal(reason: Exclude<Refusal, "single sign-on">): CloudError {
  if (reason === "refused") {
    return new CloudError("UNAUTHENTICATED", "The email address or the password is not right.");
  }
  return new CloudError(
    "UNAUTHENTICATED",
    reason === "missing"
      ? "A code is needed: give the one that your authenticator app shows, or a recovery code, or use a passkey."
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

/** Once in a window for each network at a person: the trail tells of the flood and is none itself. */
async function recordExhausted(
  context: DomainContext,
  sign: { email: string; network: string },
  error: unknown,
): Promise<void> {
  const { query } = context.database;
  const subject = `sign-in:told:${sign.network}:${sign.email}`;
  const now = context.clock.now();
  try {
    await spendAttempt(query, { subject, limit: SIGN_INS_TOLD, now });
  } catch (told) {
    if (told instanceof CloudError && told.code === "RESOURCE_EXHAUSTED") return;
    throw told;
  }
  const user = await query.user.findUnique({ where: { email: sign.email } });
  const actor = user === null ? unknownPerson(sign.email) : personActor(user);
  await recordFailure(
    { ...context, actor },
    { action: "cloud.session.create", operation: "SignIn", resourceType: "session" },
    error,
  );
}

/** Nobody, whose tries are recorded all the same. */
function unknownPerson(email: string): Actor {
  return { ...noActor(), accountId: UNKNOWN_ACCOUNT_ID, principalName: email };
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
  const author = actor ?? unknownPerson(attempt.email);
  await appendAudit(
    tx,
    { ...context, actor: author },
    {
      action: "cloud.session.create",
      operation: "SignIn",
      status: statusOf(outcome),
      resourceType: "session",
    },
  );
  return outcome;
}

function statusOf(outcome: SignedIn | Refusal): string {
  if (typeof outcome !== "string") return "OK";
  return outcome === "single sign-on" ? "PERMISSION_DENIED" : "UNAUTHENTICATED";
}

async function enter(
  tx: Transaction,
  context: DomainContext,
  user: User,
  attempt: Attempt,
): Promise<SignedIn | Refusal> {
  const { accountId, id: userId } = user;
  if (!(await isPasswordEnough(tx, user))) return "single sign-on";
  const verdict = await takeCode(tx, context, { accountId, userId, code: attempt.code });
  if (verdict === "missing" || verdict === "wrong") return verdict;
  return openSession(tx, context, user, attempt.previousSessionId);
}
