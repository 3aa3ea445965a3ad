// Who has access to a namespace, by whatever way: the filter of lists of users and of groups.
import type { DomainContext } from "#domain/context";
import type { PrincipalType } from "#domain/roles";
import { holdersOfNamespace } from "./holders.ts";

/** Ids of principals of one kind; none for a namespace that is not in the caller's account. */
export async function principalsOfNamespace(
  context: DomainContext,
  principalType: PrincipalType,
  namespace: string,
): Promise<string[]> {
  const { accountId } = context.actor;
  const { query } = context.database;
  const row = await query.namespace.findFirst({
    where: { accountId, id: namespace },
    select: { projectId: true },
  });
  if (row === null) return [];
  const place = { accountId, namespace, projectId: row.projectId, principalType };
  const { given, inherited } = await holdersOfNamespace(query, place);
  return [...new Set([...given.keys(), ...inherited])];
}
