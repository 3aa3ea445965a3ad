// Makes a user equal to what the identity provider says, by PUT and PATCH. A user who was made here is taken over with
// that. The address stays: it is who the user is. `active: false` ends sessions and stops keys; nothing is deleted.
import type { Transaction } from "#domain/database";
import { touchDirectory } from "#domain/directory";
import { restoreUser, suspendUser } from "#domain/users";
import { applyPatch } from "./apply-patch.ts";
import { getScimUser } from "./get-scim-users.ts";
import { checkMayManage } from "./managed-people.ts";
import { checkVersion } from "./resource-version.ts";
import { changeDirectory, checkPolicies, type ScimContext } from "./scim-context.ts";
import { ScimRefusal, type ScimObject } from "./scim-refusal.ts";
import {
  readUserResource,
  SUSPENDED,
  toScimUser,
  writableUser,
  type UserFacts,
  type UserInput,
} from "./user-resource.ts";
import { findUserFacts } from "./user-rows.ts";
import { checkUserName, writeScimUser } from "./write-scim-user.ts";

export interface ResourceChange {
  id: string;
  body: ScimObject;
  /** The header If-Match. */
  ifMatch: string | undefined;
}

export function replaceScimUser(context: ScimContext, change: ResourceChange): Promise<ScimObject> {
  return makeEqual(context, change, () => change.body);
}

export function patchScimUser(context: ScimContext, change: ResourceChange): Promise<ScimObject> {
  return makeEqual(context, change, (facts) => applyPatch(writableUser(facts), change.body));
}

/** What is as wanted already is left alone, without a record: identity providers repeat themselves. */
async function makeEqual(
  context: ScimContext,
  { id, ifMatch }: ResourceChange,
  wantedOf: (facts: UserFacts) => ScimObject,
): Promise<ScimObject> {
  const present = await findUserFacts(context.database.query, context, id);
  checkVersion(ifMatch, versionIn(present, context));
  const input = readUserResource(wantedOf(present));
  if (isAsWanted(present, input)) return toScimUser(present, context.directory.baseUrl);
  const change = {
    action: "cloud.user.update",
    operationType: "UpdateProvisionedUser",
    resourceType: "user",
  } as const;
  const resource = { ...input.attributes, externalId: input.externalId, active: input.active ?? true };
  await changeDirectory(context, { ...change, resourceId: id, resource }, async (tx) => {
    const facts = await findUserFacts(tx, context, id);
    checkVersion(ifMatch, versionIn(facts, context));
    const wanted = readUserResource(wantedOf(facts));
    await apply(tx, context, facts, wanted);
    const active = facts.user.state !== SUSPENDED;
    return {
      resourceId: id,
      before: { email: facts.user.email, active, externalId: facts.scim?.externalId ?? "" },
      after: { userName: wanted.userName, active: wanted.active ?? active, externalId: wanted.externalId },
    };
  });
  return getScimUser(context, id);
}

function versionIn(facts: UserFacts, context: ScimContext): string {
  return (toScimUser(facts, context.directory.baseUrl)["meta"] as { version: string }).version;
}

function isAsWanted(facts: UserFacts, input: UserInput): boolean {
  const { user, scim } = facts;
  const active = user.state !== SUSPENDED;
  return (
    scim?.externalId === input.externalId &&
    (input.active ?? active) === active &&
    JSON.stringify(sorted(scim.attributes)) === JSON.stringify(sorted(input.attributes))
  );
}

/** The database keeps the keys of JSON in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)]);
}

async function apply(
  tx: Transaction,
  context: ScimContext,
  { user }: UserFacts,
  input: UserInput,
): Promise<void> {
  const { accountId } = user;
  if (!input.addresses.includes(user.email)) {
    throw new ScimRefusal(
      "mutability",
      "The address of a user cannot change: none of userName and emails is the one of now. Delete the user and make another.",
    );
  }
  await checkUserName(tx, { accountId, userName: input.userName, exceptId: user.id });
  const isSuspended = user.state === SUSPENDED;
  const wantsSuspended = input.active === undefined ? isSuspended : !input.active;
  const now = context.clock.now();
  if (wantsSuspended && !isSuspended) {
    await checkMayManage(tx, context, user);
    await suspendUser(tx, { user, now });
  }
  if (!wantsSuspended && isSuspended) {
    await checkMayManage(tx, context, user);
    // Whoever comes back has what they had: that is access given.
    const message = { spec: { access: { accountAccess: { role: await highestRole(tx, user) } } } };
    await checkPolicies(tx, context, { operationType: "CreateUser", message, resourceId: user.id });
    await restoreUser(tx, { user, now });
  }
  await writeScimUser(tx, context, { userId: user.id, input });
  if (wantsSuspended !== isSuspended) await touchDirectory(tx);
}

/** An administrator by a group is one as much as by the own role. */
async function highestRole(
  tx: Transaction,
  { id, accountId, accountRole }: UserFacts["user"],
): Promise<string> {
  const memberships = await tx.userGroupMember.findMany({ where: { accountId, userId: id } });
  const administrators = await tx.userGroup.findFirst({
    where: {
      ...{ accountId, state: "ACTIVE", accountRole: { in: ["owner", "admin"] } },
      id: { in: memberships.map(({ groupId }) => groupId) },
    },
  });
  return administrators?.accountRole ?? accountRole;
}
