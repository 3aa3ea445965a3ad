// A service account as the public message, and its spec as read from one.
import { temporal, timestampOfMs } from "#contracts";
import {
  NO_ACCESS_BEYOND_ROLE,
  readAccess,
  readPermission,
  readProjectRole,
  toAccess,
  toNamespaceAccess,
  toProjectAccess,
  type NamespacePermission,
  type PrincipalAccess,
} from "#domain/roles";
import type { ServiceAccount } from "#prisma";
import { CloudError } from "#shared/errors";
import { resourceVersionOf } from "#shared/resource-version";

type ISpec = temporal.api.cloud.identity.v1.IServiceAccountSpec;
const { ResourceState } = temporal.api.cloud.resource.v1;

const NAME_LENGTH_MAX = 64;
const DESCRIPTION_LENGTH_MAX = 512;
/** Bound service accounts read nothing of the account beyond what everybody in it does. */
const BOUND_ACCOUNT_ROLE = "none";

export function toServiceAccount(
  row: ServiceAccount,
  access: PrincipalAccess,
): temporal.api.cloud.identity.v1.IServiceAccount {
  return {
    id: row.id,
    resourceVersion: resourceVersionOf(row),
    spec: {
      name: row.name,
      description: row.description,
      ...toScopedAccess(row, access),
    },
    state: ResourceState.RESOURCE_STATE_ACTIVE,
    stateDeprecated: "active",
    asyncOperationId: row.asyncOperationId,
    createdTime: timestampOfMs(row.createdAt.getTime()),
    lastModifiedTime: timestampOfMs(row.updatedAt.getTime()),
  };
}

function toScopedAccess(row: ServiceAccount, access: PrincipalAccess): ISpec {
  const namespaces = [...access.namespaces].map(
    ([namespace, permission]) => [namespace, toNamespaceAccess(permission)] as const,
  );
  if (row.scope === "namespace") {
    const [, namespaceAccess = {}] = namespaces[0] ?? [];
    return { namespaceScopedAccess: { namespace: row.scopeId, access: namespaceAccess } };
  }
  if (row.scope !== "project") return { access: toAccess(access) };
  const role = access.projects.get(row.scopeId);
  return {
    projectScopedAccess: {
      projectId: row.scopeId,
      ...(role === undefined ? {} : { access: toProjectAccess(role) }),
      namespaceAccesses: Object.fromEntries(namespaces),
    },
  };
}

export interface ServiceAccountInput {
  name: string;
  description: string;
  access: PrincipalAccess;
  scope: "account" | "namespace" | "project";
  /** "<name>.<account>" or a project's id; empty for the account. */
  scopeId: string;
}

/** Errors: INVALID_ARGUMENT naming what is wrong. */
export function readServiceAccountSpec(spec: ISpec | null | undefined): ServiceAccountInput {
  const name = (spec?.name ?? "").trim();
  const description = (spec?.description ?? "").trim();
  if (name === "" || name.length > NAME_LENGTH_MAX || /\p{Cc}/u.test(name)) {
    refuse("name", `name must have 1 to ${NAME_LENGTH_MAX} printable characters.`);
  }
  if (description.length > DESCRIPTION_LENGTH_MAX || /\p{Cc}/u.test(description)) {
    refuse("description", `description must have at most ${DESCRIPTION_LENGTH_MAX} printable characters.`);
  }
  return { name, description, ...readScopedAccess(spec ?? {}) };
}

function readScopedAccess(spec: ISpec): Pick<ServiceAccountInput, "access" | "scope" | "scopeId"> {
  const { access, namespaceScopedAccess, projectScopedAccess } = spec;
  if ([access, namespaceScopedAccess, projectScopedAccess].filter((one) => one != null).length > 1) {
    refuse("access", "Give one of access, namespace_scoped_access and project_scoped_access only.");
  }
  if (namespaceScopedAccess != null) {
    const namespace = namespaceScopedAccess.namespace ?? "";
    const permission = readPermission(namespaceScopedAccess.access, "spec.namespaceScopedAccess.access");
    const namespaces = new Map([[namespace, permission]]);
    return {
      access: { accountRole: BOUND_ACCOUNT_ROLE, ...NO_ACCESS_BEYOND_ROLE, namespaces },
      scope: "namespace",
      scopeId: namespace,
    };
  }
  if (projectScopedAccess == null) return { access: readAccess(access), scope: "account", scopeId: "" };
  const projectId = projectScopedAccess.projectId ?? "";
  const role = readProjectRole(projectScopedAccess.access, "spec.projectScopedAccess.access");
  const namespaces = new Map<string, NamespacePermission>(
    Object.entries(projectScopedAccess.namespaceAccesses ?? {}).map(([namespace, one]) => [
      namespace,
      readPermission(one, "spec.projectScopedAccess.namespaceAccesses"),
    ]),
  );
  const projects = new Map([[projectId, role]]);
  return {
    access: { accountRole: BOUND_ACCOUNT_ROLE, ...NO_ACCESS_BEYOND_ROLE, namespaces, projects },
    scope: "project",
    scopeId: projectId,
  };
}

function refuse(field: string, message: string): never {
  throw new CloudError("INVALID_ARGUMENT", message, { field: `spec.${field}` });
}
