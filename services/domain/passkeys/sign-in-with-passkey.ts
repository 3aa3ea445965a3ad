// Opens a session for who has a passkey that verified its person: both factors in one. Nothing tells whether a passkey is
// known before it is right.
import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  type AuthenticationResponseJSON,
} from "@simplewebauthn/server";
import type { cloudV1 } from "#contracts";
import { networkOf, refundAttempt, spendAttempt } from "#domain/attempts";
import { appendAudit } from "#domain/audit";
import type { Actor, DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { noActor, resolveActor } from "#domain/roles";
import { openSession, UNKNOWN_ACCOUNT_ID, type SignedIn } from "#domain/sessions";
import { isPasswordEnough, signInUrlOf } from "#domain/sign-in-rules";
import type { Passkey, User } from "#prisma";
import { CloudError } from "#shared/errors";
import { ANYBODY, CHALLENGE_MS, keepChallenge, takeChallenge } from "./challenge.ts";
import { readResponse, relyingParty } from "./relying-party.ts";

const FAILURES_PER_NETWORK = { max: 100, windowMs: 15 * 60_000 };
/** Each makes a row that lives for minutes. */
const BEGINNINGS_PER_NETWORK = { max: 600, windowMs: 15 * 60_000 };

/** Errors: RESOURCE_EXHAUSTED after too many of one network. */
export async function beginPasskeySignIn(
  context: DomainContext,
): Promise<cloudV1.IBeginPasskeySignInResponse> {
  await spendAttempt(context.database.query, {
    ...{ subject: `passkey:begin:${networkOf(context.remoteAddress)}`, limit: BEGINNINGS_PER_NETWORK },
    now: context.clock.now(),
  });
  const options = await generateAuthenticationOptions({
    ...{ rpID: relyingParty(context).expectedRPID, timeout: CHALLENGE_MS },
    userVerification: "required",
  });
  const challengeId = await keepChallenge(context, { ...ANYBODY, challenge: options.challenge });
  return { challengeId, optionsJson: JSON.stringify(options) };
}

/**
 * Errors: UNAUTHENTICATED for a passkey that is not known or not right, PERMISSION_DENIED where the account demands
 * single sign-on, FAILED_PRECONDITION for a challenge that is over, RESOURCE_EXHAUSTED after too many failures.
 */
export async function signInWithPasskey(
  context: DomainContext,
  input: { challengeId: string; responseJson: string; previousSessionId: string | undefined },
): Promise<SignedIn> {
  const { query } = context.database;
  // What is no answer of a passkey at all is no attempt either.
  const response = readResponse<AuthenticationResponseJSON>(input.responseJson);
  const subject = `passkey:network:${networkOf(context.remoteAddress)}`;
  await spendAttempt(query, { subject, limit: FAILURES_PER_NETWORK, now: context.clock.now() });
  // By itself: a challenge is used up, whatever becomes of the answer.
  const challenge = await context.database.transaction((tx) =>
    takeChallenge(tx, context, { ...ANYBODY, challengeId: input.challengeId }),
  );
  const passkey = await query.passkey.findUnique({ where: { id: response.id } });
  const counter = passkey === null ? undefined : await counterOf(context, { passkey, response, challenge });
  const outcome = await context.database.transaction((tx) =>
    enter(tx, context, { passkey, counter, previousSessionId: input.previousSessionId }),
  );
  if (outcome === "refused")
    throw new CloudError("UNAUTHENTICATED", "This passkey is not known here, or was removed.");
  await refundAttempt(query, subject);
  if ("singleSignOn" in outcome) {
    const url = signInUrlOf(context.installation, outcome.singleSignOn);
    throw new CloudError("PERMISSION_DENIED", `Your account demands single sign-on. Sign in at ${url}.`);
  }
  return outcome;
}

/** The authenticator's new counter; undefined when the answer is not right. */
async function counterOf(
  context: DomainContext,
  {
    passkey,
    response,
    challenge,
  }: { passkey: Passkey; response: AuthenticationResponseJSON; challenge: string },
): Promise<bigint | undefined> {
  const answer = await verifyAuthenticationResponse({
    ...{ response, expectedChallenge: challenge, requireUserVerification: true },
    ...relyingParty(context),
    credential: {
      id: passkey.id,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: Number(passkey.counter),
    },
  }).catch(() => undefined);
  return answer?.verified === true ? BigInt(answer.authenticationInfo.newCounter) : undefined;
}

interface Attempt {
  passkey: Passkey | null;
  counter: bigint | undefined;
  previousSessionId: string | undefined;
}

/** Writes the audit record and, when the person may in, the session. */
async function enter(
  tx: Transaction,
  context: DomainContext,
  { passkey, counter, previousSessionId }: Attempt,
): Promise<SignedIn | "refused" | { singleSignOn: string }> {
  const user = passkey === null ? null : await tx.user.findUnique({ where: { id: passkey.userId } });
  const actor = user === null ? undefined : await actorOf(tx, user);
  const outcome =
    passkey === null || user === null || counter === undefined || actor === undefined
      ? "refused"
      : await admit(tx, context, { user, passkey, counter, previousSessionId });
  const unknown: Actor = { ...noActor(), accountId: user?.accountId ?? UNKNOWN_ACCOUNT_ID };
  await appendAudit(
    tx,
    { ...context, actor: actor ?? unknown },
    {
      ...{ action: "cloud.session.create", operation: "SignInWithPasskey", resourceType: "session" },
      status:
        outcome === "refused" ? "UNAUTHENTICATED" : "singleSignOn" in outcome ? "PERMISSION_DENIED" : "OK",
    },
  );
  return outcome;
}

function actorOf(tx: Transaction, { accountId, id }: User): Promise<Actor | undefined> {
  return resolveActor(tx, { accountId, principalType: "user", principalId: id });
}

/** Compare-and-set on the counter: of two uses of one copy at once, one is refused. */
async function admit(
  tx: Transaction,
  context: DomainContext,
  input: { user: User; passkey: Passkey; counter: bigint; previousSessionId: string | undefined },
): Promise<SignedIn | "refused" | { singleSignOn: string }> {
  const { user, passkey, counter, previousSessionId } = input;
  if (!(await isPasswordEnough(tx, user))) return { singleSignOn: user.accountId };
  const { count } = await tx.passkey.updateMany({
    where: { id: passkey.id, accountId: user.accountId, counter: passkey.counter },
    data: { counter, lastUsedAt: new Date(context.clock.now()) },
  });
  return count === 1 ? openSession(tx, context, user, previousSessionId) : "refused";
}
