// Which calls on running workflows need approval, by namespace, and which are approved now.
import type { directoryV1 } from "#contracts";
import { GATEWAY_OPERATIONS, isCovered, type PolicySpec, type Requirement } from "#domain/consensus";
import type { Transaction } from "#domain/database";

/** Of all accounts: what is beyond is refused, not let through. */
const GRANTS_MAX = 10_000;

export interface EdgeConsensus {
  guardedOn(namespace: { id: string; accountId: string; tags: unknown }): string[];
  grantsOn(namespace: string): directoryV1.IGrant[];
}

export async function readConsensus(tx: Transaction, now: Date): Promise<EdgeConsensus> {
  const [policies, requests] = await Promise.all([
    tx.consensusPolicy.findMany({ orderBy: { id: "asc" } }),
    tx.approvalRequest.findMany({
      where: { kind: "call", state: "APPROVED", grantExpiresAt: { gt: now } },
      orderBy: { id: "asc" },
      take: GRANTS_MAX,
    }),
  ]);
  return {
    guardedOn({ id, accountId, tags }) {
      const namespace = { name: id, tags: tags as Record<string, string> };
      const guarding = policies
        .filter((policy) => policy.accountId === accountId)
        // The column holds a PolicySpec.
        .map((policy) => policy.spec as unknown as PolicySpec)
        .filter((spec) => isCovered(spec, namespace));
      return GATEWAY_OPERATIONS.filter((operation) =>
        guarding.some((spec) => spec.operations.includes(operation)),
      );
    },
    grantsOn: (namespace) =>
      requests
        .filter((request) => request.namespace === namespace)
        .map((request) => ({
          grantId: request.id,
          caller: request.caller,
          method: request.subject,
          workflowId: request.workflowId,
          visibilityQuery: request.visibilityQuery,
          expiresAtMs: request.grantExpiresAt?.getTime() ?? 0,
          // The column holds a Requirement.
          uses: (request.requirement as unknown as Requirement).grantUses,
        })),
  };
}
