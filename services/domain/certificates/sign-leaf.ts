// Signs a client certificate with the account's authority: CA:false, digitalSignature, clientAuth, nothing asked for
// beyond the checked request. The authority's key is used here and nowhere else.
import { createHash, webcrypto } from "node:crypto";
import { x509 } from "#shared/x509";
import { SIGNING_ALGORITHM } from "./make-authority.ts";
import type { CertificateRequest } from "./read-csr.ts";

export interface LeafTerms {
  /** Hex, at least 64 random bits, unique in the authority. */
  serial: string;
  notBefore: number;
  notAfter: number;
}

export interface Leaf {
  certificatePem: string;
  /** SHA-256 of the DER, lower-case hex. */
  fingerprint: string;
  subject: string;
}

export async function signLeaf(
  request: CertificateRequest,
  terms: LeafTerms,
  authority: { certificatePem: string; privateKey: Uint8Array },
): Promise<Leaf> {
  const issuer = new x509.X509Certificate(authority.certificatePem);
  const signingKey = await webcrypto.subtle.importKey(
    "pkcs8",
    authority.privateKey,
    SIGNING_ALGORITHM,
    false,
    ["sign"],
  );
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: terms.serial,
    subject: request.subject,
    issuer: issuer.subjectName,
    notBefore: new Date(terms.notBefore),
    notAfter: new Date(terms.notAfter),
    signingAlgorithm: SIGNING_ALGORITHM,
    publicKey: request.publicKey,
    signingKey,
    extensions: await extensionsOf(request, issuer),
  });
  return {
    certificatePem: `${certificate.toString("pem")}\n`,
    fingerprint: createHash("sha256").update(Buffer.from(certificate.rawData)).digest("hex"),
    subject: certificate.subject,
  };
}

async function extensionsOf(
  request: CertificateRequest,
  issuer: x509.X509Certificate,
): Promise<x509.Extension[]> {
  const extensions: x509.Extension[] = [
    new x509.BasicConstraintsExtension(false, undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.clientAuth]),
    await x509.SubjectKeyIdentifierExtension.create(request.publicKey),
    await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
  ];
  if (request.alternativeNames.length > 0) {
    extensions.push(new x509.SubjectAlternativeNameExtension(request.alternativeNames));
  }
  return extensions;
}
