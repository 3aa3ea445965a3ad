// Connectivity rules in the database. Every query names the account.
import type { DomainContext, Resource } from "#domain/context";
import type { Transaction } from "#domain/database";
import { checkAllowed } from "#domain/roles";
import { CloudError } from "#shared/errors";
import { cutPage, readPage } from "#shared/page";
import { specOf, type ConnectivityRuleRow } from "./connectivity-rule.ts";

/**
 * The rule, when the actor may do `action` on it.
 * Errors: NOT_FOUND for one that is not there, another account's or not to be seen; PERMISSION_DENIED.
 */
export async function findRule(
  context: Pick<DomainContext, "actor">,
  tx: Transaction,
  wanted: { ruleId: string; action: string },
): Promise<ConnectivityRuleRow> {
  const { actor } = context;
  const row = await tx.connectivityRule.findFirst({
    where: { id: wanted.ruleId, accountId: actor.accountId },
  });
  if (row !== null && actor.can("cloud.connectivityrule.get", resourceOf(row))) {
    checkAllowed(actor, wanted.action, resourceOf(row));
    return row;
  }
  throw new CloudError("NOT_FOUND", "There is no connectivity rule with this id.", {
    field: "connectivityRuleId",
  });
}

/** Those of the ids that are rules of the account, in ascending order of their ids. */
export async function readRules(
  tx: Transaction,
  wanted: { accountId: string; ids: readonly string[] },
): Promise<ConnectivityRuleRow[]> {
  if (wanted.ids.length === 0) return [];
  return tx.connectivityRule.findMany({
    where: { accountId: wanted.accountId, id: { in: [...wanted.ids] } },
    orderBy: { id: "asc" },
  });
}

/** A page of the rules that the actor may see: of one project, or those with the given ids; empty filters restrict nothing. */
export async function listRules(
  context: Pick<DomainContext, "actor" | "database">,
  query: { projectId: string; ids: readonly string[] | undefined; pageSize: number; pageToken: string },
): Promise<{ rows: ConnectivityRuleRow[]; nextPageToken: string }> {
  const { actor, database } = context;
  const wanted = readPage(query);
  const all = await database.query.connectivityRule.findMany({
    where: {
      accountId: actor.accountId,
      id: { gt: wanted.after ?? "", ...(query.ids === undefined ? {} : { in: [...query.ids] }) },
      ...(query.projectId === "" ? {} : { projectId: query.projectId }),
    },
    orderBy: { id: "asc" },
  });
  // A quota keeps an account's rules few, so that all of them are read.
  const rows = all.filter((row) => actor.can("cloud.connectivityrule.get", resourceOf(row)));
  return cutPage(rows, wanted, (row) => row.id);
}

function resourceOf({ id, projectId }: ConnectivityRuleRow): Resource {
  return { id, project: projectId };
}

/** All rules of the account: quotas keep them few. */
export function allRules(tx: Transaction, accountId: string): Promise<ConnectivityRuleRow[]> {
  return tx.connectivityRule.findMany({ where: { accountId }, orderBy: { id: "asc" } });
}

/** An open public rule lets in every address of the internet. */
export function isOpenPublic(row: ConnectivityRuleRow): boolean {
  return specOf(row).kind === "public" && row.sourceCidrs.length === 0;
}
