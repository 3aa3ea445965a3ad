// What the browser is told to make a passkey for the caller.
import { generateRegistrationOptions } from "@simplewebauthn/server";
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import { checkOwnPassword } from "#domain/users";
import { CloudError } from "#shared/errors";
import { CHALLENGE_MS, keepChallenge } from "./challenge.ts";
import { relyingParty } from "./relying-party.ts";

export const PASSKEYS_MAX = 10;

/** Errors: those of a wrong password, RESOURCE_EXHAUSTED at the limit of passkeys. */
export async function beginPasskey(
  context: DomainContext,
  shown: { password: string; sessionId: string | undefined },
): Promise<cloudV1.IBeginPasskeyResponse> {
  const user = await checkOwnPassword(context, shown);
  const own = { accountId: user.accountId, userId: user.id };
  const passkeys = await context.database.query.passkey.findMany({ where: own });
  if (passkeys.length >= PASSKEYS_MAX) {
    throw new CloudError("RESOURCE_EXHAUSTED", `You have ${PASSKEYS_MAX} passkeys. Remove one first.`);
  }
  const options = await generateRegistrationOptions({
    rpName: "Cellplane",
    rpID: relyingParty(context).expectedRPID,
    userName: user.email,
    userID: new TextEncoder().encode(user.id),
    attestationType: "none",
    timeout: CHALLENGE_MS,
    excludeCredentials: passkeys.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  const challengeId = await keepChallenge(context, { ...own, challenge: options.challenge });
  return { challengeId, optionsJson: JSON.stringify(options) };
}
