// Accepts a certificate request: checks it, fixes serial and dates, and leaves the signing to a workflow.
import { msOfDuration, type cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import { findNamespace } from "#domain/namespaces";
import { mutate, toAsyncOperation } from "#domain/operations";
import { CloudError } from "#shared/errors";
import { insertCertificate } from "./insert-certificate.ts";

const ACTION = "cloud.certificate.create";
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const LIFETIME_DEFAULT_MS = 90 * DAY_MS;
const LIFETIME_MAX_MS = 365 * DAY_MS;
const LIFETIME_MIN_MS = MINUTE_MS;
/** Renewal is looked for once a minute, and its holder needs time to fetch it. */
export const AUTO_RENEW_LIFETIME_MIN_MS = 10 * MINUTE_MS;
const DISPLAY_NAME_LENGTH_MAX = 64;

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
      const lifetimeMs = parseLifetime(msOfDuration(spec.lifetime));
      return insertCertificate(context, tx, {
        namespace,
        csrPem: spec.csrPem ?? "",
        displayName: parseDisplayName(spec.displayName ?? ""),
        lifetimeMs,
        autoRenew: parseAutoRenew(spec.autoRenew ?? false, lifetimeMs),
        operationId,
      });
    },
  );
  return { certificateId: mutated.operation.resourceId, asyncOperation: toAsyncOperation(mutated.operation) };
}

/** Errors: INVALID_ARGUMENT for a certificate that ends too soon to be renewed in time. */
export function parseAutoRenew(autoRenew: boolean, lifetimeMs: number): boolean {
  if (!autoRenew || lifetimeMs >= AUTO_RENEW_LIFETIME_MIN_MS) return autoRenew;
  throw new CloudError(
    "INVALID_ARGUMENT",
    `spec.autoRenew: needs a lifetime of ${AUTO_RENEW_LIFETIME_MIN_MS / MINUTE_MS} minutes at least.`,
    { field: "spec.autoRenew" },
  );
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
