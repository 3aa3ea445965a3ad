// Reads API keys: an administrator sees the account's, everyone else their own. In ascending order of ids.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { cutPage, readPage } from "#shared/page";
import { readOwnerType, toApiKey } from "./api-key.ts";
import { findKey } from "./key-owner.ts";

type Filter = temporal.api.cloud.cloudservice.v1.IGetApiKeysRequest;
type IApiKey = temporal.api.cloud.identity.v1.IApiKey;

export async function getApiKeys(
  context: DomainContext,
  filter: Filter,
): Promise<{ apiKeys: IApiKey[]; nextPageToken: string }> {
  const { actor } = context;
  const wanted = readPage(filter);
  const rows = await context.database.query.apiKey.findMany({
    where: {
      accountId: actor.accountId,
      state: "ACTIVE",
      ...(wanted.after === undefined ? {} : { id: { gt: wanted.after } }),
      AND: [ownerFilter(filter), visibleTo(context)],
    },
    orderBy: { id: "asc" },
    take: wanted.size + 1,
  });
  const page = cutPage(rows, wanted, (row) => row.id);
  const now = context.clock.now();
  return { apiKeys: page.rows.map((row) => toApiKey(row, now)), nextPageToken: page.nextPageToken };
}

/** Errors: NOT_FOUND for keys that are not there or not the caller's to see. */
export async function getApiKey(context: DomainContext, keyId: string): Promise<IApiKey> {
  return toApiKey(await findKey(context.database.query, context, keyId), context.clock.now());
}

function ownerFilter(filter: Filter): { ownerId?: string; ownerType?: string } {
  const hasType = (filter.ownerType ?? 0) !== 0 || (filter.ownerTypeDeprecated ?? "") !== "";
  return {
    ...(filter.ownerId == null || filter.ownerId === "" ? {} : { ownerId: filter.ownerId }),
    ...(hasType ? { ownerType: readOwnerType(filter) } : {}),
  };
}

function visibleTo(context: DomainContext): { OR?: { ownerId?: string; ownerType?: string }[] } {
  const { actor } = context;
  const seesUsers = actor.can("cloud.user.update");
  const seesServiceAccounts = actor.can("cloud.serviceaccount.update", { wholeAccount: true });
  if (seesUsers && seesServiceAccounts) return {};
  return {
    OR: [{ ownerId: actor.principalId }, ...(seesServiceAccounts ? [{ ownerType: "service_account" }] : [])],
  };
}
