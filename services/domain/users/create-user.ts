// Makes a user and mails the invitation, with which the person sets a password. The user is there and active at once:
// what it may do can be set up before anybody comes.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { touchDirectory } from "#domain/directory";
import { mutate, type OperationRow } from "#domain/operations";
import { checkQuota } from "#domain/quotas";
import { accessDetails, checkGrant, writePrincipalAccess, type PrincipalAccess } from "#domain/roles";
import { CloudError } from "#shared/errors";
import { sendInvitation } from "./send-invitation.ts";
import { readUserSpec } from "./user.ts";

export async function createUser(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.ICreateUserRequest,
): Promise<{ userId: string; operation: OperationRow }> {
  const { operation } = await mutate(
    context,
    {
      action: "cloud.user.create",
      operationType: "CreateUser",
      operationId: request.asyncOperationId,
      request: { typeName: "temporal.api.cloud.cloudservice.v1.CreateUserRequest", message: request },
      resourceType: "user",
    },
    async (tx, operationId) => {
      const spec = readUserSpec(request.spec);
      await checkGrant(tx, context, { after: spec.access });
      const { accountId } = context.actor;
      await checkQuota(tx, {
        accountId,
        name: "usersPerAccount",
        count: await tx.user.count({ where: { accountId } }),
      });
      const userId = await insertUser(tx, context, { ...spec, operationId });
      await sendInvitation(tx, context, { id: userId, accountId, email: spec.email });
      await touchDirectory(tx);
      return { resourceId: userId, after: { email: spec.email, ...accessDetails(spec.access) } };
    },
  );
  await context.jobs.wake("mail");
  return { userId: operation.resourceId, operation };
}

export interface NewUser {
  email: string;
  access: PrincipalAccess;
  operationId: string;
  /** Set when somebody trustworthy vouches for the address, such as the account's identity provider. */
  verifiedAt?: Date;
}

/**
 * Writes the rows of a user without a password. The address is unique over all accounts.
 * Errors: ALREADY_EXISTS, with one text whoever has the address.
 */
export async function insertUser(tx: Transaction, context: DomainContext, user: NewUser): Promise<string> {
  const { accountId } = context.actor;
  const id = context.ids.uuid().replaceAll("-", "");
  const now = new Date(context.clock.now());
  // The unique index decides, also about rows of other accounts, which this transaction cannot see.
  const { count } = await tx.user.createMany({
    data: [
      {
        ...{ id, accountId, email: user.email, state: "ACTIVE", accountRole: user.access.accountRole },
        ...{ asyncOperationId: user.operationId, verifiedAt: user.verifiedAt ?? null },
        ...{ createdAt: now, updatedAt: now },
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) {
    throw new CloudError(
      "ALREADY_EXISTS",
      "This address belongs to a user already, of this account or of another: an address has one account.",
      { field: "spec.email" },
    );
  }
  await writePrincipalAccess(tx, { accountId, principalType: "user", principalId: id }, user.access);
  return id;
}
