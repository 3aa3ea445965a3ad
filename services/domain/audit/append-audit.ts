// Appends one record to an account's audit trail, inside the transaction of the change it tells about.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import type { Prisma } from "#prisma";
import { toCloudError } from "#shared/errors";
import { chainRecords } from "./chain-records.ts";
import { plainText } from "./plain-text.ts";

export interface AuditEntry {
  /** "cloud.namespace.create" */
  action: string;
  /** The rpc's name: "CreateNamespace". */
  operation: string;
  /** "OK" or the error code. */
  status: string;
  resourceType: string;
  resourceId?: string | undefined;
  asyncOperationId?: string | undefined;
  /** Without secrets: they are shown to the customer and exported. */
  before?: Prisma.InputJsonObject;
  after?: Prisma.InputJsonObject;
  message?: string;
}

type Author = Pick<DomainContext, "actor" | "requestId" | "remoteAddress" | "clock" | "ids">;

export async function appendAudit(tx: Transaction, context: Author, entry: AuditEntry): Promise<void> {
  const { actor } = context;
  await chainRecords(tx, actor.accountId, [
    {
      id: context.ids.uuid(),
      emittedAt: new Date(context.clock.now()),
      action: entry.action,
      operation: entry.operation,
      status: entry.status,
      principalType: actor.principalType,
      principalId: actor.principalId,
      principalName: plainText(actor.principalName),
      apiKeyId: actor.apiKeyId ?? "",
      resourceType: entry.resourceType,
      resourceId: plainText(entry.resourceId ?? ""),
      requestId: plainText(context.requestId),
      remoteAddress: plainText(context.remoteAddress),
      asyncOperationId: plainText(entry.asyncOperationId ?? ""),
      details: detailsOf(entry),
    },
  ]);
}

/** Refusals that are in the trail already: one that passes through several frames is one record. */
const recorded = new WeakSet<object>();

/**
 * Records a mutation that was refused or failed, in a transaction of its own because the mutation's was rolled back.
 * Callers that are not signed in to an account leave no record: there is no trail it belongs to.
 */
export async function recordFailure(
  context: Author & Pick<DomainContext, "database" | "log">,
  refused: { action: string; operation: string; resourceType: string; resourceId?: string },
  error: unknown,
): Promise<void> {
  if (context.actor.accountId === "") return;
  if (typeof error === "object" && error !== null) {
    if (recorded.has(error)) return;
    recorded.add(error);
  }
  const { code, publicMessage } = toCloudError(error);
  try {
    await context.database.transaction((tx) =>
      appendAudit(tx, context, {
        action: refused.action,
        operation: refused.operation,
        status: code,
        resourceType: refused.resourceType,
        resourceId: refused.resourceId,
        message: publicMessage,
      }),
    );
  } catch (auditError) {
    // The caller must learn why its call failed, not that the record of it failed; the log keeps both.
    context.log.error({ err: auditError, action: refused.action, code }, "audit record of a refusal lost");
  }
}

function detailsOf(entry: AuditEntry): Prisma.InputJsonObject {
  const details: Record<string, Prisma.InputJsonValue> = {};
  if (entry.before !== undefined) details["before"] = entry.before;
  if (entry.after !== undefined) details["after"] = entry.after;
  if (entry.message !== undefined) details["message"] = plainText(entry.message);
  // Through JSON once, so that what is hashed is what the database will give back.
  return JSON.parse(JSON.stringify(details).replaceAll("\\u0000", "")) as Prisma.InputJsonObject;
}
