// Gives a public rule the list of networks that it lets in; an empty list lets in every address again. The edge enforces
// the change at once, on the namespaces that name the rule.
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { touchDirectory } from "#domain/directory";
import { mutate, toAsyncOperation } from "#domain/operations";
import { CloudError } from "#shared/errors";
import { specOf, type ConnectivityRuleRow } from "./connectivity-rule.ts";
import { allRules, findRule, isOpenPublic } from "./rule-store.ts";
import { namespacesWith } from "./rule-use.ts";
import { checkRuleVersion } from "./rule-version.ts";
import { parseSourceCidrs } from "./source-cidrs.ts";

const ACTION = "cloud.connectivityrule.update";

export async function setConnectivityRuleSources(
  context: DomainContext,
  request: cloudV1.ISetConnectivityRuleSourcesRequest,
): Promise<cloudV1.ISetConnectivityRuleSourcesResponse> {
  const ruleId = request.connectivityRuleId ?? "";
  const mutated = await mutate(
    context,
    {
      action: ACTION,
      operationType: "SetConnectivityRuleSources",
      operationId: request.asyncOperationId,
      request: { typeName: "cellplane.cloud.v1.SetConnectivityRuleSourcesRequest", message: request },
      resourceType: "connectivity_rule",
      resourceId: ruleId,
    },
    async (tx) => {
      const row = await findRule(context, tx, { ruleId, action: ACTION });
      checkRuleVersion(row, request.resourceVersion);
      const sourceCidrs = parseSourceCidrs(request.sourceCidrs ?? []);
      await checkChange(tx, row, sourceCidrs);
      await tx.connectivityRule.update({
        where: { id: row.id },
        data: {
          sourceCidrs,
          resourceVersion: { increment: 1 },
          updatedAt: new Date(context.clock.now()),
        },
      });
      await touchDirectory(tx);
      return {
        resourceId: row.id,
        before: { sourceCidrs: row.sourceCidrs, namespaces: await namespacesWith(tx, row) },
        after: { sourceCidrs },
      };
    },
  );
  return { asyncOperation: toAsyncOperation(mutated.operation) };
}

async function checkChange(
  tx: Transaction,
  row: ConnectivityRuleRow,
  next: readonly string[],
): Promise<void> {
  if (specOf(row).kind !== "public") {
    throw new CloudError(
      "INVALID_ARGUMENT",
      "sourceCidrs: only a public rule has a source address list; a private one names its connection.",
      { field: "sourceCidrs" },
    );
  }
  if (JSON.stringify(next) === JSON.stringify(row.sourceCidrs)) {
    throw new CloudError("INVALID_ARGUMENT", "nothing to change");
  }
  const open = next.length > 0 ? undefined : (await allRules(tx, row.accountId)).find(isOpenPublic);
  if (open !== undefined) {
    throw new CloudError(
      "FAILED_PRECONDITION",
      `The account has the open public rule ${open.id} already; this one needs a source address list.`,
    );
  }
}
