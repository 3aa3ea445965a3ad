// Answers an identity provider which groups it has here. Groups made here are none of its business.
import { FILTERED_MAX, tooMany } from "./get-scim-users.ts";
import { toScimGroup } from "./group-resource.ts";
import { findGroupFacts, whereOfGroups, withMembers } from "./group-rows.ts";
import { listResponse, readListQuery, type QueryText } from "./list-page.ts";
import { matches } from "./match-filter.ts";
import type { ScimContext } from "./scim-context.ts";
import type { ScimObject } from "./scim-refusal.ts";

export async function getScimGroup(context: ScimContext, groupId: string): Promise<ScimObject> {
  const facts = await findGroupFacts(context.database.query, context, groupId);
  return toScimGroup(facts, context.directory.baseUrl);
}

/** Errors: ScimRefusal for a filter or a page that is none. */
export async function getScimGroups(context: ScimContext, query: QueryText): Promise<ScimObject> {
  const page = readListQuery(query);
  const { query: tx } = context.database;
  const { accountId } = context.actor;
  const { filter } = page;
  const where = whereOfGroups(accountId, filter);
  const total = await tx.userGroup.count({ where });
  if (filter !== undefined && total > FILTERED_MAX) throw tooMany();
  const groups = await tx.userGroup.findMany({
    ...{ where, orderBy: { id: "asc" } },
    skip: filter === undefined ? page.startIndex - 1 : 0,
    take: filter === undefined ? page.count : FILTERED_MAX,
  });
  const resources = (await withMembers(tx, accountId, groups)).map((facts) =>
    toScimGroup(facts, context.directory.baseUrl),
  );
  if (filter === undefined) return listResponse(page, total, resources);
  const found = resources.filter((resource) => matches(filter, resource));
  return listResponse(page, found.length, found.slice(page.startIndex - 1).slice(0, page.count));
}
