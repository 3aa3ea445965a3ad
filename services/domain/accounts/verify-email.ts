// Confirms an address with the token that was mailed to it: the account and its owner begin, and their provisioning
// starts. A token works once, within its time, and only for the sign-up it was made for.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { mutate, type OperationRow } from "#domain/operations";
import { createDefaultProject } from "#domain/projects";
import type { SignUp } from "#prisma";
import { CloudError } from "#shared/errors";
import { hashToken } from "#shared/link-token";

const OWNER_ROLE = "owner";

/** Errors: INVALID_ARGUMENT for a token that is unknown, used or expired, and for an address that has an account. */
export async function verifyEmail(
  context: DomainContext,
  input: { token: string },
): Promise<{ accountId: string; userId: string; operation: OperationRow }> {
  const tokenHash = hashToken(input.token);
  const signUp = await context.database.query.signUp.findUnique({ where: { tokenHash } });
  if (signUp === null) throw invalidLink();
  const actor = {
    accountId: signUp.accountId,
    principalType: "user" as const,
    principalId: signUp.userId,
    principalName: signUp.email,
    can: () => false,
  };
  const { operation } = await mutate(
    { ...context, actor },
    {
      action: "cloud.account.create",
      operationType: "CreateAccount",
      operationId: undefined,
      // The token is a secret: the operation's input leaves it out.
      request: { typeName: "cellplane.cloud.v1.VerifyEmailRequest", message: {} },
      resourceType: "account",
      resourceId: signUp.accountId,
    },
    async (tx, operationId) => {
      await useToken(tx, context, tokenHash);
      await createAccount(tx, context, signUp, operationId);
      const { accountId, userId, email, accountName } = signUp;
      return {
        resourceId: accountId,
        after: { accountName, owner: email },
        workflow: { workflowType: "provisionAccount", input: { userId, email, accountName } },
      };
    },
  );
  return { accountId: signUp.accountId, userId: signUp.userId, operation };
}

/** Compare-and-set: of two confirmations at once, one is refused. */
async function useToken(tx: Transaction, context: DomainContext, tokenHash: string): Promise<void> {
  const now = new Date(context.clock.now());
  const { count } = await tx.signUp.updateMany({
    where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  if (count === 0) throw invalidLink();
}

async function createAccount(
  tx: Transaction,
  context: DomainContext,
  signUp: SignUp,
  operationId: string,
): Promise<void> {
  const now = new Date(context.clock.now());
  // Another sign-up with this address may have been confirmed first; its owner keeps it.
  const taken = await tx.user.createMany({
    data: [
      {
        id: signUp.userId,
        accountId: signUp.accountId,
        email: signUp.email,
        state: "ACTIVATING",
        accountRole: OWNER_ROLE,
        passwordHash: signUp.passwordHash,
        asyncOperationId: operationId,
        verifiedAt: now,
        createdAt: now,
        updatedAt: now,
      },
    ],
    skipDuplicates: true,
  });
  if (taken.count === 0) throw invalidLink();
  await tx.account.create({
    data: {
      id: signUp.accountId,
      name: signUp.accountName,
      state: "ACTIVATING",
      asyncOperationId: operationId,
      createdAt: now,
      updatedAt: now,
    },
  });
  await createDefaultProject(tx, { accountId: signUp.accountId, now });
}

function invalidLink(): CloudError {
  return new CloudError(
    "INVALID_ARGUMENT",
    "This link is not valid any more. If you have no account yet, sign up again; else sign in.",
    { field: "token" },
  );
}
