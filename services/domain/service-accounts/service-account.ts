// A service account as the public message, and its spec as read from one.
import { temporal, timestampOfMs } from "#contracts";
import {
  readAccess,
  toAccess,
  type AccountRole,
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

export function toServiceAccount(
  row: ServiceAccount,
  namespaces: ReadonlyMap<string, NamespacePermission>,
): temporal.api.cloud.identity.v1.IServiceAccount {
  return {
    id: row.id,
    resourceVersion: resourceVersionOf(row),
    spec: {
      name: row.name,
      description: row.description,
      // The column holds only names of ACCOUNT_ROLES.
      access: toAccess({ accountRole: row.accountRole as AccountRole, namespaces }),
    },
    state: ResourceState.RESOURCE_STATE_ACTIVE,
    stateDeprecated: "active",
    asyncOperationId: row.asyncOperationId,
    createdTime: timestampOfMs(row.createdAt.getTime()),
    lastModifiedTime: timestampOfMs(row.updatedAt.getTime()),
  };
}

export interface ServiceAccountInput {
  name: string;
  description: string;
  access: PrincipalAccess;
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
  const scoped = spec?.namespaceScopedAccess;
  if (scoped != null && spec?.access != null) {
    refuse("access", "Give either access or namespace_scoped_access, not both.");
  }
  if (scoped == null) return { name, description, access: readAccess(spec?.access) };
  // A service account of one namespace reads the account and has its permission there.
  const access = readAccess({
    accountAccess: { roleDeprecated: "read" },
    namespaceAccesses: { [scoped.namespace ?? ""]: scoped.access ?? {} },
  });
  return { name, description, access };
}

function refuse(field: string, message: string): never {
  throw new CloudError("INVALID_ARGUMENT", message, { field: `spec.${field}` });
}
