// Writes the row of a new API key and makes its token, which is kept nowhere: the caller hands it out once.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { checkQuota } from "#domain/quotas";
import type { KeyOwnerType } from "./api-key.ts";
import { checkKeyCreation } from "./api-key-policy.ts";
import { hashApiKey, signApiKey } from "./api-key-token.ts";
import { checkActsFor } from "./key-owner.ts";
import { currentSigner } from "./signing-keys.ts";

const KEY_ID_LENGTH = 24;
const LAST_CHARACTERS = 4;

export interface NewKey {
  owner: { ownerId: string; ownerType: KeyOwnerType };
  displayName: string;
  description: string;
  disabled: boolean;
  expiresAt: number;
  operationId: string;
  /** A key that this one takes the place of: it does not count against the owner's quota. */
  replacesKeyId?: string;
}

/** Errors: PERMISSION_DENIED for the key of another user, FAILED_PRECONDITION when the account takes no new keys, RESOURCE_EXHAUSTED at the owner's quota. */
export async function issueApiKey(
  tx: Transaction,
  context: DomainContext,
  key: NewKey,
): Promise<{ keyId: string; token: string }> {
  const { accountId } = context.actor;
  const { owner, displayName, description, disabled, expiresAt } = key;
  const now = context.clock.now();
  await checkActsFor(tx, context, owner);
  await checkKeyCreation(tx, accountId);
  const held = await tx.apiKey.count({
    where: {
      ...{ accountId, ownerId: owner.ownerId, state: "ACTIVE", expiresAt: { gt: new Date(now) } },
      ...(key.replacesKeyId === undefined ? {} : { id: { not: key.replacesKeyId } }),
    },
  });
  const name = owner.ownerType === "user" ? "apiKeysPerUser" : "apiKeysPerServiceAccount";
  await checkQuota(tx, { accountId, name, count: held });
  const signer = await currentSigner(tx, context);
  const keyId = context.ids.short(KEY_ID_LENGTH);
  const facts = { keyId, principalId: owner.ownerId, accountId, issuedAt: now, expiresAt };
  const token = await signApiKey(signer, facts);
  await tx.apiKey.create({
    data: {
      ...owner,
      ...{ id: keyId, accountId, displayName, description, disabled, state: "ACTIVE" },
      tokenSha256: hashApiKey(token),
      tokenLastFour: token.slice(-LAST_CHARACTERS),
      signingKeyId: signer.keyId,
      asyncOperationId: key.operationId,
      expiresAt: new Date(expiresAt),
      createdAt: new Date(now),
      updatedAt: new Date(now),
    },
  });
  return { keyId, token };
}
