// A custom role as its form holds it: the actions chosen for each kind of resource, and on which of them.
import type { Schemas } from "#api/client";
import { ROLE_ACTIONS, type ResourceType } from "./role-actions.ts";

type Spec = Schemas["temporal.api.cloud.identity.v1.CustomRoleSpec"];

export interface RoleDraft {
  name: string;
  description: string;
  /** By kind of resource; a kind without actions is not in the role. */
  actions: Readonly<Partial<Record<ResourceType, readonly string[]>>>;
  /** Ids with commas between; empty for all. */
  ids: Readonly<Partial<Record<ResourceType, string>>>;
}

export const RESOURCE_TYPES = Object.keys(ROLE_ACTIONS) as ResourceType[];
export const EMPTY_ROLE: RoleDraft = { name: "", description: "", actions: {}, ids: {} };

/** Of several permissions on one kind of resource the form shows the union. */
export function roleDraftOf(spec: Spec | undefined): RoleDraft {
  const permissions = spec?.permissions ?? [];
  const of = (type: ResourceType) => permissions.filter(({ resources }) => resources?.resourceType === type);
  return {
    name: spec?.name ?? "",
    description: spec?.description ?? "",
    actions: Object.fromEntries(
      RESOURCE_TYPES.map((type) => [type, of(type).flatMap(({ actions = [] }) => actions)]),
    ),
    ids: Object.fromEntries(
      RESOURCE_TYPES.map((type) => [
        type,
        of(type)
          .flatMap(({ resources }) => resources?.resourceIds ?? [])
          .join(", "),
      ]),
    ),
  };
}

export function specOf({ name, description, actions, ids }: RoleDraft) {
  return {
    name: name.trim(),
    description: description.trim(),
    permissions: RESOURCE_TYPES.flatMap((resourceType) => {
      const chosen = actions[resourceType] ?? [];
      if (chosen.length === 0) return [];
      const resourceIds = (ids[resourceType] ?? "").split(/[\s,]+/).filter((id) => id !== "");
      return [
        {
          actions: [...chosen],
          resources: { resourceType, resourceIds, allowAll: resourceIds.length === 0 },
        },
      ];
    }),
  };
}

/** Whether the form can hold the role: two permissions on one kind with different resources cannot be one line. */
export function isSimple(spec: Spec | undefined): boolean {
  const types = (spec?.permissions ?? []).map(({ resources }) => resources?.resourceType);
  return new Set(types).size === types.length;
}
