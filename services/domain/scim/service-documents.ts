// What this SCIM server says of itself (RFC 7643, sections 5 to 7). Data.
import { ENTERPRISE_SCHEMA, GROUP_SCHEMA, USER_SCHEMA } from "./attribute-path.ts";
import { LIST_SCHEMA, RESULTS_MAX } from "./list-page.ts";
import type { ScimObject } from "./scim-refusal.ts";

const SCHEMA_SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Schema";
const TYPE_SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";
const CONFIG_SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";

export function serviceProviderConfig(baseUrl: string): ScimObject {
  return {
    schemas: [CONFIG_SCHEMA],
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: RESULTS_MAX },
    changePassword: { supported: false },
    sort: { supported: false },
    etag: { supported: true },
    authenticationSchemes: [
      {
        ...{ type: "oauthbearertoken", name: "Bearer token", primary: true },
        description: "A SCIM token of the account, as `authorization: Bearer <token>`.",
      },
    ],
    meta: { resourceType: "ServiceProviderConfig", location: `${baseUrl}/ServiceProviderConfig` },
  };
}

export function resourceTypes(baseUrl: string): ScimObject[] {
  const type = (name: string, more: object): ScimObject => ({
    ...{ schemas: [TYPE_SCHEMA], id: name, name, endpoint: `/${name}s`, ...more },
    meta: { resourceType: "ResourceType", location: `${baseUrl}/ResourceTypes/${name}` },
  });
  return [
    type("User", {
      ...{ description: "People of the account", schema: USER_SCHEMA },
      schemaExtensions: [{ schema: ENTERPRISE_SCHEMA, required: false }],
    }),
    type("Group", { description: "Groups of people", schema: GROUP_SCHEMA }),
  ];
}

export function schemas(baseUrl: string): ScimObject[] {
  const schema = (id: string, name: string, attributes: ScimObject[]): ScimObject => ({
    ...{ schemas: [SCHEMA_SCHEMA], id, name, attributes },
    meta: { resourceType: "Schema", location: `${baseUrl}/Schemas/${id}` },
  });
  return [
    schema(USER_SCHEMA, "User", USER_ATTRIBUTES),
    schema(GROUP_SCHEMA, "Group", GROUP_ATTRIBUTES),
    schema(ENTERPRISE_SCHEMA, "EnterpriseUser", ENTERPRISE_ATTRIBUTES),
  ];
}

/** One of a list of documents by its id, or the list. */
export function listOfDocuments(documents: ScimObject[]): ScimObject {
  return {
    ...{ schemas: [LIST_SCHEMA], totalResults: documents.length, startIndex: 1 },
    ...{ itemsPerPage: documents.length, Resources: documents },
  };
}

function attribute(name: string, more: ScimObject = {}): ScimObject {
  return {
    ...{ name, type: "string", multiValued: false, required: false, caseExact: false },
    ...{ mutability: "readWrite", returned: "default", uniqueness: "none", ...more },
  };
}

const texts = (...names: string[]): ScimObject[] => names.map((name) => attribute(name));
const complex = (name: string, subAttributes: ScimObject[], more: ScimObject = {}): ScimObject =>
  attribute(name, { type: "complex", subAttributes, ...more });
const plural = (name: string, ...subs: string[]): ScimObject =>
  complex(name, [...texts(...subs, "type"), attribute("primary", { type: "boolean" })], {
    multiValued: true,
  });
const reference = (...referenceTypes: string[]): ScimObject =>
  attribute("$ref", { type: "reference", referenceTypes, mutability: "readOnly" });

const USER_ATTRIBUTES: ScimObject[] = [
  attribute("userName", { required: true, uniqueness: "server" }),
  attribute("externalId", { caseExact: true }),
  complex(
    "name",
    texts("formatted", "familyName", "givenName", "middleName", "honorificPrefix", "honorificSuffix"),
  ),
  ...texts(
    "displayName",
    "nickName",
    "profileUrl",
    "title",
    "userType",
    "preferredLanguage",
    "locale",
    "timezone",
  ),
  attribute("active", { type: "boolean" }),
  plural("emails", "value", "display"),
  plural("phoneNumbers", "value", "display"),
  plural("photos", "value", "display"),
  plural("addresses", "formatted", "streetAddress", "locality", "region", "postalCode", "country"),
  complex("groups", [...texts("value", "display", "type"), reference("Group")], {
    ...{ multiValued: true, mutability: "readOnly" },
  }),
];

const GROUP_ATTRIBUTES: ScimObject[] = [
  attribute("displayName", { required: true, uniqueness: "server" }),
  attribute("externalId", { caseExact: true }),
  complex("members", [...texts("value", "display", "type"), reference("User")], { multiValued: true }),
];

const ENTERPRISE_ATTRIBUTES: ScimObject[] = [
  ...texts("employeeNumber", "costCenter", "organization", "division", "department"),
  complex("manager", [...texts("value", "displayName"), reference("User")]),
];
