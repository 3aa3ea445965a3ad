// Writes the row of a certificate to come, for a first one and for a renewal: serial, dates and authority are fixed
// here, so that signing can be repeated.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import type { MutationResult } from "#domain/operations";
import { checkQuota } from "#domain/quotas";
import { CloudError } from "#shared/errors";
import { ensureAuthority } from "./authority-store.ts";
import { newSerial } from "./make-authority.ts";
import { readCsr } from "./read-csr.ts";

/** Clocks of clients and edge may differ by this much. */
export const BACK_DATED_MS = 60_000;

export interface NewCertificate {
  namespace: string;
  csrPem: string;
  displayName: string;
  lifetimeMs: number;
  autoRenew: boolean;
  operationId: string;
  /** Of the certificate that it renews. */
  lineageId?: string;
}

/** Under the account's lock. Errors: INVALID_ARGUMENT, RESOURCE_EXHAUSTED, FAILED_PRECONDITION. */
export async function insertCertificate(
  context: DomainContext,
  tx: Transaction,
  request: NewCertificate,
): Promise<MutationResult> {
  const { accountId } = context.actor;
  const { namespace, csrPem, displayName, autoRenew, operationId } = request;
  const { subject } = await readCsr(csrPem);
  const now = context.clock.now();
  const valid = await tx.certificate.count({
    where: { accountId, namespace, notAfter: { gt: new Date(now) } },
  });
  await checkQuota(tx, { accountId, name: "certificatesPerNamespace", count: valid });
  const authority = await ensureAuthority(context, accountId);
  const notAfter = now + request.lifetimeMs;
  if (notAfter >= authority.expiresAt.getTime()) {
    throw new CloudError(
      "FAILED_PRECONDITION",
      `The account's authority ends at ${authority.expiresAt.toISOString()}, before the certificate would.`,
    );
  }
  const id = context.ids.uuid();
  const row = await tx.certificate.create({
    data: {
      ...{ id, accountId, namespace, displayName, csrPem, autoRenew },
      serialNumber: newSerial(),
      authorityId: authority.id,
      lineageId: request.lineageId ?? id,
      state: "ISSUING",
      subject: subject.toString(),
      notBefore: new Date(now - BACK_DATED_MS),
      notAfter: new Date(notAfter),
      asyncOperationId: operationId,
      createdAt: new Date(now),
      updatedAt: new Date(now),
    },
  });
  return {
    resourceId: row.id,
    after: { namespace, subject: row.subject, serialNumber: row.serialNumber, autoRenew },
    workflow: { workflowType: "issueCertificate", input: { certificateId: row.id } },
  };
}
