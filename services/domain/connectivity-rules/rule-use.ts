// Which namespaces a rule lets connections in to. Reads namespaces' rows directly: their noun depends on this one.
import type { Transaction } from "#domain/database";
import type { ConnectivityRuleRow } from "./connectivity-rule.ts";

const PATH = ["connectivityRuleIds"];

/** Ids of namespaces that name the rule, in what is intended or in what is applied. */
export async function namespacesWith(
  tx: Transaction,
  rule: Pick<ConnectivityRuleRow, "id" | "accountId">,
): Promise<string[]> {
  const contains = { path: PATH, array_contains: [rule.id] };
  const rows = await tx.namespace.findMany({
    where: { accountId: rule.accountId, OR: [{ spec: contains }, { appliedSpec: contains }] },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id }) => id);
}
