// The door of SCIM: how an account's identity provider keeps users and groups here equal to its own.
export { createScimToken, rotateScimToken } from "./create-scim-token.ts";
export { deleteScimToken, getScimTokens } from "./get-scim-tokens.ts";
export { authenticateDirectory } from "./scim-token.ts";
export type { Directory, ScimContext } from "./scim-context.ts";
export { isObject, ScimRefusal, type ScimObject, type ScimType } from "./scim-refusal.ts";
export { projectionOf, type QueryText } from "./list-page.ts";
export { namesVersion } from "./resource-version.ts";
export { getScimUser, getScimUsers } from "./get-scim-users.ts";
export { provisionUser } from "./provision-user.ts";
export { patchScimUser, replaceScimUser } from "./change-scim-user.ts";
export { deprovisionUser } from "./deprovision-user.ts";
export { getScimGroup, getScimGroups } from "./get-scim-groups.ts";
export { provisionGroup } from "./provision-group.ts";
export { deprovisionGroup, patchScimGroup, replaceScimGroup } from "./change-scim-group.ts";
export { listOfDocuments, resourceTypes, schemas, serviceProviderConfig } from "./service-documents.ts";
