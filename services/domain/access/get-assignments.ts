// Lists who has access to a namespace or a project, each kind of principal by itself, in ascending order of their ids.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { findNamespace } from "#domain/namespaces";
import {
  toNamespaceAccess,
  toProjectAccess,
  type NamespacePermission,
  type PrincipalType,
  type ProjectRole,
} from "#domain/roles";
import { cutPage, readPage, type PageRequest, type PageWanted } from "#shared/page";
import { resourceVersionOf } from "#shared/resource-version";
import { findProject } from "./find-project.ts";
import { holdersOfNamespace, holdersOfProject, type Holders } from "./holders.ts";

type INamespaceAccess = temporal.api.cloud.identity.v1.INamespaceAccess;
type IProjectAccess = temporal.api.cloud.identity.v1.IProjectAccess;

/** What all kinds of assignments say, whatever the principal's name is called. */
export interface Assignment {
  id: string;
  /** Email, display name or name. */
  name: string;
  inheritedAccess: boolean;
  resourceVersion: string;
  namespaceAccess?: INamespaceAccess;
  projectAccess?: IProjectAccess;
}

export interface Assignments {
  assignments: Assignment[];
  nextPageToken: string;
}

const NAMESPACE_ACTION = {
  user: "cloud.namespace.getUserNamespaceAssignments",
  group: "cloud.namespace.getUserGroupNamespaceAssignments",
  service_account: "cloud.namespace.getServiceAccountNamespaceAssignments",
} as const satisfies Record<PrincipalType, string>;

const PROJECT_ACTION = {
  user: "cloud.project.getUserProjectAssignments",
  group: "cloud.project.getUserGroupProjectAssignments",
  service_account: "cloud.project.getServiceAccountProjectAssignments",
} as const satisfies Record<PrincipalType, string>;

export async function getNamespaceAssignments(
  context: DomainContext,
  principalType: PrincipalType,
  request: PageRequest & { namespace?: string | null },
): Promise<Assignments> {
  const tx = context.database.query;
  const row = await findNamespace(context, tx, {
    namespace: request.namespace ?? "",
    action: NAMESPACE_ACTION[principalType],
  });
  const { accountId } = context.actor;
  const place = { accountId, namespace: row.id, projectId: row.projectId, principalType };
  return list(tx, { accountId, principalType }, await holdersOfNamespace(tx, place), request, (given) => ({
    // The column holds only names of NAMESPACE_PERMISSIONS.
    namespaceAccess: toNamespaceAccess(given as NamespacePermission),
  }));
}

export async function getProjectAssignments(
  context: DomainContext,
  principalType: PrincipalType,
  request: PageRequest & { projectId?: string | null },
): Promise<Assignments> {
  const tx = context.database.query;
  const row = await findProject(context, tx, {
    projectId: request.projectId ?? "",
    action: PROJECT_ACTION[principalType],
  });
  const { accountId } = context.actor;
  const holders = await holdersOfProject(tx, { accountId, projectId: row.id, principalType });
  return list(tx, { accountId, principalType }, holders, request, (given) => ({
    // The column holds only names of PROJECT_ROLES.
    projectAccess: toProjectAccess(given as ProjectRole),
  }));
}

async function list(
  tx: Transaction,
  of: { accountId: string; principalType: PrincipalType },
  holders: Holders,
  request: PageRequest,
  describe: (given: string) => Partial<Assignment>,
): Promise<Assignments> {
  const wanted = readPage(request);
  const ids = [...new Set([...holders.given.keys(), ...holders.inherited])];
  const page = cutPage(await readNamed(tx, { ...of, ids }, wanted), wanted, (row) => row.id);
  const assignments = page.rows.map((row) => {
    const given = holders.given.get(row.id);
    return {
      id: row.id,
      name: row.name,
      inheritedAccess: holders.inherited.has(row.id),
      resourceVersion: resourceVersionOf(row),
      ...(given === undefined ? {} : describe(given)),
    };
  });
  return { assignments, nextPageToken: page.nextPageToken };
}

interface Named {
  id: string;
  name: string;
  resourceVersion: number;
}

async function readNamed(
  tx: Transaction,
  of: { accountId: string; principalType: PrincipalType; ids: string[] },
  wanted: PageWanted,
): Promise<Named[]> {
  const where = {
    accountId: of.accountId,
    id: { in: of.ids, ...(wanted.after === undefined ? {} : { gt: wanted.after }) },
  };
  const paged = { orderBy: { id: "asc" }, take: wanted.size + 1 } as const;
  const columns = { id: true, resourceVersion: true } as const;
  if (of.principalType === "user") {
    const users = await tx.user.findMany({ where, ...paged, select: { ...columns, email: true } });
    return users.map((row) => ({ ...row, name: row.email }));
  }
  const active = { ...where, state: "ACTIVE" };
  if (of.principalType === "service_account") {
    return tx.serviceAccount.findMany({ where: active, ...paged, select: { ...columns, name: true } });
  }
  const groups = await tx.userGroup.findMany({
    where: active,
    ...paged,
    select: { ...columns, displayName: true },
  });
  return groups.map((row) => ({ ...row, name: row.displayName }));
}
