// A SCIM group as a resource, and the resource as an identity provider sends it. What the group may do is no business
// of the provider: access is given here.
import { SCIM_NAME_LENGTH_MAX } from "#domain/groups";
import type { UserGroup } from "#prisma";
import { GROUP_SCHEMA, valueOf } from "./attribute-path.ts";
import { versionOf } from "./resource-version.ts";
import { isObject, ScimRefusal, type ScimObject } from "./scim-refusal.ts";

const EXTERNAL_ID_LENGTH_MAX = 500;
/** Of one group, and in one request. */
export const MEMBERS_MAX = 10_000;

export interface GroupFacts {
  group: UserGroup;
  members: { userId: string; email: string }[];
}

/** A provider that gives groups no id of its own knows them by ours, which then stands in the column. */
export function externalIdOf(group: UserGroup): string {
  return group.externalId === group.id ? "" : group.externalId;
}

/** What an identity provider may write: a PATCH starts from it. */
export function writableGroup({ group, members }: GroupFacts): ScimObject {
  const externalId = externalIdOf(group);
  return {
    displayName: group.displayName,
    ...(externalId === "" ? {} : { externalId }),
    members: members.map(({ userId, email }) => ({ value: userId, display: email })),
  };
}

export function toScimGroup(facts: GroupFacts, baseUrl: string): ScimObject {
  const { group, members } = facts;
  const resource = {
    schemas: [GROUP_SCHEMA],
    id: group.id,
    ...writableGroup(facts),
    members: members.map(({ userId, email }) => ({
      ...{ value: userId, display: email, type: "User", $ref: `${baseUrl}/Users/${userId}` },
    })),
  };
  return {
    ...resource,
    meta: {
      resourceType: "Group",
      created: group.createdAt.toISOString(),
      lastModified: group.updatedAt.toISOString(),
      location: `${baseUrl}/Groups/${group.id}`,
      version: versionOf(resource),
    },
  };
}

export interface GroupInput {
  displayName: string;
  externalId: string;
  userIds: string[];
}

/** Errors: ScimRefusal naming the attribute. */
export function readGroupResource(body: ScimObject): GroupInput {
  const displayName = textAt(body, "displayName", SCIM_NAME_LENGTH_MAX);
  if (displayName === "") throw new ScimRefusal("invalidValue", "displayName is required.");
  const members = valueOf(body, "members") ?? [];
  const elements = Array.isArray(members) ? (members as unknown[]) : [members];
  if (elements.length > MEMBERS_MAX)
    throw new ScimRefusal("tooMany", `A group has at most ${MEMBERS_MAX} members.`);
  return {
    displayName,
    externalId: textAt(body, "externalId", EXTERNAL_ID_LENGTH_MAX),
    userIds: [...new Set(elements.map(userIdIn))],
  };
}

function userIdIn(element: unknown): string {
  const value = isObject(element) ? valueOf(element, "value") : element;
  if (typeof value === "string" && value !== "") return value;
  throw new ScimRefusal("invalidValue", "members: each has the id of a user as its value.");
}

function textAt(body: ScimObject, name: string, max: number): string {
  const value = valueOf(body, name) ?? "";
  if (typeof value === "string" && value.length <= max && !/\p{Cc}/u.test(value)) return value.trim();
  throw new ScimRefusal("invalidValue", `${name} must be text of at most ${max} printable characters.`);
}
