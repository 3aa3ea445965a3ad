// Keeps the passkey that the browser made. With the first second factor come recovery codes, and other sessions end.
import { verifyRegistrationResponse, type RegistrationResponseJSON } from "@simplewebauthn/server";
import type { cloudV1 } from "#contracts";
import { appendAudit } from "#domain/audit";
import type { DomainContext } from "#domain/context";
import { enqueueMail } from "#domain/mail";
import { endOtherSessions, hasSecondFactor, renewRecoveryCodes } from "#domain/second-factors";
import { CloudError } from "#shared/errors";
import { PASSKEYS_MAX } from "./begin-passkey.ts";
import { takeChallenge } from "./challenge.ts";
import { readResponse, relyingParty } from "./relying-party.ts";

const NAME_LENGTH_MAX = 64;

/**
 * Errors: INVALID_ARGUMENT for a name or an answer that does not fit, FAILED_PRECONDITION for a challenge that is over,
 * ALREADY_EXISTS, RESOURCE_EXHAUSTED at the limit of passkeys.
 */
export async function confirmPasskey(
  context: DomainContext,
  input: cloudV1.IConfirmPasskeyRequest,
  sessionId: string | undefined,
): Promise<cloudV1.IConfirmPasskeyResponse> {
  if (sessionId === undefined)
    throw new CloudError("FAILED_PRECONDITION", "Sign in with a session for this.");
  const { accountId, principalId: userId, principalName: email } = context.actor;
  const displayName = readName(input.displayName ?? "");
  const response = readResponse<RegistrationResponseJSON>(input.responseJson ?? "");
  const { challengeId = "" } = { challengeId: input.challengeId ?? "" };
  // By itself: a challenge is used up, whatever becomes of the answer.
  const expectedChallenge = await context.database.transaction((tx) =>
    takeChallenge(tx, context, { accountId, userId, challengeId }),
  );
  const { credential, credentialBackedUp } = await verified(context, response, expectedChallenge);
  const recoveryCodes = await context.database.transaction(async (tx) => {
    const own = { accountId, userId };
    if ((await tx.passkey.count({ where: own })) >= PASSKEYS_MAX)
      throw new CloudError("RESOURCE_EXHAUSTED", `You have ${PASSKEYS_MAX} passkeys. Remove one first.`);
    const isFirst = !(await hasSecondFactor(tx, own));
    await tx.passkey.create({
      data: {
        ...{ id: credential.id, ...own, displayName, isBackedUp: credentialBackedUp },
        ...{ publicKey: new Uint8Array(credential.publicKey), counter: BigInt(credential.counter) },
        transports: [...(credential.transports ?? [])],
        createdAt: new Date(context.clock.now()),
      },
    });
    await endOtherSessions(tx, { ...own, sessionId });
    await appendAudit(tx, context, {
      ...{ action: "cloud.passkey.create", operation: "ConfirmPasskey", status: "OK" },
      ...{ resourceType: "user", resourceId: userId, after: { displayName } },
    });
    await enqueueMail(tx, context, {
      ...{ accountId, to: email, dedupeKey: `passkey-added:${credential.id}` },
      subject: "A passkey was added",
      text: `The passkey "${displayName}" can sign in to Cellplane as you from now on.\n\nIf it was not you, set a new password at once: ${context.installation.publicUrl}/forgotten-password\n`,
    });
    return isFirst ? renewRecoveryCodes(tx, context, own) : [];
  });
  await context.jobs.wake("mail");
  return { passkeyId: credential.id, recoveryCodes };
}

async function verified(
  context: DomainContext,
  response: RegistrationResponseJSON,
  expectedChallenge: string,
) {
  const answer = await verifyRegistrationResponse({
    ...{ response, expectedChallenge, requireUserVerification: true },
    ...relyingParty(context),
  }).catch(() => undefined);
  if (answer?.verified !== true) {
    throw new CloudError("INVALID_ARGUMENT", "This is not the passkey that was asked for.", {
      field: "responseJson",
    });
  }
  return answer.registrationInfo;
}

function readName(text: string): string {
  const name = text.trim();
  if (name !== "" && name.length <= NAME_LENGTH_MAX && !/\p{C}/u.test(name)) return name;
  throw new CloudError(
    "INVALID_ARGUMENT",
    `display_name must have 1 to ${NAME_LENGTH_MAX} printable characters.`,
    { field: "displayName" },
  );
}
