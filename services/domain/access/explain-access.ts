// Says what a principal may do and which of its grants gives it, by the same rules as every call. It changes nothing.
import type { cloudV1 } from "#contracts";
import type { DomainContext, Resource } from "#domain/context";
import type { Transaction } from "#domain/database";
import {
  ACTIONS,
  checkAllowed,
  grantsThatAllow,
  groupsOf,
  isKnownAction,
  isPossible,
  PRINCIPAL_TYPES,
  readEffectiveAccess,
  type HeldGrant,
  type PrincipalType,
} from "#domain/roles";
import { CloudError } from "#shared/errors";
import { findPrincipal } from "./principal.ts";

const MAY_LOOK = {
  user: "cloud.user.get",
  group: "cloud.usergroup.get",
  service_account: "cloud.serviceaccount.get",
} as const satisfies Record<PrincipalType, string>;

/** Errors: INVALID_ARGUMENT naming the field, NOT_FOUND, PERMISSION_DENIED for other principals than oneself. */
export async function explainAccess(
  context: DomainContext,
  request: cloudV1.IExplainAccessRequest,
): Promise<cloudV1.IExplainAccessResponse> {
  const { query } = context.database;
  const { accountId } = context.actor;
  const { principalType, principalId } = readPrincipal(context, request);
  const actions = readActions(request);
  const principal = await findPrincipal(query, { accountId, principalType, principalId });
  const groups = principalType === "user" ? await groupsOf(query, { accountId, userId: principalId }) : [];
  const [access, account, resource] = await Promise.all([
    readEffectiveAccess(query, principal, groups),
    query.account.findUniqueOrThrow({ where: { id: accountId }, select: { state: true } }),
    readResource(query, accountId, request),
  ]);
  const allowedActions = actions.flatMap((action) => {
    const grants = isPossible(account.state, action) ? grantsThatAllow(access, action, resource) : [];
    return grants.length === 0 ? [] : [{ action, grants: grants.map(toGrant) }];
  });
  return { allowedActions };
}

function readPrincipal(
  context: DomainContext,
  request: cloudV1.IExplainAccessRequest,
): { principalType: PrincipalType; principalId: string } {
  const { actor } = context;
  const own = actor.principalType === "service_account" ? "service_account" : "user";
  const principalId = request.principalId ?? "";
  if (principalId === "") return { principalType: own, principalId: actor.principalId };
  const principalType = PRINCIPAL_TYPES.find((type) => type === request.principalType);
  if (principalType === undefined) {
    throw new CloudError(
      "INVALID_ARGUMENT",
      `principal_type must be one of ${PRINCIPAL_TYPES.join(", ")} when principal_id is given.`,
      { field: "principalType" },
    );
  }
  const isSelf = principalType === own && principalId === actor.principalId;
  if (!isSelf) checkAllowed(actor, MAY_LOOK[principalType], { wholeAccount: true });
  return { principalType, principalId };
}

function readActions(request: cloudV1.IExplainAccessRequest): string[] {
  const action = request.action ?? "";
  if (action === "") return Object.keys(ACTIONS);
  if (isKnownAction(action)) return [action];
  throw new CloudError("INVALID_ARGUMENT", "action is not the name of an action.", { field: "action" });
}

/** What is not in the account is as if it were not there. */
async function readResource(
  tx: Transaction,
  accountId: string,
  request: cloudV1.IExplainAccessRequest,
): Promise<Resource> {
  const namespace = request.namespace ?? "";
  const project = request.projectId ?? "";
  const id = request.resourceId ?? "";
  if (namespace !== "") {
    const row = await tx.namespace.findFirst({ where: { id: namespace, accountId } });
    if (row === null) throw unknown("namespace", "namespace");
    return { namespace, project: row.projectId };
  }
  if (project !== "") {
    const row = await tx.project.findFirst({ where: { id: project, accountId, state: "ACTIVE" } });
    if (row === null) throw unknown("project", "projectId");
    return { project };
  }
  return id === "" ? {} : { id };
}

function unknown(noun: string, field: string): CloudError {
  return new CloudError("NOT_FOUND", `There is no ${noun} with this id in your account.`, { field });
}

function toGrant({ grant, via }: HeldGrant): cloudV1.IAccessGrant {
  const group = via === undefined ? {} : { groupId: via.groupId, groupDisplayName: via.displayName };
  switch (grant.kind) {
    case "account_role":
      return { kind: grant.kind, role: grant.role, ...group };
    case "namespace":
      return { kind: grant.kind, role: grant.permission, namespace: grant.namespace, ...group };
    case "project":
      return { kind: grant.kind, role: grant.role, projectId: grant.project, ...group };
    case "custom_role":
      return { kind: grant.kind, role: grant.name, customRoleId: grant.roleId, ...group };
  }
}
