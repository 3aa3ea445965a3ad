// Accepts a revocation. A workflow then tells the edge; revoking what is revoked already is refused by name.
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import { mutate, toAsyncOperation } from "#domain/operations";
import { CloudError } from "#shared/errors";
import type { CertificateRow } from "./certificate.ts";
import { findCertificate } from "./certificate-store.ts";

const ACTION = "cloud.certificate.revoke";
const REASON_LENGTH_MAX = 200;

export async function revokeCertificate(
  context: DomainContext,
  message: cloudV1.IRevokeCertificateRequest,
): Promise<cloudV1.IRevokeCertificateResponse> {
  const certificateId = message.certificateId ?? "";
  const reason = message.reason ?? "";
  const mutated = await mutate(
    context,
    {
      action: ACTION,
      operationType: "RevokeCertificate",
      operationId: message.asyncOperationId,
      request: { typeName: "cellplane.cloud.v1.RevokeCertificateRequest", message },
      resourceType: "certificate",
      resourceId: certificateId,
    },
    async (tx, operationId) => {
      if (reason.length > REASON_LENGTH_MAX) {
        throw new CloudError("INVALID_ARGUMENT", `reason: at most ${REASON_LENGTH_MAX} characters.`, {
          field: "reason",
        });
      }
      const row = await findCertificate(context, tx, { certificateId, action: ACTION });
      checkRevocable(row);
      await tx.certificate.update({
        where: { id: row.id },
        data: {
          state: "REVOKING",
          revocationReason: reason.replaceAll("\u0000", ""),
          asyncOperationId: operationId,
          updatedAt: new Date(context.clock.now()),
        },
      });
      return {
        resourceId: row.id,
        before: { state: row.state },
        after: { state: "REVOKED", serialNumber: row.serialNumber },
        workflow: { workflowType: "revokeCertificate", input: { certificateId: row.id } },
      };
    },
  );
  return { asyncOperation: toAsyncOperation(mutated.operation) };
}

function checkRevocable(row: CertificateRow): void {
  if (row.state === "ACTIVE") return;
  const isOver = row.state === "REVOKED" || row.state === "REVOKING";
  throw new CloudError(
    "FAILED_PRECONDITION",
    isOver
      ? "The certificate is revoked already."
      : "The certificate is not issued yet; wait for its operation.",
  );
}
