// The table of certificate requests (M11), and a signed leaf read back by Node's own parser as a second opinion.
import { webcrypto, X509Certificate } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { x509 } from "#shared/x509";
import { makeAuthority, newSerial, type NewAuthority } from "./make-authority.ts";
import { readCsr } from "./read-csr.ts";
import { signLeaf } from "./sign-leaf.ts";

const NOW = Date.UTC(2026, 0, 1);
const DAY = 24 * 60 * 60 * 1000;
const P256 = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const RSA = { name: "RSASSA-PKCS1-v1_5", publicExponent: new Uint8Array([1, 0, 1]) };
type Names = ConstructorParameters<typeof x509.SubjectAlternativeNameExtension>[0];

async function csr(
  options: {
    subject?: string;
    algorithm?: { name: string };
    names?: Names;
    extensions?: x509.Extension[];
  } = {},
): Promise<string> {
  const signingAlgorithm = options.algorithm ?? P256;
  const keys = (await webcrypto.subtle.generateKey(signingAlgorithm, true, [
    "sign",
    "verify",
  ])) as webcrypto.CryptoKeyPair;
  const extensions = [...(options.extensions ?? [])];
  if (options.names !== undefined) extensions.push(new x509.SubjectAlternativeNameExtension(options.names));
  const name = options.subject ?? "CN=worker, O=orders";
  const request = await x509.Pkcs10CertificateRequestGenerator.create({
    name,
    keys,
    signingAlgorithm,
    extensions,
  });
  return request.toString("pem");
}

/** A request whose signed part was changed after signing. */
async function tampered(): Promise<string> {
  const hex = Buffer.from(x509.PemConverter.decodeFirst(await csr({ subject: "CN=aaaa" }))).toString("hex");
  const changed = hex.replace(Buffer.from("aaaa").toString("hex"), Buffer.from("bbbb").toString("hex"));
  return x509.PemConverter.encode(Buffer.from(changed, "hex"), "CERTIFICATE REQUEST");
}

const refusals: [title: string, text: () => Promise<string>, message: RegExp][] = [
  ["nothing", async () => "", /one PEM block CERTIFICATE REQUEST/],
  ["text before the block", async () => `x\n${await csr()}`, /one PEM block/],
  ["two requests", async () => `${await csr()}\n${await csr()}`, /one PEM block/],
  ["17 KB", async () => (await csr()) + " ".repeat(17 * 1024), /longer than 16384 bytes/],
  [
    "a private key beside it",
    async () => `${await csr()}\n-----BEGIN PRIVATE KEY-----\n`,
    /contains a private key/,
  ],
  [
    "garbage inside",
    async () => "-----BEGIN CERTIFICATE REQUEST-----\naGVsbG8=\n-----END CERTIFICATE REQUEST-----\n",
    /not a PKCS #10 request/,
  ],
  ["a changed subject", tampered, /signature does not match its key/],
  ["no common name", async () => csr({ subject: "O=orders" }), /no common name/],
  ["a long subject", async () => csr({ subject: `CN=${"x".repeat(129)}` }), /longer than 128 characters/],
  ["a NUL in its subject", async () => csr({ subject: "CN=admin\u0000.evil" }), /control character/],
  [
    "RSA 1024",
    async () => csr({ algorithm: { ...RSA, modulusLength: 1024, hash: "SHA-256" } as { name: string } }),
    /RSA key of 1024/,
  ],
  [
    "SHA-1",
    async () => csr({ algorithm: { ...RSA, modulusLength: 2048, hash: "SHA-1" } as { name: string } }),
    /SHA-256 or stronger/,
  ],
  [
    "P-521",
    async () => csr({ algorithm: { ...P256, namedCurve: "P-521" } as { name: string } }),
    /curve P-521/,
  ],
  [
    "a wildcard name",
    async () => csr({ names: [{ type: "dns", value: "*.example.com" }] }),
    /has a wildcard/,
  ],
  ["a bad DNS name", async () => csr({ names: [{ type: "dns", value: "a b" }] }), /not a valid dns name/],
  [
    "11 names",
    async () =>
      csr({ names: Array.from({ length: 11 }, (_, i) => ({ type: "dns" as const, value: `h${i}` })) }),
    /more than 10/,
  ],
];

describe("a certificate request", () => {
  it.each(refusals)("with %s is refused by name", async (_title, text, message) => {
    await expect(readCsr(await text())).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
      publicMessage: expect.stringMatching(message) as string,
    });
  });
});

describe("a signed leaf", () => {
  let authority: NewAuthority;
  beforeAll(async () => {
    authority = await makeAuthority("acct1", NOW);
  });

  it("M11: carries the key, subject and allowed names of the request, and nothing else it asked for", async () => {
    const request = await readCsr(
      await csr({
        names: [
          { type: "dns", value: "worker.orders.example" },
          { type: "url", value: "spiffe://orders/worker" },
          { type: "ip", value: "10.0.0.1" },
        ],
        extensions: [
          new x509.BasicConstraintsExtension(true, 5, true),
          new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
          new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
        ],
      }),
    );
    const terms = { serial: newSerial(), notBefore: NOW, notAfter: NOW + DAY };
    const leaf = await signLeaf(request, terms, authority);
    const read = new X509Certificate(leaf.certificatePem);
    expect(read.ca).toBe(false);
    expect(read.subject).toBe("CN=worker\nO=orders");
    expect(read.subjectAltName).toBe("DNS:worker.orders.example, URI:spiffe://orders/worker");
    expect(read.keyUsage).toEqual(["1.3.6.1.5.5.7.3.2"]);
    expect(read.serialNumber.toLowerCase()).toBe(terms.serial);
    expect(Date.parse(read.validTo)).toBe(terms.notAfter);
    expect(read.fingerprint256.replaceAll(":", "").toLowerCase()).toBe(leaf.fingerprint);
    const root = new X509Certificate(authority.certificatePem);
    expect(root.ca && read.checkIssued(root) && read.verify(root.publicKey)).toBe(true);
  });

  it("takes RSA and Ed25519 keys too", async () => {
    for (const algorithm of [{ ...RSA, modulusLength: 2048, hash: "SHA-256" }, { name: "Ed25519" }]) {
      const request = await readCsr(await csr({ algorithm }));
      const terms = { serial: newSerial(), notBefore: NOW, notAfter: NOW + DAY };
      const leaf = await signLeaf(request, terms, authority);
      expect(new X509Certificate(leaf.certificatePem).subject).toContain("CN=worker");
    }
  });

  it("has a serial of 16 random bytes", () => {
    const serials = new Set(Array.from({ length: 200 }, newSerial));
    expect(serials.size).toBe(200);
    for (const serial of serials) expect(serial).toMatch(/^[4-7][0-9a-f]{31}$/);
  });
});
