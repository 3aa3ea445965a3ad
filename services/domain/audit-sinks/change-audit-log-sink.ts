// Changes or deletes an audit log sink. A change is tried at once, and goes on where the delivery stood.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { mutate, type OperationRow } from "#domain/operations";
import type { AuditLogSink } from "#prisma";
import type { OutboundPolicy } from "#shared/outbound-http";
import { checkResourceVersion, nothingToChange } from "#shared/resource-version";
import { destinationOf, secretPurpose, sinkFacts } from "./audit-log-sink.ts";
import { secretRequired } from "./create-audit-log-sink.ts";
import { findSink } from "./get-audit-log-sinks.ts";
import { readSinkName, readSinkSpec, type SinkInput } from "./read-sink-spec.ts";
import { withoutSecret } from "./sink-request.ts";

type UpdateRequest = temporal.api.cloud.cloudservice.v1.IUpdateAccountAuditLogSinkRequest;
type DeleteRequest = temporal.api.cloud.cloudservice.v1.IDeleteAccountAuditLogSinkRequest;

const SERVICE = "temporal.api.cloud.cloudservice.v1";

export async function updateAuditLogSink(
  context: DomainContext,
  policy: OutboundPolicy,
  request: UpdateRequest,
): Promise<OperationRow> {
  const { operation } = await mutate(
    context,
    {
      action: "cloud.auditlog.updateSink",
      operationType: "UpdateAccountAuditLogSink",
      operationId: request.asyncOperationId,
      request: {
        typeName: `${SERVICE}.UpdateAccountAuditLogSinkRequest`,
        message: withoutSecret(request),
      },
      resourceType: "auditlogsink",
      resourceId: request.spec?.name ?? "",
    },
    async (tx, asyncOperationId) => {
      const input = readSinkSpec(request.spec, policy);
      const row = await findSink(tx, context, input.name);
      checkResourceVersion(row, request.resourceVersion);
      const now = new Date(context.clock.now());
      const { enabled, destination } = input;
      await tx.auditLogSink.update({
        where: { accountId_name: { accountId: row.accountId, name: row.name } },
        data: {
          ...{ enabled, destination, asyncOperationId },
          ...secretChange(context, row, input, now),
          ...{ attempts: 0, nextAttemptAt: now, updatedAt: now },
          resourceVersion: { increment: 1 },
        },
      });
      const isNewSecret = input.secret === undefined ? {} : { signingSecret: "changed" };
      return {
        resourceId: row.name,
        before: sinkFacts(row),
        after: { ...sinkFacts(input), ...isNewSecret },
      };
    },
  );
  return operation;
}

/** Errors: INVALID_ARGUMENT when nothing would change, or a webhook would have no secret. */
function secretChange(
  context: DomainContext,
  row: AuditLogSink,
  input: SinkInput,
  now: Date,
): Partial<Pick<AuditLogSink, "sealedSecret" | "sealedPreviousSecret" | "secretChangedAt">> {
  const before = destinationOf(row);
  const isSame =
    row.enabled === input.enabled &&
    JSON.stringify(sorted(before)) === JSON.stringify(sorted(input.destination));
  const purpose = secretPurpose(row);
  const known =
    row.sealedSecret === "" ? undefined : context.envelope.open(row.sealedSecret, purpose).toString("utf8");
  const isSameSecret = input.secret === undefined || input.secret === known;
  if (isSame && isSameSecret) throw nothingToChange();
  if (input.destination.kind !== "webhook")
    return { sealedSecret: "", sealedPreviousSecret: "", secretChangedAt: null };
  if (known === undefined && input.secret === undefined) throw secretRequired();
  if (isSameSecret || input.secret === undefined) return {};
  return {
    sealedSecret: context.envelope.seal(input.secret, purpose),
    sealedPreviousSecret: row.sealedSecret,
    secretChangedAt: now,
  };
}

/** A database does not keep the order of keys. */
function sorted(destination: object): [string, unknown][] {
  return Object.entries(destination).sort(([one], [other]) => one.localeCompare(other));
}

export async function deleteAuditLogSink(
  context: DomainContext,
  request: DeleteRequest,
): Promise<OperationRow> {
  const { operation } = await mutate(
    context,
    {
      action: "cloud.auditlog.deleteSink",
      operationType: "DeleteAccountAuditLogSink",
      operationId: request.asyncOperationId,
      request: { typeName: `${SERVICE}.DeleteAccountAuditLogSinkRequest`, message: request },
      resourceType: "auditlogsink",
      resourceId: request.name ?? "",
    },
    async (tx) => {
      const row = await findSink(tx, context, readSinkName(request.name, "name"));
      checkResourceVersion(row, request.resourceVersion);
      await tx.auditLogSink.delete({
        where: { accountId_name: { accountId: row.accountId, name: row.name } },
      });
      return { resourceId: row.name, before: sinkFacts(row) };
    },
  );
  return operation;
}
