// A user as a SCIM resource, and the resource as an identity provider sends it. Never holds a password.
import { readEmail } from "#domain/users";
import type { ScimUser, User } from "#prisma";
import { ENTERPRISE_SCHEMA, USER_SCHEMA, valueOf } from "./attribute-path.ts";
import { versionOf } from "./resource-version.ts";
import { isObject, ScimRefusal, type ScimObject } from "./scim-refusal.ts";

export const SUSPENDED = "SUSPENDED";
const ATTRIBUTES_BYTES_MAX = 16 * 1024;
const USER_NAME_LENGTH_MAX = 254;
const EXTERNAL_ID_LENGTH_MAX = 500;

/** What is kept as it was sent, beside userName, externalId and active. Everything else is left out. */
const KEPT = [
  ...["userName", "name", "displayName", "nickName", "profileUrl", "title", "userType", "preferredLanguage"],
  ...["locale", "timezone", "emails", "phoneNumbers", "photos", "addresses", ENTERPRISE_SCHEMA],
];

export interface UserFacts {
  user: User;
  /** Null for a user who was made here. */
  scim: ScimUser | null;
  groups: { id: string; displayName: string }[];
}

/** What an identity provider may write: a PATCH starts from it. */
export function writableUser({ user, scim }: Pick<UserFacts, "user" | "scim">): ScimObject {
  const attributes = isObject(scim?.attributes) ? scim.attributes : {};
  return {
    userName: user.email,
    emails: [{ value: user.email, type: "work", primary: true }],
    ...attributes,
    ...(scim === null || scim.externalId === "" ? {} : { externalId: scim.externalId }),
    active: user.state !== SUSPENDED,
  };
}

export function toScimUser(facts: UserFacts, baseUrl: string): ScimObject {
  const { user, scim, groups } = facts;
  const written = writableUser(facts);
  const schemas = Object.hasOwn(written, ENTERPRISE_SCHEMA)
    ? [USER_SCHEMA, ENTERPRISE_SCHEMA]
    : [USER_SCHEMA];
  const resource = {
    schemas,
    id: user.id,
    ...written,
    groups: groups.map(({ id, displayName }) => ({
      ...{ value: id, display: displayName, type: "direct", $ref: `${baseUrl}/Groups/${id}` },
    })),
  };
  return {
    ...resource,
    meta: {
      resourceType: "User",
      created: user.createdAt.toISOString(),
      lastModified: new Date(
        Math.max(user.updatedAt.getTime(), scim?.updatedAt.getTime() ?? 0),
      ).toISOString(),
      location: `${baseUrl}/Users/${user.id}`,
      version: versionOf(resource),
    },
  };
}

export interface UserInput {
  userName: string;
  /** In the order in which one is taken for a new user: the primary one, userName, the others. */
  addresses: [string, ...string[]];
  externalId: string;
  /** Undefined when it was not said. */
  active: boolean | undefined;
  attributes: ScimObject;
}

/** Errors: ScimRefusal naming the attribute. */
export function readUserResource(body: ScimObject): UserInput {
  const userName = textAt(body, "userName", USER_NAME_LENGTH_MAX);
  if (userName === undefined || userName === "")
    throw new ScimRefusal("invalidValue", "userName is required.");
  const kept = KEPT.flatMap((name): [string, unknown][] => {
    const value = valueOf(body, name);
    return value === undefined || value === null ? [] : [[name, value]];
  });
  const attributes = Object.fromEntries(kept);
  if (Buffer.byteLength(JSON.stringify(attributes)) > ATTRIBUTES_BYTES_MAX)
    throw new ScimRefusal("invalidValue", `A user has at most ${ATTRIBUTES_BYTES_MAX} bytes of attributes.`);
  return {
    userName,
    addresses: readAddresses(userName, valueOf(body, "emails")),
    externalId: textAt(body, "externalId", EXTERNAL_ID_LENGTH_MAX) ?? "",
    active: readActive(valueOf(body, "active")),
    attributes,
  };
}

function textAt(body: ScimObject, name: string, max: number): string | undefined {
  const value = valueOf(body, name);
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string" && value.length <= max && !/\p{Cc}/u.test(value)) return value.trim();
  throw new ScimRefusal("invalidValue", `${name} must be text of at most ${max} printable characters.`);
}

/** Entra ID sends "True" and "False". */
function readActive(value: unknown): boolean | undefined {
  if (value === undefined || value === null) return undefined;
  const text = String(value).toLowerCase();
  if (typeof value !== "object" && (text === "true" || text === "false")) return text === "true";
  throw new ScimRefusal("invalidValue", "active must be true or false.");
}

function readAddresses(userName: string, emails: unknown): [string, ...string[]] {
  const elements = Array.isArray(emails) ? emails.filter(isObject) : [];
  const isPrimary = (element: ScimObject): boolean =>
    String(valueOf(element, "primary")).toLowerCase() === "true";
  const inOrder = [
    ...elements.filter(isPrimary).map((element) => valueOf(element, "value")),
    userName,
    ...elements.filter((element) => !isPrimary(element)).map((element) => valueOf(element, "value")),
  ];
  const [first, ...others] = [...new Set(inOrder.flatMap(addressesIn))];
  if (first !== undefined) return [first, ...others];
  throw new ScimRefusal(
    "invalidValue",
    "userName or a primary email must be an address like name@example.com.",
  );
}

function addressesIn(value: unknown): string[] {
  try {
    return typeof value === "string" ? [readEmail(value)] : [];
  } catch {
    // What is no address does not make a user; another one may.
    return [];
  }
}
