// The frame of every change of what one principal may do in one place: guards, the principal's new access, the rules of
// giving, and the edge told. Where the place is, and what is given there, is the caller's.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { touchDirectory } from "#domain/directory";
import { mutate, toAsyncOperation } from "#domain/operations";
import {
  beyondAdministrators,
  checkGrant,
  isAdministrator,
  isSameAccess,
  readPrincipalAccess,
  writePrincipalAccess,
  type PrincipalAccess,
  type PrincipalType,
} from "#domain/roles";
import { CloudError } from "#shared/errors";
import { checkResourceVersion, nothingToChange } from "#shared/resource-version";
import { findPrincipal, markChanged, RESOURCE_TYPE, type Principal } from "./principal.ts";

export interface AccessRequest {
  /** "cloud.namespace.setUserAccess" */
  action: string;
  /** The rpc's name: "SetUserNamespaceAccess". */
  operationType: string;
  message: { resourceVersion?: string | null; asyncOperationId?: string | null };
  principalType: PrincipalType;
  principalId: string;
  place: "namespace" | "project";
}

export interface AccessChange {
  after: PrincipalAccess;
  /** What it was and is in this place, for the audit trail. */
  details: { before: string; after: string; in: string };
}

/** `decide` finds the place, asks whether the caller may give access there, and refuses what does not fit. */
export async function changeAccess(
  context: DomainContext,
  request: AccessRequest,
  decide: (tx: Transaction, principal: Principal, before: PrincipalAccess) => Promise<AccessChange>,
): Promise<{ asyncOperation: temporal.api.cloud.operation.v1.IAsyncOperation }> {
  const { principalType, principalId, message } = request;
  const ref = { accountId: context.actor.accountId, principalType, principalId };
  const { operation } = await mutate(
    context,
    {
      action: request.action,
      operationType: request.operationType,
      operationId: message.asyncOperationId,
      request: {
        typeName: `temporal.api.cloud.cloudservice.v1.${request.operationType}Request`,
        message,
      },
      resourceType: RESOURCE_TYPE[principalType],
      resourceId: principalId,
    },
    async (tx, operationId) => {
      const principal = await findPrincipal(tx, ref);
      const access = await readPrincipalAccess(tx, ref.accountId, [principal]);
      const before = access.get(principal.id);
      if (before === undefined) throw nothingToChange();
      const { after, details } = await decide(tx, principal, before);
      checkResourceVersion(principal, message.resourceVersion);
      if (isAdministrator(before.accountRole)) {
        throw new CloudError("INVALID_ARGUMENT", beyondAdministrators(request.place), { field: "access" });
      }
      if (isSameAccess(before, after)) throw nothingToChange();
      await checkGrant(tx, context, { before, after });
      await writePrincipalAccess(tx, ref, after);
      await markChanged(tx, context, ref, operationId);
      await touchDirectory(tx);
      const place = { [request.place]: details.in };
      return {
        resourceId: principal.id,
        before: { ...place, access: details.before },
        after: { ...place, access: details.after },
      };
    },
  );
  return { asyncOperation: toAsyncOperation(operation) };
}

/** A copy of a map with one entry set, or without it. */
export function withEntry<Value>(
  map: ReadonlyMap<string, Value>,
  key: string,
  value: Value | undefined,
): ReadonlyMap<string, Value> {
  const copy = new Map(map);
  if (value === undefined) copy.delete(key);
  else copy.set(key, value);
  return copy;
}
