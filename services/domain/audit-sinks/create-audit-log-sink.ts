// Makes an audit log sink. It gets every record from that of its own creation on.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { mutate, type OperationRow } from "#domain/operations";
import { checkQuota } from "#domain/quotas";
import { CloudError } from "#shared/errors";
import type { OutboundPolicy } from "#shared/outbound-http";
import { secretPurpose, sinkFacts } from "./audit-log-sink.ts";
import { readSinkSpec } from "./read-sink-spec.ts";
import { withoutSecret } from "./sink-request.ts";

type Request = temporal.api.cloud.cloudservice.v1.ICreateAccountAuditLogSinkRequest;

export async function createAuditLogSink(
  context: DomainContext,
  policy: OutboundPolicy,
  request: Request,
): Promise<OperationRow> {
  const { accountId } = context.actor;
  const { operation } = await mutate(
    context,
    {
      action: "cloud.auditlog.createSink",
      operationType: "CreateAccountAuditLogSink",
      operationId: request.asyncOperationId,
      request: {
        typeName: "temporal.api.cloud.cloudservice.v1.CreateAccountAuditLogSinkRequest",
        message: withoutSecret(request),
      },
      resourceType: "auditlogsink",
      resourceId: request.spec?.name ?? "",
    },
    async (tx, asyncOperationId) => {
      const { name, enabled, destination, secret } = readSinkSpec(request.spec, policy);
      if (destination.kind === "webhook" && secret === undefined) throw secretRequired();
      const count = await tx.auditLogSink.count({ where: { accountId } });
      await checkQuota(tx, { accountId, name: "auditLogSinksPerAccount", count });
      if ((await tx.auditLogSink.count({ where: { accountId, name } })) > 0)
        throw new CloudError("ALREADY_EXISTS", "There is already an audit log sink with this name.");
      const head = await tx.auditHead.findUnique({ where: { accountId } });
      const now = new Date(context.clock.now());
      await tx.auditLogSink.create({
        data: {
          ...{ accountId, name, enabled, destination, asyncOperationId },
          sealedSecret:
            secret === undefined ? "" : context.envelope.seal(secret, secretPurpose({ accountId, name })),
          deliveredSequence: head?.sequence ?? 0n,
          nextAttemptAt: now,
          leasedUntil: now,
          createdAt: now,
          updatedAt: now,
        },
      });
      return { resourceId: name, after: sinkFacts({ enabled, destination }) };
    },
  );
  return operation;
}

export function secretRequired(): CloudError {
  return new CloudError("INVALID_ARGUMENT", "A webhook needs a signing_secret.", {
    field: "spec.webhookSink.signingSecret",
  });
}
