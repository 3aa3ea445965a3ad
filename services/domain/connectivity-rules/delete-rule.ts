// Deletes a connectivity rule that no namespace names.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { mutate, toAsyncOperation } from "#domain/operations";
import { CloudError } from "#shared/errors";
import type { Prisma } from "#prisma";
import { checkRuleVersion } from "./rule-version.ts";
import { namespacesWith } from "./rule-use.ts";
import { findRule } from "./rule-store.ts";

const ACTION = "cloud.connectivityrule.delete";
const NAMED_MAX = 5;

export async function deleteConnectivityRule(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IDeleteConnectivityRuleRequest,
): Promise<temporal.api.cloud.cloudservice.v1.IDeleteConnectivityRuleResponse> {
  const ruleId = request.connectivityRuleId ?? "";
  const mutated = await mutate(
    context,
    {
      action: ACTION,
      operationType: "DeleteConnectivityRule",
      operationId: request.asyncOperationId,
      request: {
        typeName: "temporal.api.cloud.cloudservice.v1.DeleteConnectivityRuleRequest",
        message: request,
      },
      resourceType: "connectivity_rule",
      resourceId: ruleId,
    },
    async (tx) => {
      const row = await findRule(context, tx, { ruleId, action: ACTION });
      checkRuleVersion(row, request.resourceVersion);
      const users = await namespacesWith(tx, row);
      if (users.length > 0) {
        const named = users.slice(0, NAMED_MAX).join(", ");
        throw new CloudError(
          "FAILED_PRECONDITION",
          `The rule is in use by ${users.length} namespaces (${named}). Take it out of their connectivity_rule_ids first.`,
        );
      }
      await tx.connectivityRule.delete({ where: { id: row.id } });
      return { resourceId: row.id, before: row.spec as Prisma.InputJsonObject };
    },
  );
  return { asyncOperation: toAsyncOperation(mutated.operation) };
}
