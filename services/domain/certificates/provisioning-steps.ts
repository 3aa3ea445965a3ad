// What the certificate workflows change in the record, each a compare-and-set on the operation in flight (P3).
import type { Transaction } from "#domain/database";
import { touchDirectory } from "#domain/directory";
import { failOperation, finishOperation } from "#domain/operations";
import type { Envelope } from "#shared/envelope";
import { openAuthority } from "./authority-store.ts";
import type { CertificateRow } from "./certificate.ts";
import { readCsr } from "./read-csr.ts";
import { signLeaf } from "./sign-leaf.ts";

export interface CertificateStep {
  accountId: string;
  operationId: string;
  certificateId: string;
  now: number;
}

/** Signs and stores. A repeat finds no operation in flight and keeps the certificate of the first time. */
export async function signCertificate(
  tx: Transaction,
  envelope: Envelope,
  step: CertificateStep,
): Promise<void> {
  const row = await findInFlight(tx, step);
  if (row !== undefined) {
    const leaf = await signLeaf(
      await readCsr(row.csrPem),
      {
        serial: row.serialNumber,
        notBefore: row.notBefore.getTime(),
        notAfter: row.notAfter.getTime(),
      },
      await openAuthority(tx, envelope, { accountId: step.accountId, id: row.authorityId }),
    );
    await tx.certificate.update({
      where: { id: row.id },
      data: { ...leaf, state: "ACTIVE", asyncOperationId: "", updatedAt: new Date(step.now) },
    });
  }
  await finishOperation(tx, step);
}

/** Undoes a request that could not be signed. */
export async function abandonCertificate(
  tx: Transaction,
  step: CertificateStep & { reason: string },
): Promise<void> {
  const { count } = await tx.certificate.deleteMany({ where: inFlight(step) });
  // A renewal that failed can be tried again.
  if (count > 0) {
    await tx.certificate.updateMany({
      where: { accountId: step.accountId, renewedBy: step.certificateId },
      data: { renewedBy: "" },
    });
  }
  await failOperation(tx, step);
}

/** From the directory's next version on, the edge refuses the certificate (T2). */
export async function publishRevocation(tx: Transaction, step: CertificateStep): Promise<void> {
  const now = new Date(step.now);
  const { count } = await tx.certificate.updateMany({
    where: inFlight(step),
    data: { state: "REVOKED", revokedAt: now, asyncOperationId: "", updatedAt: now },
  });
  await finishOperation(tx, step);
  if (count > 0) await touchDirectory(tx);
}

/** Undoes a revocation that could not be published. */
export async function keepCertificate(
  tx: Transaction,
  step: CertificateStep & { reason: string },
): Promise<void> {
  await tx.certificate.updateMany({
    where: inFlight(step),
    data: {
      state: "ACTIVE",
      revocationReason: "",
      asyncOperationId: "",
      updatedAt: new Date(step.now),
    },
  });
  await failOperation(tx, step);
}

async function findInFlight(tx: Transaction, step: CertificateStep): Promise<CertificateRow | undefined> {
  return (await tx.certificate.findFirst({ where: inFlight(step) })) ?? undefined;
}

function inFlight(step: CertificateStep): { id: string; accountId: string; asyncOperationId: string } {
  return { id: step.certificateId, accountId: step.accountId, asyncOperationId: step.operationId };
}
