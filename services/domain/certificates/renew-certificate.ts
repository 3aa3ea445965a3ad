// Renews a certificate: another one for the same public key, subject, alternative names and lifetime, from now on. The
// old one stays good until its end, so that its holder can change over at any time in between.
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { findNamespace } from "#domain/namespaces";
import { mutate, toAsyncOperation } from "#domain/operations";
import { CloudError } from "#shared/errors";
import { findCertificate } from "./certificate-store.ts";
import type { CertificateRow } from "./certificate.ts";
import { BACK_DATED_MS, insertCertificate } from "./insert-certificate.ts";

const ACTION = "cloud.certificate.create";

export async function renewCertificate(
  context: DomainContext,
  message: cloudV1.IRenewCertificateRequest,
): Promise<cloudV1.IRenewCertificateResponse> {
  const certificateId = message.certificateId ?? "";
  const mutated = await mutate(
    context,
    {
      action: ACTION,
      operationType: "RenewCertificate",
      operationId: message.asyncOperationId,
      request: { typeName: "cellplane.cloud.v1.RenewCertificateRequest", message },
      resourceType: "certificate",
      resourceId: certificateId,
    },
    async (tx, operationId) => {
      const row = await findCertificate(context, tx, { certificateId, action: ACTION });
      await checkRenewable(context, tx, row);
      const result = await insertCertificate(context, tx, {
        namespace: row.namespace,
        csrPem: row.csrPem,
        displayName: row.displayName,
        lifetimeMs: lifetimeOf(row),
        autoRenew: row.autoRenew,
        operationId,
        lineageId: row.lineageId,
      });
      await tx.certificate.update({ where: { id: row.id }, data: { renewedBy: result.resourceId } });
      return { ...result, before: { serialNumber: row.serialNumber, notAfter: row.notAfter.toISOString() } };
    },
  );
  return { certificateId: mutated.operation.resourceId, asyncOperation: toAsyncOperation(mutated.operation) };
}

/** As long as the old one was meant to live, without what was added for clocks that differ. */
export function lifetimeOf(row: CertificateRow): number {
  return row.notAfter.getTime() - row.notBefore.getTime() - BACK_DATED_MS;
}

/** Errors: FAILED_PRECONDITION saying why it cannot be renewed; NOT_FOUND when its namespace is gone. */
async function checkRenewable(context: DomainContext, tx: Transaction, row: CertificateRow): Promise<void> {
  await findNamespace(context, tx, { namespace: row.namespace, action: ACTION });
  if (row.state !== "ACTIVE") {
    throw new CloudError("FAILED_PRECONDITION", `The certificate is ${row.state.toLowerCase()}, not active.`);
  }
  if (row.renewedBy !== "") {
    throw new CloudError("FAILED_PRECONDITION", `The certificate was renewed already, by ${row.renewedBy}.`);
  }
}
