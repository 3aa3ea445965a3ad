// The standalone cloud's own server certificate for loopback, from a CA made on first start; clients trust ca.pem.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { webcrypto } from "node:crypto";
import { join } from "node:path";
import { x509 } from "#shared/x509";
import { privateKeyPem } from "./private-key-pem.ts";

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;
const DAY_MS = 24 * 60 * 60 * 1000;
const CA_LIFETIME_MS = 3650 * DAY_MS;
const SERVER_LIFETIME_MS = 825 * DAY_MS;
const BACKDATE_MS = 5 * 60 * 1000;

export interface ServerCertificate {
  caFile: string;
  certFile: string;
  keyFile: string;
}

/** The certificate files of the data directory, made when there are none. */
export async function loadServerCertificate(dataDirectory: string): Promise<ServerCertificate> {
  const directory = join(dataDirectory, "tls");
  const files = {
    caFile: join(directory, "ca.pem"),
    certFile: join(directory, "server.pem"),
    keyFile: join(directory, "server-key.pem"),
  };
  if (Object.values(files).every((file) => existsSync(file))) return files;
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const made = await makeServerCertificate(Date.now());
  writeFileSync(files.caFile, made.ca);
  writeFileSync(files.certFile, made.certificate);
  writeFileSync(files.keyFile, made.key, { mode: 0o600 });
  return files;
}

/** The CA's private key is dropped at once: nothing else can be signed with it. */
async function makeServerCertificate(now: number): Promise<{ ca: string; certificate: string; key: string }> {
  const caKeys = await webcrypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
  const ca = await x509.X509CertificateGenerator.createSelfSigned({
    name: "CN=Cellplane standalone CA",
    notBefore: new Date(now - BACKDATE_MS),
    notAfter: new Date(now + CA_LIFETIME_MS),
    keys: caKeys,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(caKeys.publicKey),
    ],
  });
  const certificate = await x509.X509CertificateGenerator.create({
    subject: "CN=localhost",
    issuer: ca.subject,
    notBefore: new Date(now - BACKDATE_MS),
    notAfter: new Date(now + SERVER_LIFETIME_MS),
    publicKey: keys.publicKey,
    signingKey: caKeys.privateKey,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        { type: "dns", value: "localhost" },
        { type: "dns", value: "*.localhost" },
        { type: "ip", value: "127.0.0.1" },
        { type: "ip", value: "::1" },
      ]),
      await x509.AuthorityKeyIdentifierExtension.create(ca.publicKey),
    ],
  });
  return {
    ca: ca.toString("pem"),
    certificate: certificate.toString("pem"),
    key: await privateKeyPem(keys.privateKey),
  };
}
