// Makes an account's certificate authority: a self-signed ECDSA P-256 root that may sign leaves only. Pure but for
// the random key; the private key is handed back once, to be sealed, and never logged.
import { randomBytes, webcrypto } from "node:crypto";
import { x509 } from "#shared/x509";

const AUTHORITY_LIFETIME_MS = 10 * 365 * 24 * 60 * 60 * 1000;
const BACK_DATED_MS = 60_000;
export const SIGNING_ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;

export interface NewAuthority {
  certificatePem: string;
  /** PKCS #8, DER. */
  privateKey: Uint8Array;
  expiresAt: number;
}

export async function makeAuthority(accountId: string, now: number): Promise<NewAuthority> {
  const keys = (await webcrypto.subtle.generateKey(SIGNING_ALGORITHM, true, [
    "sign",
    "verify",
  ])) as webcrypto.CryptoKeyPair;
  const expiresAt = now + AUTHORITY_LIFETIME_MS;
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: newSerial(),
    name: [{ CN: [`Client CA of account ${accountId}`] }, { O: ["Cellplane"] }],
    notBefore: new Date(now - BACK_DATED_MS),
    notAfter: new Date(expiresAt),
    signingAlgorithm: SIGNING_ALGORITHM,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return {
    certificatePem: `${certificate.toString("pem")}\n`,
    privateKey: new Uint8Array(await webcrypto.subtle.exportKey("pkcs8", keys.privateKey)),
    expiresAt,
  };
}

/** 16 random bytes as hex, positive and of full length: the first byte is between 0x40 and 0x7f. */
export function newSerial(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes.toString("hex");
}
