// Answers an identity provider which users there are: all of the account, also those who were made here, so that they
// are taken over instead of made twice.
import { listResponse, readListQuery, type QueryText } from "./list-page.ts";
import { matches } from "./match-filter.ts";
import type { ScimContext } from "./scim-context.ts";
import { ScimRefusal, type ScimObject } from "./scim-refusal.ts";
import { toScimUser } from "./user-resource.ts";
import { findUserFacts, whereOf, withFacts } from "./user-rows.ts";

/** As many are read for a filter that no index helps with. */
export const FILTERED_MAX = 10_000;

export async function getScimUser(context: ScimContext, userId: string): Promise<ScimObject> {
  const facts = await findUserFacts(context.database.query, context, userId);
  return toScimUser(facts, context.directory.baseUrl);
}

/** Errors: ScimRefusal for a filter or a page that is none. */
export async function getScimUsers(context: ScimContext, query: QueryText): Promise<ScimObject> {
  const page = readListQuery(query);
  const { query: tx } = context.database;
  const { accountId } = context.actor;
  const { baseUrl } = context.directory;
  const { filter } = page;
  const where = await whereOf(tx, accountId, filter);
  const total = await tx.user.count({ where });
  if (filter === undefined) {
    const users = await tx.user.findMany({
      ...{ where, orderBy: { id: "asc" } },
      ...{ skip: page.startIndex - 1, take: page.count },
    });
    const facts = await withFacts(tx, accountId, users);
    return listResponse(
      page,
      total,
      facts.map((one) => toScimUser(one, baseUrl)),
    );
  }
  if (total > FILTERED_MAX) throw tooMany();
  const users = await tx.user.findMany({ where, orderBy: { id: "asc" }, take: FILTERED_MAX });
  const found = (await withFacts(tx, accountId, users))
    .map((one) => toScimUser(one, baseUrl))
    .filter((resource) => matches(filter, resource));
  return listResponse(page, found.length, found.slice(page.startIndex - 1).slice(0, page.count));
}

export function tooMany(): ScimRefusal {
  return new ScimRefusal(
    "tooMany",
    `More than ${FILTERED_MAX} resources would have to be looked at: filter by userName.`,
  );
}
