// Writes what an identity provider says of a user, and keeps user names apart within the account.
import type { Transaction } from "#domain/database";
import type { Prisma } from "#prisma";
import type { ScimContext } from "./scim-context.ts";
import { ScimRefusal } from "./scim-refusal.ts";
import type { UserInput } from "./user-resource.ts";

/** Under the account's lock. Errors: ScimRefusal uniqueness. */
export async function checkUserName(
  tx: Transaction,
  wanted: { accountId: string; userName: string; exceptId?: string },
): Promise<void> {
  const { accountId, exceptId = "" } = wanted;
  const userNameKey = wanted.userName.toLowerCase();
  const [provisioned, local] = await Promise.all([
    tx.scimUser.findFirst({ where: { accountId, userNameKey, userId: { not: exceptId } } }),
    tx.user.findFirst({ where: { accountId, email: userNameKey, id: { not: exceptId } } }),
  ]);
  if (provisioned === null && local === null) return;
  throw new ScimRefusal("uniqueness", "There is a user with this userName already.");
}

/** An upsert by the user's id: repeating it changes nothing. */
export async function writeScimUser(
  tx: Transaction,
  context: ScimContext,
  { userId, input }: { userId: string; input: UserInput },
): Promise<void> {
  const now = new Date(context.clock.now());
  const data = {
    userNameKey: input.userName.toLowerCase(),
    externalId: input.externalId,
    // It was read from JSON and holds nothing else.
    attributes: input.attributes as Prisma.InputJsonObject,
    updatedAt: now,
  };
  await tx.scimUser.upsert({
    where: { userId },
    create: { userId, accountId: context.actor.accountId, ...data, createdAt: now },
    update: data,
  });
}
