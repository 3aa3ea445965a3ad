// Reads of certificates and of the account's authority for the public API.
import { timestampOfMs, type cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import { checkAllowed } from "#domain/roles";
import { ensureAuthority, listAuthorities } from "./authority-store.ts";
import { findCertificate, latestOf, listCertificates } from "./certificate-store.ts";
import { toCertificate } from "./certificate.ts";

export async function getCertificateAuthority(
  context: DomainContext,
): Promise<cloudV1.IGetCertificateAuthorityResponse> {
  checkAllowed(context.actor, "cloud.certificateauthority.get");
  const { accountId } = context.actor;
  const authority = await ensureAuthority(context, accountId);
  const all = await listAuthorities(context.database.query, accountId);
  return {
    certificatePem: authority.certificatePem,
    expiresTime: timestampOfMs(authority.expiresAt.getTime()),
    nextCertificatePem: all.find(({ state }) => state === "NEXT")?.certificatePem ?? "",
    previousCertificatePems: all.filter(({ state }) => state === "PREVIOUS").map((row) => row.certificatePem),
  };
}

export async function getCertificate(
  context: DomainContext,
  request: cloudV1.IGetCertificateRequest,
): Promise<cloudV1.IGetCertificateResponse> {
  const tx = context.database.query;
  const found = await findCertificate(context, tx, {
    certificateId: request.certificateId ?? "",
    action: "cloud.certificate.get",
  });
  const row = request.latest === true ? await latestOf(tx, found) : found;
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

async function viewOf(
  context: DomainContext,
): Promise<{ authorityPems: ReadonlyMap<string, string>; now: number }> {
  const rows = await listAuthorities(context.database.query, context.actor.accountId);
  const authorityPems = new Map(rows.map((row) => [row.id, row.certificatePem]));
  return { authorityPems, now: context.clock.now() };
}
