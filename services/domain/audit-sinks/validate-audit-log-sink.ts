// Tries a sink's destination with one record that says it is a test. Nothing is stored.
import { timestampOfMs, type temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { CloudError } from "#shared/errors";
import type { OutboundPolicy } from "#shared/outbound-http";
import type { SendRecords } from "./destination.ts";
import { secretRequired } from "./create-audit-log-sink.ts";
import { logRecordJson } from "./record-batch.ts";
import { readSinkSpec } from "./read-sink-spec.ts";

type Request = temporal.api.cloud.cloudservice.v1.IValidateAccountAuditLogSinkRequest;

/** Errors: INVALID_ARGUMENT for the spec, FAILED_PRECONDITION with the reason when the destination takes nothing. */
export async function validateAuditLogSink(
  context: DomainContext,
  ports: { policy: OutboundPolicy; send: SendRecords },
  request: Request,
): Promise<void> {
  const { destination, secret } = readSinkSpec(request.spec, ports.policy);
  if (destination.kind === "webhook" && secret === undefined) throw secretRequired();
  const logId = context.ids.uuid();
  const json = logRecordJson({
    emitTime: timestampOfMs(context.clock.now()),
    operation: "ValidateAccountAuditLogSink",
    status: "OK",
    logId,
    version: 1,
    principal: { type: context.actor.principalType, id: context.actor.principalId },
  });
  try {
    await ports.send({
      accountId: context.actor.accountId,
      destination,
      secrets: secret === undefined ? [] : [secret],
      batchId: `test-${logId}`,
      records: [{ logId, sequence: 0n, json }],
    });
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    throw new CloudError("FAILED_PRECONDITION", `The sink does not take records: ${error.publicMessage}`, {
      cause: error,
    });
  }
}
