// Reads the SCIM tokens of the caller's account, newest first, and deletes one. The token itself is kept nowhere.
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { mutate, type OperationRow } from "#domain/operations";
import type { ScimToken } from "#prisma";
import { CloudError } from "#shared/errors";
import { baseUrlOf, toScimToken } from "./scim-token.ts";

/** More than the limit of an account can be made to. */
const TOKENS_SHOWN_MAX = 1_000;

export async function getScimTokens(context: DomainContext): Promise<cloudV1.IGetScimTokensResponse> {
  const { accountId } = context.actor;
  const rows = await context.database.query.scimToken.findMany({
    where: { accountId },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: TOKENS_SHOWN_MAX,
  });
  return { tokens: rows.map(toScimToken), baseUrl: baseUrlOf(context.installation, accountId) };
}

export async function deleteScimToken(
  context: DomainContext,
  request: cloudV1.IDeleteScimTokenRequest,
): Promise<OperationRow> {
  const { operation } = await mutate(
    context,
    {
      ...{ action: "cloud.scimtoken.delete", operationType: "DeleteScimToken", resourceType: "scimtoken" },
      operationId: request.asyncOperationId,
      request: { typeName: "cellplane.cloud.v1.DeleteScimTokenRequest", message: request },
      resourceId: request.tokenId ?? "",
    },
    async (tx) => {
      const row = await findScimToken(tx, context, request.tokenId);
      await tx.scimToken.delete({ where: { id: row.id } });
      return { resourceId: row.id, before: { displayName: row.displayName } };
    },
  );
  return operation;
}

/** Errors: NOT_FOUND for an id that is not a token of this account. */
export async function findScimToken(
  tx: Transaction,
  context: DomainContext,
  tokenId: string | null | undefined,
): Promise<ScimToken> {
  const row = await tx.scimToken.findFirst({
    where: { id: tokenId ?? "", accountId: context.actor.accountId },
  });
  if (row !== null) return row;
  throw new CloudError("NOT_FOUND", "There is no SCIM token with this id in your account.");
}
