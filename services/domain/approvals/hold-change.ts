// The consensus rule as the frame of mutations knows it: whether a change that was accepted has to wait for other
// people, and the request for their approval beside its operation.
import type { Consensus, DomainContext, HeldChange } from "#domain/context";
import type { Transaction } from "#domain/database";
import {
  namespacesOf,
  policiesGuarding,
  requirementOf,
  type ProposedChange,
  type ProtectedNamespace,
  type Requirement,
} from "#domain/consensus";
import { randomIds } from "#shared/ids";
import { tellApprovers } from "./approval-mail.ts";
import { policyOf } from "./policy-message.ts";
import { listPolicies } from "./policy-store.ts";
import { insertRequest } from "./request-store.ts";

export const consensus: Consensus = {
  async guardOf(tx, accountId, change) {
    const policies = (await listPolicies(tx, accountId)).map(policyOf);
    if (policies.length === 0) return undefined;
    const namespaces = await readNamespaces(tx, accountId, namespacesOf(change));
    const groupRole = await readGroupRole(tx, accountId, change);
    return ({ before = {}, after = {} }) =>
      requirementOf(policiesGuarding({ ...change, groupRole, before, after }, policies, namespaces));
  },
  ask: askForChange,
};

async function readGroupRole(tx: Transaction, accountId: string, change: ProposedChange): Promise<string> {
  if (change.operationType !== "AddUserGroupMember") return "";
  const where = { id: change.resourceId, accountId };
  return (await tx.userGroup.findFirst({ where, select: { accountRole: true } }))?.accountRole ?? "";
}

/** Before the change happens, so that the tags are those that protect now. */
export async function readNamespaces(
  tx: Transaction,
  accountId: string,
  names: readonly string[],
): Promise<ProtectedNamespace[]> {
  if (names.length === 0) return [];
  const rows = await tx.namespace.findMany({
    where: { accountId, id: { in: [...names] } },
    select: { id: true, tags: true },
  });
  return rows.map(({ id, tags }) => ({ name: id, tags: tags as Record<string, string> }));
}

async function askForChange(
  tx: Transaction,
  context: DomainContext,
  held: HeldChange & { change: ProposedChange; requirement: Requirement },
): Promise<void> {
  const { change, requirement } = held;
  const [namespace = ""] = namespacesOf(change);
  // An id of its own: those of the context are kept for when the change is carried out.
  const id = randomIds.uuid();
  const row = await insertRequest(tx, context, {
    id,
    kind: "operation",
    subject: change.operationType,
    namespace,
    resourceId: change.resourceId,
    workflowId: "",
    visibilityQuery: "",
    caller: `principal:${context.actor.principalId}`,
    reason: context.reason ?? "",
    content: [held.requestHash],
    // A client that gives up waiting asks again under another operation id.
    sameness: JSON.stringify({ ...change.message, asyncOperationId: "" }),
    requirement,
    sealedIdSeed:
      context.idSeed === undefined ? "" : context.envelope.seal(context.idSeed, idSeedPurpose(id)),
    asyncOperationId: held.operationId,
  });
  await tellApprovers(tx, context, row);
}

export function idSeedPurpose(requestId: string): string {
  return `approval-request:${requestId}`;
}
