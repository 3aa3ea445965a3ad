// A client certificate as a row and as the public message.
import { timestampOfMs, type cloudV1 } from "#contracts";
import type { Certificate } from "#prisma";

export type CertificateRow = Certificate;

export function toCertificate(
  row: CertificateRow,
  context: { authorityPems: ReadonlyMap<string, string>; now: number },
): cloudV1.ICertificate {
  const isExpired = row.state === "ACTIVE" && row.notAfter.getTime() <= context.now;
  return {
    certificateId: row.id,
    namespace: row.namespace,
    displayName: row.displayName,
    serialNumber: row.serialNumber,
    sha256Fingerprint: row.fingerprint,
    subject: row.subject,
    state: isExpired ? "EXPIRED" : row.state,
    certificatePem: row.certificatePem,
    chainPem:
      row.certificatePem === ""
        ? ""
        : row.certificatePem + (context.authorityPems.get(row.authorityId) ?? ""),
    notBefore: timestampOfMs(row.notBefore.getTime()),
    notAfter: timestampOfMs(row.notAfter.getTime()),
    ...(row.revokedAt === null ? {} : { revokedTime: timestampOfMs(row.revokedAt.getTime()) }),
    asyncOperationId: row.asyncOperationId,
    autoRenew: row.autoRenew,
    renewedByCertificateId: row.renewedBy,
  };
}
