// The well-known public certificate authorities, as Node ships them: a namespace may accept one only with certificate
// filters (M3), because anybody can get a certificate from it.
import { createHash, X509Certificate } from "node:crypto";
import { rootCertificates } from "node:tls";
import type { x509 } from "#shared/x509";

let spkiHashes: ReadonlySet<string> | undefined;

/** Whether the certificate carries the key of a public root; a cross-signed or renamed copy counts too. */
export function isPublicRoot(certificate: x509.X509Certificate): boolean {
  spkiHashes ??= new Set(rootCertificates.map(spkiHashOfPem));
  return spkiHashes.has(hash(Buffer.from(certificate.publicKey.rawData)));
}

function spkiHashOfPem(pem: string): string {
  return hash(new X509Certificate(pem).publicKey.export({ type: "spki", format: "der" }));
}

function hash(der: Uint8Array): string {
  return createHash("sha256").update(der).digest("hex");
}
