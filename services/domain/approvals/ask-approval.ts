// Asks for the approval of one call on a protected namespace: who may make it, which method, on which workflow. The
// gateway lets it through once enough people agreed.
import type { cloudV1 } from "#contracts";
import {
  GUARDED_CALLS,
  isCovered,
  requirementOf,
  type GuardedCall,
  type Requirement,
} from "#domain/consensus";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { findNamespace } from "#domain/namespaces";
import { mutate, toAsyncOperation } from "#domain/operations";
import { CloudError } from "#shared/errors";
import { tellApprovers } from "./approval-mail.ts";
import { readNamespaces } from "./hold-change.ts";
import { policyOf } from "./policy-message.ts";
import { listPolicies } from "./policy-store.ts";
import { insertRequest, type NewRequest } from "./request-store.ts";

const ACTION = "cloud.approval.create";
const WORKFLOW_ID_BYTES_MAX = 1_000;
const QUERY_BYTES_MAX = 4_000;
const REASON_LENGTH_MAX = 500;

type Call = Pick<
  NewRequest,
  "namespace" | "subject" | "workflowId" | "visibilityQuery" | "caller" | "reason"
>;

export async function createApprovalRequest(
  context: DomainContext,
  message: cloudV1.ICreateApprovalRequestRequest,
): Promise<cloudV1.ICreateApprovalRequestResponse> {
  const { operation } = await mutate(
    context,
    {
      action: ACTION,
      operationType: "CreateApprovalRequest",
      operationId: message.asyncOperationId,
      request: { typeName: "cellplane.cloud.v1.CreateApprovalRequestRequest", message },
      resourceType: "approvalrequest",
    },
    async (tx, operationId) => {
      const call = readCall(message.call ?? {}, context);
      await findNamespace(context, tx, { namespace: call.namespace, action: ACTION });
      const requirement = await requirementOfCall(tx, context.actor.accountId, call);
      const row = await insertRequest(tx, context, {
        ...call,
        id: context.ids.uuid(),
        kind: "call",
        resourceId: call.workflowId,
        content: [call.workflowId, call.visibilityQuery],
        sameness: `${call.workflowId} ${call.visibilityQuery}`,
        requirement,
        sealedIdSeed: "",
        asyncOperationId: operationId,
      });
      await tellApprovers(tx, context, row);
      return { resourceId: row.id, after: { ...call } };
    },
  );
  return { requestId: operation.resourceId, asyncOperation: toAsyncOperation(operation) };
}

/** Errors: INVALID_ARGUMENT naming the field and its rule. */
function readCall(call: cloudV1.ICallToApprove, { actor }: DomainContext): Call {
  const method = call.method ?? "";
  const guarded = Object.hasOwn(GUARDED_CALLS, method) ? GUARDED_CALLS[method] : undefined;
  if (guarded === undefined)
    throw refused("method", `must be one of ${Object.keys(GUARDED_CALLS).join(", ")}`);
  const reason = call.reason ?? "";
  if (reason.trim() === "" || reason.length > REASON_LENGTH_MAX) {
    throw refused("reason", `tell approvers why, in 1 to ${REASON_LENGTH_MAX} characters`);
  }
  const certificate = (call.certificateSha256 ?? "").replaceAll(":", "").toLowerCase();
  if (certificate !== "" && !/^[0-9a-f]{64}$/.test(certificate)) {
    throw refused("certificateSha256", "must be the SHA-256 of a client certificate in hex");
  }
  return {
    namespace: call.namespace ?? "",
    subject: method,
    ...targetOf(call, guarded),
    caller: certificate === "" ? `principal:${actor.principalId}` : `certificate:${certificate}`,
    reason,
  };
}

function targetOf(
  { workflowId, visibilityQuery }: cloudV1.ICallToApprove,
  { by }: GuardedCall,
): { workflowId: string; visibilityQuery: string } {
  const target = { workflowId: workflowId ?? "", visibilityQuery: visibilityQuery ?? "" };
  const [field, max] =
    by === "workflow"
      ? (["workflowId", WORKFLOW_ID_BYTES_MAX] as const)
      : (["visibilityQuery", QUERY_BYTES_MAX] as const);
  const bytes = Buffer.byteLength(target[field]);
  if (bytes < 1 || bytes > max) throw refused(field, `must be 1 to ${max} bytes for this method`);
  const other = field === "workflowId" ? "visibilityQuery" : "workflowId";
  if (target[other] !== "") throw refused(other, "has no meaning for this method");
  return target;
}

/** Errors: FAILED_PRECONDITION when no policy guards the call: then it needs no approval. */
async function requirementOfCall(tx: Transaction, accountId: string, call: Call): Promise<Requirement> {
  const operation = GUARDED_CALLS[call.subject]?.operation;
  const [namespace] = await readNamespaces(tx, accountId, [call.namespace]);
  const guarding = (await listPolicies(tx, accountId))
    .map(policyOf)
    .filter(({ spec }) => spec.operations.some((guarded) => guarded === operation))
    .filter(({ spec }) => namespace !== undefined && isCovered(spec, namespace));
  const requirement = requirementOf(guarding);
  if (requirement !== undefined) return requirement;
  throw new CloudError(
    "FAILED_PRECONDITION",
    `No policy guards ${call.subject} on this namespace: just call it.`,
  );
}

function refused(field: string, rule: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `call.${field}: ${rule}.`, { field: `call.${field}` });
}
