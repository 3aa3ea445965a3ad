// Connectivity rules in the database. Every query names the account.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { CloudError } from "#shared/errors";
import { cutPage, readPage } from "#shared/page";
import { specOf, type ConnectivityRuleRow } from "./connectivity-rule.ts";

/** Errors: NOT_FOUND, also for a rule of another account. */
export async function findRule(
  context: Pick<DomainContext, "actor">,
  tx: Transaction,
  ruleId: string,
): Promise<ConnectivityRuleRow> {
  const row = await tx.connectivityRule.findFirst({
    where: { id: ruleId, accountId: context.actor.accountId },
  });
  if (row !== null) return row;
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

/** A page of the account's rules: of one project, or those with the given ids; empty filters do not restrict. */
export async function listRules(
  context: Pick<DomainContext, "actor" | "database">,
  query: { projectId: string; ids: readonly string[] | undefined; pageSize: number; pageToken: string },
): Promise<{ rows: ConnectivityRuleRow[]; nextPageToken: string }> {
  const wanted = readPage(query);
  const rows = await context.database.query.connectivityRule.findMany({
    where: {
      accountId: context.actor.accountId,
      id: { gt: wanted.after ?? "", ...(query.ids === undefined ? {} : { in: [...query.ids] }) },
      ...(query.projectId === "" ? {} : { projectId: query.projectId }),
    },
    orderBy: { id: "asc" },
    take: wanted.size + 1,
  });
  return cutPage(rows, wanted, (row) => row.id);
}

/** All rules of the account: quotas keep them few. */
export function allRules(tx: Transaction, accountId: string): Promise<ConnectivityRuleRow[]> {
  return tx.connectivityRule.findMany({ where: { accountId }, orderBy: { id: "asc" } });
}

/** An open public rule lets in every address of the internet. */
export function isOpenPublic(row: ConnectivityRuleRow): boolean {
  return specOf(row).kind === "public" && row.sourceCidrs.length === 0;
}
