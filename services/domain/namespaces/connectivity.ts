// The connectivity rules that a namespace names: whether it may name them, and how they are shown with it.
import type { temporal } from "#contracts";
import { readRules, specOf, toConnectivityRule } from "#domain/connectivity-rules";
import type { Transaction } from "#domain/database";
import { CloudError } from "#shared/errors";
import type { NamespaceConfiguration } from "./configuration.ts";

const FIELD = "spec.connectivityRuleIds";
const PRIVATE_RULES_MAX = 5;
const PUBLIC_RULES_MAX = 1;

/** Errors: INVALID_ARGUMENT naming the rule. */
export async function checkConnectivityRules(
  tx: Transaction,
  owner: { accountId: string },
  configuration: NamespaceConfiguration,
): Promise<void> {
  const ids = configuration.connectivityRuleIds;
  const rules = await readRules(tx, { accountId: owner.accountId, ids });
  const unknown = ids.find((id) => !rules.some((rule) => rule.id === id));
  if (unknown !== undefined) {
    throw refused(`there is no connectivity rule ${JSON.stringify(unknown.slice(0, 80))} in this account`);
  }
  const specs = rules.map((rule) => ({ id: rule.id, spec: specOf(rule) }));
  const isPublic = specs.filter(({ spec }) => spec.kind === "public").length;
  if (isPublic > PUBLIC_RULES_MAX) throw refused("at most one public rule is possible");
  if (specs.length - isPublic > PRIVATE_RULES_MAX) {
    throw refused(`at most ${PRIVATE_RULES_MAX} private rules are possible`);
  }
  for (const { id, spec } of specs) {
    if (spec.kind === "private" && !configuration.regions.includes(spec.region)) {
      throw refused(`the rule ${id} is for the region ${spec.region}, which is not one of the namespace's`);
    }
  }
}

/** The rules of many namespaces' configurations, by id. */
export async function readShownRules(
  tx: Transaction,
  accountId: string,
  configurations: readonly NamespaceConfiguration[],
): Promise<Map<string, temporal.api.cloud.connectivityrule.v1.IConnectivityRule>> {
  const ids = new Set(configurations.flatMap((configuration) => configuration.connectivityRuleIds));
  const rules = await readRules(tx, { accountId, ids: [...ids] });
  return new Map(rules.map((rule) => [rule.id, toConnectivityRule(rule)]));
}

function refused(reason: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `${FIELD}: ${reason}.`, { field: FIELD });
}
