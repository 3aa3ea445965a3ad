// Accepts a certificate request: checks it, fixes serial and dates, and leaves the signing to a workflow.
import { msOfDuration, type cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { findNamespace } from "#domain/namespaces";
import { mutate, toAsyncOperation } from "#domain/operations";
import { checkQuota } from "#domain/quotas";
import { CloudError } from "#shared/errors";
import { ensureAuthority } from "./authority-store.ts";
import { newSerial } from "./make-authority.ts";
import { readCsr } from "./read-csr.ts";

const ACTION = "cloud.certificate.create";
const DAY_MS = 24 * 60 * 60 * 1000;
const LIFETIME_DEFAULT_MS = 90 * DAY_MS;
const LIFETIME_MAX_MS = 365 * DAY_MS;
const LIFETIME_MIN_MS = 60_000;
/** Clocks of clients and edge may differ by this much. */
const BACK_DATED_MS = 60_000;
const DISPLAY_NAME_LENGTH_MAX = 64;

interface Request {
  namespace: string;
  csrPem: string;
  displayName: string;
  lifetimeMs: number;
}

export async function issueCertificate(
  context: DomainContext,
  message: cloudV1.IIssueCertificateRequest,
): Promise<cloudV1.IIssueCertificateResponse> {
  const mutated = await mutate(
    context,
    {
      action: ACTION,
      operationType: "IssueCertificate",
      operationId: message.asyncOperationId,
      request: { typeName: "cellplane.cloud.v1.IssueCertificateRequest", message },
      resourceType: "certificate",
    },
    async (tx, operationId) => {
      const spec = message.spec ?? {};
      const namespace = spec.namespace ?? "";
      await findNamespace(context, tx, { namespace, action: ACTION });
      const request = {
        namespace,
        csrPem: spec.csrPem ?? "",
        displayName: parseDisplayName(spec.displayName ?? ""),
        lifetimeMs: parseLifetime(msOfDuration(spec.lifetime)),
      };
      return insertCertificate(context, tx, { ...request, operationId });
    },
  );
  return { certificateId: mutated.operation.resourceId, asyncOperation: toAsyncOperation(mutated.operation) };
}

async function insertCertificate(
  context: DomainContext,
  tx: Transaction,
  request: Request & { operationId: string },
): Promise<{ resourceId: string; after: object; workflow: { workflowType: string; input: object } }> {
  const { accountId } = context.actor;
  const { subject } = await readCsr(request.csrPem);
  const now = context.clock.now();
  const valid = await tx.certificate.count({
    where: { accountId, namespace: request.namespace, notAfter: { gt: new Date(now) } },
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
  const row = await tx.certificate.create({
    data: {
      id: context.ids.uuid(),
      accountId,
      namespace: request.namespace,
      displayName: request.displayName,
      serialNumber: newSerial(),
      csrPem: request.csrPem,
      state: "ISSUING",
      subject: subject.toString(),
      notBefore: new Date(now - BACK_DATED_MS),
      notAfter: new Date(notAfter),
      asyncOperationId: request.operationId,
      createdAt: new Date(now),
      updatedAt: new Date(now),
    },
  });
  const after = { namespace: row.namespace, subject: row.subject, serialNumber: row.serialNumber };
  const workflow = { workflowType: "issueCertificate", input: { certificateId: row.id } };
  return { resourceId: row.id, after, workflow };
}

function parseDisplayName(text: string): string {
  const isPlain = ![...text].some((letter) => letter < " " || letter === "\u007f");
  if (text.length <= DISPLAY_NAME_LENGTH_MAX && isPlain) return text;
  throw new CloudError(
    "INVALID_ARGUMENT",
    `spec.displayName: must be at most ${DISPLAY_NAME_LENGTH_MAX} printable characters.`,
    { field: "spec.displayName" },
  );
}

function parseLifetime(lifetimeMs: number | undefined): number {
  if (lifetimeMs === undefined || lifetimeMs === 0) return LIFETIME_DEFAULT_MS;
  if (lifetimeMs >= LIFETIME_MIN_MS && lifetimeMs <= LIFETIME_MAX_MS) return lifetimeMs;
  throw new CloudError(
    "INVALID_ARGUMENT",
    `spec.lifetime: must be between 1 minute and ${LIFETIME_MAX_MS / DAY_MS} days.`,
    { field: "spec.lifetime" },
  );
}
