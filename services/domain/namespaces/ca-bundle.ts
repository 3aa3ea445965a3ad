// The rules of a namespace's accepted client CAs: a pure check of an uploaded PEM bundle, each rule with its own message.
// Never validates a client's chain: that is the gateway's.
import { CloudError } from "#shared/errors";
import { x509 } from "#shared/x509";
import { keyRefusal, signatureRefusal } from "#shared/x509-keys";
import { isPublicRoot } from "./public-roots.ts";

const FIELD = "spec.mtlsAuth.acceptedClientCa";
export const CA_BUNDLE_BYTES_MAX = 32 * 1024;
export const CA_CERTIFICATES_MAX = 16;
const VERSION_3 = 2;
const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----\r?\n([\s\S]*?)-----END \1-----/g;

export interface CaBundle {
  certificates: x509.X509Certificate[];
  /** Whether it holds a certificate authority that the public may get certificates from (M3). */
  hasPublicRoot: boolean;
  /** When the first of them ends, epoch milliseconds. */
  expiresAt: number;
}

/**
 * Parses and checks a bundle. One that has expired is taken: it lets in nobody at the edge, and the namespace's warnings
 * name it. Errors: INVALID_ARGUMENT naming the broken rule and the certificate (1 is the first).
 */
export async function parseCaBundle(pem: Uint8Array, now: number): Promise<CaBundle> {
  if (pem.length > CA_BUNDLE_BYTES_MAX) {
    throw refused(`is ${pem.length} bytes long; at most ${CA_BUNDLE_BYTES_MAX} are accepted`);
  }
  const certificates = parseBlocks(textOf(pem));
  certificates.forEach((certificate, index) => checkCertificate(certificate, index + 1));
  checkUniqueNames(certificates, now);
  for (const [index, certificate] of certificates.entries()) {
    await checkIssuer(certificate, index + 1, certificates);
  }
  return {
    certificates,
    hasPublicRoot: certificates.some(isPublicRoot),
    expiresAt: Math.min(...certificates.map((certificate) => certificate.notAfter.getTime())),
  };
}

function textOf(pem: Uint8Array): string {
  if (pem[0] === 0x30 && pem[1] !== undefined && pem[1] >= 0x80) {
    throw refused("is DER; upload the certificates as PEM");
  }
  const text = Buffer.from(pem).toString("latin1");
  if (text.startsWith("\xef\xbb\xbf"))
    throw refused("begins with a byte order mark; save the file without it");
  return text;
}

function parseBlocks(text: string): x509.X509Certificate[] {
  const blocks = [...text.matchAll(BLOCK)];
  if (blocks.some((block) => block[1]?.endsWith("PRIVATE KEY"))) {
    throw refused("contains a private key; upload certificates only, and treat that key as disclosed");
  }
  const other = blocks.find((block) => block[1] !== "CERTIFICATE");
  if (other !== undefined)
    throw refused(`contains a ${other[1]} block; only CERTIFICATE blocks are accepted`);
  if (blocks.length === 0) throw refused("contains no CERTIFICATE block");
  if (text.replaceAll(BLOCK, "").trim() !== "")
    throw refused("contains text outside of its CERTIFICATE blocks");
  if (blocks.length > CA_CERTIFICATES_MAX) {
    throw refused(`contains ${blocks.length} certificates; at most ${CA_CERTIFICATES_MAX} are accepted`);
  }
  return blocks.map((block, index) => parseCertificate(block[2] ?? "", index + 1));
}

function parseCertificate(body: string, number: number): x509.X509Certificate {
  const base64 = body.replaceAll(/\s/g, "");
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) throw refused(`certificate ${number} is not base64`);
  try {
    return new x509.X509Certificate(Buffer.from(base64, "base64"));
  } catch (error) {
    throw refused(`certificate ${number} is not an X.509 certificate`, error);
  }
}

function checkCertificate(certificate: x509.X509Certificate, number: number): void {
  const fail = (reason: string): never => {
    throw refused(`certificate ${number} ${reason}`);
  };
  if (versionOf(certificate) !== VERSION_3) fail("is not an X.509 version 3 certificate");
  const constraints = certificate.getExtension(x509.BasicConstraintsExtension);
  if (constraints === null) fail("has no basic constraints; CA:true is required");
  if (constraints?.ca !== true) fail("is not a certificate authority: CA:true is required");
  const usages = certificate.getExtension(x509.KeyUsagesExtension);
  if (usages === null) fail("has no key usage; keyCertSign is required");
  if (((usages?.usages ?? 0) & x509.KeyUsageFlags.keyCertSign) === 0) fail("lacks the key usage keyCertSign");
  const key = keyRefusal(certificate.publicKey);
  if (key !== undefined) fail(key);
  const signature = signatureRefusal(certificate);
  if (signature !== undefined) fail(signature);
  if (certificate.subject === "") fail("has an empty subject");
}

/** The library keeps the version inside its parsed structure, which it declares protected. */
function versionOf(certificate: x509.X509Certificate): number {
  const inner = certificate as unknown as { asn: { tbsCertificate: { version: number } } };
  return inner.asn.tbsCertificate.version;
}

/** Among those that can let somebody in: an authority that has ended may stand beside the one that took its name. */
function checkUniqueNames(certificates: x509.X509Certificate[], now: number): void {
  const names = new Map<string, number>();
  for (const [index, certificate] of certificates.entries()) {
    if (certificate.notAfter.getTime() <= now) continue;
    const name = certificate.subject.toLowerCase();
    const first = names.get(name);
    if (first !== undefined) {
      throw refused(
        `certificates ${first} and ${index + 1} have the same distinguished name (case is ignored)`,
      );
    }
    names.set(name, index + 1);
  }
}

/** A certificate must be a root, or issued by another of the bundle whose path length allows it. */
async function checkIssuer(
  certificate: x509.X509Certificate,
  number: number,
  all: x509.X509Certificate[],
): Promise<void> {
  for (const issuer of all.filter((candidate) => candidate.subject === certificate.issuer)) {
    if (!(await isSignedBy(certificate, issuer))) continue;
    if (issuer === certificate) return;
    if (issuer.getExtension(x509.BasicConstraintsExtension)?.pathLength === 0) {
      throw refused(`certificate ${number} is an authority under one whose path length is 0`);
    }
    return;
  }
  throw refused(`certificate ${number} is neither a root nor issued by another certificate of the bundle`);
}

async function isSignedBy(certificate: x509.X509Certificate, issuer: x509.X509Certificate): Promise<boolean> {
  try {
    return await certificate.verify({ publicKey: issuer, signatureOnly: true });
  } catch {
    // An issuer key of another kind than the signature cannot have made it.
    return false;
  }
}

function refused(reason: string, cause?: unknown): CloudError {
  return new CloudError("INVALID_ARGUMENT", `accepted_client_ca ${reason}.`, { field: FIELD, cause });
}
