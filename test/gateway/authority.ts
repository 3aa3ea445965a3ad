// Certificate authorities and client certificates made in the test: each tenant its own.
import { webcrypto, createHash } from "node:crypto";
import { x509 } from "#shared/x509";

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;
const DAY_MS = 24 * 3_600_000;

export interface LeafOptions {
  /** X.500 name as text, "CN=client,O=Acme". */
  subject?: string;
  extensions?: x509.Extension[];
  notBefore?: Date;
  notAfter?: Date;
}

export interface Identity {
  cert: string;
  key: string;
  fingerprint: string;
}

export class Authority {
  readonly certificate: x509.X509Certificate;
  readonly #keys: webcrypto.CryptoKeyPair;

  private constructor(certificate: x509.X509Certificate, keys: webcrypto.CryptoKeyPair) {
    this.certificate = certificate;
    this.#keys = keys;
  }

  get pem(): string {
    return `${this.certificate.toString("pem")}\n`;
  }

  static async root(
    subject: string,
    options: { pathLength?: number; notAfter?: Date } = {},
  ): Promise<Authority> {
    const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
    const certificate = await x509.X509CertificateGenerator.createSelfSigned({
      name: subject,
      keys,
      signingAlgorithm: ALGORITHM,
      notBefore: new Date(Date.now() - DAY_MS),
      notAfter: options.notAfter ?? new Date(Date.now() + 30 * DAY_MS),
      extensions: authorityExtensions(options.pathLength),
    });
    return new Authority(certificate, keys);
  }

  /** An authority under this one. */
  async intermediate(subject: string, extensions = authorityExtensions(undefined)): Promise<Authority> {
    const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
    const certificate = await this.#sign(subject, keys.publicKey, { extensions });
    return new Authority(certificate, keys);
  }

  async issue(options: LeafOptions = {}): Promise<Identity> {
    const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
    const extensions = options.extensions ?? leafExtensions();
    const certificate = await this.#sign(options.subject ?? "CN=client", keys.publicKey, {
      ...options,
      extensions,
    });
    const der = Buffer.from(certificate.rawData);
    return {
      cert: `${certificate.toString("pem")}\n`,
      key: await pemOf(keys.privateKey),
      fingerprint: createHash("sha256").update(der).digest("hex"),
    };
  }

  #sign(
    subject: string,
    publicKey: webcrypto.CryptoKey,
    options: LeafOptions,
  ): Promise<x509.X509Certificate> {
    return x509.X509CertificateGenerator.create({
      subject,
      issuer: this.certificate.subject,
      notBefore: options.notBefore ?? new Date(Date.now() - DAY_MS),
      notAfter: options.notAfter ?? new Date(Date.now() + DAY_MS),
      publicKey,
      signingKey: this.#keys.privateKey,
      signingAlgorithm: ALGORITHM,
      extensions: options.extensions ?? [],
    });
  }
}

export function authorityExtensions(pathLength: number | undefined): x509.Extension[] {
  return [
    new x509.BasicConstraintsExtension(true, pathLength, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
  ];
}

export function leafExtensions(): x509.Extension[] {
  return [
    new x509.BasicConstraintsExtension(false, undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.clientAuth]),
  ];
}

/** A server certificate for localhost. */
export async function serverIdentity(): Promise<Identity & { ca: string }> {
  const authority = await Authority.root("CN=Test server CA");
  const identity = await authority.issue({
    subject: "CN=localhost",
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.SubjectAlternativeNameExtension([
        { type: "dns", value: "localhost" },
        { type: "ip", value: "127.0.0.1" },
      ]),
    ],
  });
  return { ...identity, ca: authority.pem };
}

async function pemOf(key: webcrypto.CryptoKey): Promise<string> {
  const der = Buffer.from(await webcrypto.subtle.exportKey("pkcs8", key)).toString("base64");
  return `-----BEGIN PRIVATE KEY-----\n${der.replace(/(.{64})/g, "$1\n")}\n-----END PRIVATE KEY-----\n`;
}
