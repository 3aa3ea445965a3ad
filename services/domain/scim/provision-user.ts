// Makes a user whom the account's identity provider has. No invitation is mailed: the person comes in by single sign-on,
// or sets a password by the link for forgotten ones. The provider vouches for the address.
import { touchDirectory } from "#domain/directory";
import { checkQuota } from "#domain/quotas";
import { NO_ACCESS_BEYOND_ROLE } from "#domain/roles";
import { insertUser, suspendUser } from "#domain/users";
import type { Prisma } from "#prisma";
import { CloudError } from "#shared/errors";
import { checkUserName, writeScimUser } from "./write-scim-user.ts";
import { changeDirectory, checkPolicies, type ScimContext } from "./scim-context.ts";
import { ScimRefusal, type ScimObject } from "./scim-refusal.ts";
import { getScimUser } from "./get-scim-users.ts";
import { readUserResource } from "./user-resource.ts";

/** Errors: ScimRefusal, RESOURCE_EXHAUSTED, PERMISSION_DENIED by a consensus policy. */
export async function provisionUser(context: ScimContext, body: ScimObject): Promise<ScimObject> {
  const input = readUserResource(body);
  const [email] = input.addresses;
  const { accountId } = context.actor;
  const { accountRole } = context.directory;
  const change = {
    action: "cloud.user.create",
    operationType: "ProvisionUser",
    resourceType: "user",
  } as const;
  const resource = { ...input.attributes, externalId: input.externalId, active: input.active ?? true };
  const userId = await changeDirectory(context, { ...change, resource }, async (tx, operationId) => {
    await checkUserName(tx, { accountId, userName: input.userName });
    const count = await tx.user.count({ where: { accountId } });
    await checkQuota(tx, { accountId, name: "usersPerAccount", count });
    // Who is given nothing is no change of access.
    if (accountRole !== "none") {
      const message = { spec: { access: { accountAccess: { role: accountRole } } } };
      await checkPolicies(tx, context, { operationType: "CreateUser", message, resourceId: "" });
    }
    const access = { accountRole, ...NO_ACCESS_BEYOND_ROLE };
    const verifiedAt = new Date(context.clock.now());
    const id = await insertUser(tx, context, { email, access, operationId, verifiedAt }).catch(asUniqueness);
    await writeScimUser(tx, context, { userId: id, input });
    if (input.active === false) {
      const user = await tx.user.findUniqueOrThrow({ where: { id } });
      await suspendUser(tx, { user, now: context.clock.now() });
    }
    await touchDirectory(tx);
    const after: Prisma.InputJsonObject = { email, accountRole, active: input.active ?? true };
    return { resourceId: id, after };
  });
  return getScimUser(context, userId);
}

function asUniqueness(error: unknown): never {
  if (!(error instanceof CloudError) || error.code !== "ALREADY_EXISTS") throw error;
  throw new ScimRefusal("uniqueness", error.publicMessage);
}
