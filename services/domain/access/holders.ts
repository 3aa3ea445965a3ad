// Who has access to a place: by what was given for it, by an account or project role, or as a member of such a group.
import type { Transaction } from "#domain/database";
import {
  ACCOUNT_ROLES,
  isAdministrator,
  LEVEL_OF_PROJECT_ROLE,
  type AccountRole,
  type PrincipalType,
  type ProjectRole,
} from "#domain/roles";

export interface Holders {
  /** What was given for the very place, by principal. */
  given: ReadonlyMap<string, string>;
  /** Ids of principals that have access by something else. */
  inherited: ReadonlySet<string>;
}

const ADMINISTRATORS = ACCOUNT_ROLES.filter(isAdministrator);
/** Developers of the account may make things in every project. */
const WITH_EVERY_PROJECT: readonly AccountRole[] = [...ADMINISTRATORS, "developer"];

export async function holdersOfNamespace(
  tx: Transaction,
  place: { accountId: string; namespace: string; projectId: string; principalType: PrincipalType },
): Promise<Holders> {
  const { accountId, namespace, projectId } = place;
  const [given, onProject] = await Promise.all([
    tx.namespaceAccess.findMany({ where: { accountId, namespace } }),
    tx.projectAccess.findMany({ where: { accountId, projectId } }),
  ]);
  // The column holds only names of PROJECT_ROLES.
  const reaching = onProject.filter((row) => LEVEL_OF_PROJECT_ROLE[row.role as ProjectRole] !== undefined);
  return gather(tx, place, {
    given: given.map((row) => ({ ...row, value: row.permission })),
    otherwise: reaching.map((row) => row.principalId),
    roles: ADMINISTRATORS,
  });
}

export async function holdersOfProject(
  tx: Transaction,
  place: { accountId: string; projectId: string; principalType: PrincipalType },
): Promise<Holders> {
  const { accountId, projectId } = place;
  const given = await tx.projectAccess.findMany({ where: { accountId, projectId } });
  return gather(tx, place, {
    given: given.map((row) => ({ ...row, value: row.role })),
    otherwise: [],
    roles: WITH_EVERY_PROJECT,
  });
}

interface Found {
  given: { principalType: string; principalId: string; value: string }[];
  /** Principals of any kind with access by a role on the project. */
  otherwise: string[];
  /** Account roles that give access. */
  roles: readonly AccountRole[];
}

async function gather(
  tx: Transaction,
  place: { accountId: string; principalType: PrincipalType },
  found: Found,
): Promise<Holders> {
  const { accountId, principalType } = place;
  const where = { accountId, accountRole: { in: [...found.roles] } };
  const select = { id: true } as const;
  const groups = await tx.userGroup.findMany({ where: { ...where, state: "ACTIVE" }, select });
  const byRole =
    principalType === "user"
      ? await tx.user.findMany({ where, select })
      : principalType === "group"
        ? groups
        : await tx.serviceAccount.findMany({
            where: { ...where, state: "ACTIVE", scope: "account" },
            select,
          });
  const inherited = new Set([...found.otherwise, ...byRole.map(({ id }) => id)]);
  if (principalType === "user") {
    const groupIds = [
      ...found.given.map((row) => row.principalId),
      ...found.otherwise,
      ...groups.map(({ id }) => id),
    ];
    for (const userId of await membersOf(tx, accountId, groupIds)) inherited.add(userId);
  }
  const own = found.given.filter((row) => row.principalType === principalType);
  return { given: new Map(own.map((row) => [row.principalId, row.value])), inherited };
}

/** The users in those of these groups that are active. */
async function membersOf(tx: Transaction, accountId: string, ids: string[]): Promise<string[]> {
  const groups = await tx.userGroup.findMany({
    where: { accountId, state: "ACTIVE", id: { in: ids } },
    select: { id: true },
  });
  const members = await tx.userGroupMember.findMany({
    where: { accountId, groupId: { in: groups.map(({ id }) => id) } },
    select: { userId: true },
  });
  return members.map(({ userId }) => userId);
}
