// Makes and rotates the tokens with which the account's identity provider comes. A token is shown once and kept as its
// hash only; it reaches no further than who made it.
import { msOfDuration, type cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { mutate, type OperationRow } from "#domain/operations";
import { checkQuota } from "#domain/quotas";
import { checkGrant, NO_ACCESS_BEYOND_ROLE, type AccountRole } from "#domain/roles";
import { CloudError } from "#shared/errors";
import { hashToken } from "#shared/link-token";
import { findScimToken } from "./get-scim-tokens.ts";
import { baseUrlOf, SCIM_TOKEN_BYTES, SCIM_TOKEN_PREFIX } from "./scim-token.ts";

const NAME_LENGTH_MAX = 64;
const DAY_MS = 86_400_000;
const OVERLAP_MAX_MS = 30 * DAY_MS;
const ROLES = ["none", "metrics_read", "read", "developer"] as const satisfies readonly AccountRole[];

export interface IssuedToken {
  tokenId: string;
  token: string;
  baseUrl: string;
  operation: OperationRow;
}

export async function createScimToken(
  context: DomainContext,
  request: cloudV1.ICreateScimTokenRequest,
): Promise<IssuedToken> {
  const { accountId } = context.actor;
  let token = "";
  const { operation, isRepeat } = await mutate(
    context,
    {
      ...{ action: "cloud.scimtoken.create", operationType: "CreateScimToken", resourceType: "scimtoken" },
      operationId: request.asyncOperationId,
      request: { typeName: "cellplane.cloud.v1.CreateScimTokenRequest", message: request },
    },
    async (tx) => {
      const spec = readSpec(request.spec ?? {});
      await checkGrant(tx, context, { after: { accountRole: spec.accountRole, ...NO_ACCESS_BEYOND_ROLE } });
      const count = await tx.scimToken.count({ where: { accountId } });
      await checkQuota(tx, { accountId, name: "scimTokensPerAccount", count });
      const isOfOwner = managesOwners(context);
      const issued = await insertToken(tx, context, { ...spec, isOfOwner });
      token = issued.token;
      return { resourceId: issued.tokenId, after: { ...spec, managesOwners: isOfOwner } };
    },
  );
  return answer(context, operation, isRepeat ? "" : token);
}

export async function rotateScimToken(
  context: DomainContext,
  request: cloudV1.IRotateScimTokenRequest,
): Promise<IssuedToken> {
  let token = "";
  const { operation, isRepeat } = await mutate(
    context,
    {
      ...{ action: "cloud.scimtoken.rotate", operationType: "RotateScimToken", resourceType: "scimtoken" },
      operationId: request.asyncOperationId,
      request: { typeName: "cellplane.cloud.v1.RotateScimTokenRequest", message: request },
      resourceId: request.tokenId ?? "",
    },
    async (tx) => {
      const old = await findScimToken(tx, context, request.tokenId);
      const now = context.clock.now();
      const end = Math.min(old.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY, now + readOverlap(request));
      const issued = await insertToken(tx, context, {
        displayName: old.displayName,
        // The column holds only what CreateScimToken wrote.
        accountRole: old.accountRole as AccountRole,
        isOfOwner: old.isOfOwner && managesOwners(context),
      });
      token = issued.token;
      await tx.scimToken.update({ where: { id: old.id }, data: { expiresAt: new Date(end) } });
      const after = { tokenId: issued.tokenId, oldTokenExpiresAt: new Date(end).toISOString() };
      return { resourceId: issued.tokenId, before: { tokenId: old.id }, after };
    },
  );
  return answer(context, operation, isRepeat ? "" : token);
}

function answer(context: DomainContext, operation: OperationRow, token: string): IssuedToken {
  const baseUrl = baseUrlOf(context.installation, context.actor.accountId);
  return { tokenId: operation.resourceId, token, baseUrl, operation };
}

function managesOwners({ actor }: DomainContext): boolean {
  return actor.can("cloud.accountrole.grant", { wholeAccount: true });
}

async function insertToken(
  tx: Transaction,
  context: DomainContext,
  spec: { displayName: string; accountRole: AccountRole; isOfOwner: boolean },
): Promise<{ tokenId: string; token: string }> {
  const { accountId, principalId } = context.actor;
  const token = `${SCIM_TOKEN_PREFIX}${context.ids.secret(SCIM_TOKEN_BYTES)}`;
  const tokenId = context.ids.uuid().replaceAll("-", "");
  await tx.scimToken.create({
    data: {
      ...{ id: tokenId, accountId, ...spec, tokenHash: hashToken(token) },
      ...{ createdBy: principalId, createdAt: new Date(context.clock.now()) },
    },
  });
  return { tokenId, token };
}

function readSpec(spec: cloudV1.IScimTokenSpec): { displayName: string; accountRole: AccountRole } {
  const displayName = (spec.displayName ?? "").trim();
  if (displayName === "" || displayName.length > NAME_LENGTH_MAX || /\p{Cc}/u.test(displayName))
    throw refused("displayName", `must have 1 to ${NAME_LENGTH_MAX} printable characters`);
  const given = spec.accountRole ?? "";
  const accountRole = ROLES.find((role) => role === (given === "" ? "none" : given));
  if (accountRole === undefined) throw refused("accountRole", `must be one of ${ROLES.join(", ")}`);
  return { displayName, accountRole };
}

function refused(field: string, rule: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `spec.${field}: ${rule}.`, { field: `spec.${field}` });
}

function readOverlap(request: cloudV1.IRotateScimTokenRequest): number {
  const overlapMs = msOfDuration(request.overlap) ?? 0;
  if (overlapMs >= 0 && overlapMs <= OVERLAP_MAX_MS) return overlapMs;
  throw new CloudError("INVALID_ARGUMENT", `overlap must be 0 to ${OVERLAP_MAX_MS / DAY_MS} days.`, {
    field: "overlap",
  });
}
