// Changes the account's certificate authority with an overlap: the next one is made and signs nothing, namespaces learn
// to accept both, then it signs. Certificates of the previous one are good until their end, where it is accepted.
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import type { EdgeSpec } from "#domain/directory";
import { mutate, toAsyncOperation } from "#domain/operations";
import { checkAllowed } from "#domain/roles";
import { CloudError } from "#shared/errors";
import { ensureAuthority, insertAuthority } from "./authority-store.ts";

const ACTION = "cloud.certificateauthority.rotate";
const ID_LENGTH = 12;
const NAMESPACES_NAMED_MAX = 5;

export async function prepareCertificateAuthority(
  context: DomainContext,
  message: cloudV1.IPrepareCertificateAuthorityRequest,
): Promise<cloudV1.IPrepareCertificateAuthorityResponse> {
  const { accountId } = context.actor;
  await ensureAuthority(context, accountId);
  const { operation } = await mutate(
    context,
    mutationOf("PrepareCertificateAuthority", message),
    async (tx) => {
      checkAllowed(context.actor, ACTION);
      if ((await findNext(tx, accountId)) !== null) {
        throw new CloudError(
          "FAILED_PRECONDITION",
          "The next authority is prepared already: GetCertificateAuthority shows it.",
        );
      }
      const id = context.ids.short(ID_LENGTH);
      await insertAuthority(tx, context, { accountId, id, state: "NEXT" });
      return { resourceId: id, after: { authorityId: id, state: "NEXT" } };
    },
  );
  const row = await context.database.query.certificateAuthority.findUnique({
    where: { accountId_id: { accountId, id: operation.resourceId } },
  });
  return { certificatePem: row?.certificatePem ?? "", asyncOperation: toAsyncOperation(operation) };
}

export async function activateCertificateAuthority(
  context: DomainContext,
  message: cloudV1.IActivateCertificateAuthorityRequest,
): Promise<cloudV1.IActivateCertificateAuthorityResponse> {
  const { accountId } = context.actor;
  const { operation } = await mutate(
    context,
    mutationOf("ActivateCertificateAuthority", message),
    async (tx) => {
      checkAllowed(context.actor, ACTION);
      const next = await findNext(tx, accountId);
      if (next === null) {
        throw new CloudError("FAILED_PRECONDITION", "No next authority is prepared: prepare one first.");
      }
      const current = await tx.certificateAuthority.findFirst({ where: { accountId, state: "CURRENT" } });
      if (current !== null) await checkAccepted(tx, accountId, { current, next });
      await tx.certificateAuthority.updateMany({
        where: { accountId, state: "CURRENT" },
        data: { state: "PREVIOUS" },
      });
      const key = { accountId_id: { accountId, id: next.id } };
      await tx.certificateAuthority.update({ where: key, data: { state: "CURRENT" } });
      return {
        resourceId: next.id,
        before: { authorityId: current?.id ?? null },
        after: { authorityId: next.id },
      };
    },
  );
  return { asyncOperation: toAsyncOperation(operation) };
}

function mutationOf(
  operationType: string,
  message: { asyncOperationId?: string | null },
): Parameters<typeof mutate>[1] {
  return {
    action: ACTION,
    operationType,
    operationId: message.asyncOperationId,
    request: { typeName: `cellplane.cloud.v1.${operationType}Request`, message },
    resourceType: "certificateauthority",
  };
}

interface Authority {
  id: string;
  certificatePem: string;
}

function findNext(tx: Transaction, accountId: string): Promise<Authority | null> {
  return tx.certificateAuthority.findFirst({ where: { accountId, state: "NEXT" } });
}

/** Whoever got a certificate from the next one must be let in where the current one is. */
async function checkAccepted(
  tx: Transaction,
  accountId: string,
  { current, next }: { current: Authority; next: Authority },
): Promise<void> {
  const rows = await tx.namespace.findMany({
    where: { accountId, state: { not: "DELETING" } },
    select: { id: true, appliedSpec: true },
    orderBy: { id: "asc" },
  });
  const behind = rows.filter(({ appliedSpec }) => {
    // The column holds an EdgeSpec, or nothing yet.
    const mtls = (appliedSpec as unknown as Pick<EdgeSpec, "mtls"> | null)?.mtls;
    if (mtls?.enabled !== true) return false;
    const bundle = bodyOf(mtls.acceptedClientCa);
    return bundle.includes(bodyOf(current.certificatePem)) && !bundle.includes(bodyOf(next.certificatePem));
  });
  if (behind.length === 0) return;
  const named = behind.slice(0, NAMESPACES_NAMED_MAX).map(({ id }) => id);
  const rest = behind.length > named.length ? ` and ${behind.length - named.length} more` : "";
  throw new CloudError(
    "FAILED_PRECONDITION",
    `These namespaces accept the current authority and not the next: ${named.join(", ")}${rest}. Add it to their accepted CAs first.`,
  );
}

/** A PEM without its line ends and blanks, so that bundles can be searched. */
function bodyOf(pem: string): string {
  return pem.replaceAll(/\s/g, "");
}
