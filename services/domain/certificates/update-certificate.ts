// Switches the automatic renewal of a certificate on or off. Of one that was renewed, its newest renewal counts.
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import { mutate, toAsyncOperation } from "#domain/operations";
import { CloudError } from "#shared/errors";
import { nothingToChange } from "#shared/resource-version";
import { findCertificate } from "./certificate-store.ts";
import { parseAutoRenew } from "./issue-certificate.ts";
import { lifetimeOf } from "./renew-certificate.ts";

const ACTION = "cloud.certificate.update";

export async function updateCertificate(
  context: DomainContext,
  message: cloudV1.IUpdateCertificateRequest,
): Promise<cloudV1.IUpdateCertificateResponse> {
  const certificateId = message.certificateId ?? "";
  const { operation } = await mutate(
    context,
    {
      action: ACTION,
      operationType: "UpdateCertificate",
      operationId: message.asyncOperationId,
      request: { typeName: "cellplane.cloud.v1.UpdateCertificateRequest", message },
      resourceType: "certificate",
      resourceId: certificateId,
    },
    async (tx) => {
      const row = await findCertificate(context, tx, { certificateId, action: ACTION });
      if (row.renewedBy !== "") {
        throw new CloudError("FAILED_PRECONDITION", `The certificate was renewed: change ${row.renewedBy}.`);
      }
      const autoRenew = parseAutoRenew(message.autoRenew ?? false, lifetimeOf(row));
      if (autoRenew === row.autoRenew) throw nothingToChange();
      const updatedAt = new Date(context.clock.now());
      await tx.certificate.update({ where: { id: row.id }, data: { autoRenew, updatedAt } });
      return { resourceId: row.id, before: { autoRenew: row.autoRenew }, after: { autoRenew } };
    },
  );
  return { asyncOperation: toAsyncOperation(operation) };
}
