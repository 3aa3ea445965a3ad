// Where a group comes from, which decides who keeps its members.
import type { Schemas } from "#api/client";

export type Group = Schemas["temporal.api.cloud.identity.v1.UserGroup"];

export function originOf({ spec }: Group): { label: string; isOurs: boolean } {
  if (spec?.scimGroup !== undefined) return { label: "Identity provider (SCIM)", isOurs: false };
  if (spec?.googleGroup !== undefined) return { label: "Google group", isOurs: false };
  return { label: "Made here", isOurs: true };
}
