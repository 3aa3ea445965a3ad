// Reads of certificates and of the account's authority for the public API.
import { timestampOfMs, type cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import { checkAllowed } from "#domain/roles";
import { ensureAuthority } from "./authority-store.ts";
import { findCertificate, listCertificates } from "./certificate-store.ts";
import { toCertificate } from "./certificate.ts";

export async function getCertificateAuthority(
  context: DomainContext,
): Promise<cloudV1.IGetCertificateAuthorityResponse> {
  checkAllowed(context.actor, "cloud.certificateauthority.get");
  const authority = await ensureAuthority(context, context.actor.accountId);
  return {
    certificatePem: authority.certificatePem,
    expiresTime: timestampOfMs(authority.expiresAt.getTime()),
  };
}

export async function getCertificate(
  context: DomainContext,
  request: cloudV1.IGetCertificateRequest,
): Promise<cloudV1.IGetCertificateResponse> {
  const row = await findCertificate(context, context.database.query, {
    certificateId: request.certificateId ?? "",
    action: "cloud.certificate.get",
  });
  return { certificate: toCertificate(row, await viewOf(context)) };
}

export async function getCertificates(
  context: DomainContext,
  request: cloudV1.IGetCertificatesRequest,
): Promise<cloudV1.IGetCertificatesResponse> {
  const { rows, nextPageToken } = await listCertificates(context, {
    namespace: request.namespace ?? "",
    pageSize: request.pageSize ?? 0,
    pageToken: request.pageToken ?? "",
  });
  const view = await viewOf(context);
  return { certificates: rows.map((row) => toCertificate(row, view)), nextPageToken };
}

async function viewOf(context: DomainContext): Promise<{ authorityPem: string; now: number }> {
  const { accountId } = context.actor;
  const authority = await context.database.query.certificateAuthority.findUnique({ where: { accountId } });
  return { authorityPem: authority?.certificatePem ?? "", now: context.clock.now() };
}
