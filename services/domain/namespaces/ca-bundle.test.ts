// The table of client authority bundles: each broken rule gives INVALID_ARGUMENT naming it (M1).
import { webcrypto } from "node:crypto";
import { rootCertificates } from "node:tls";
import { describe, expect, it } from "vitest";
import { x509 } from "#shared/x509";
import { parseCaBundle } from "./ca-bundle.ts";

const NOW = Date.UTC(2026, 0, 1);
const DAY = 24 * 60 * 60 * 1000;
const P256 = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const { keyCertSign, digitalSignature } = x509.KeyUsageFlags;

interface Recipe {
  name?: string;
  algorithm?: { name: string; [parameter: string]: unknown };
  isCa?: boolean | undefined;
  pathLength?: number;
  usages?: number | undefined;
  endsAt?: number;
  issuer?: Made;
}

interface Made {
  pem: string;
  certificate: x509.X509Certificate;
  keys: webcrypto.CryptoKeyPair;
}

async function make(recipe: Recipe = {}): Promise<Made> {
  const algorithm = recipe.algorithm ?? P256;
  const keys = (await webcrypto.subtle.generateKey(algorithm, true, [
    "sign",
    "verify",
  ])) as webcrypto.CryptoKeyPair;
  const isCa = "isCa" in recipe ? recipe.isCa : true;
  const usages = "usages" in recipe ? recipe.usages : keyCertSign;
  const extensions: x509.Extension[] = [];
  if (isCa !== undefined) extensions.push(new x509.BasicConstraintsExtension(isCa, recipe.pathLength, true));
  if (usages !== undefined) extensions.push(new x509.KeyUsagesExtension(usages, true));
  const subject = `CN=${recipe.name ?? "root"}`;
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: "1234",
    subject,
    issuer: recipe.issuer?.certificate.subject ?? subject,
    notBefore: new Date(NOW - DAY),
    notAfter: new Date(recipe.endsAt ?? NOW + DAY),
    signingAlgorithm: recipe.issuer === undefined ? algorithm : P256,
    publicKey: keys.publicKey,
    signingKey: (recipe.issuer?.keys ?? keys).privateKey,
    extensions,
  });
  return { pem: `${certificate.toString("pem")}\n`, certificate, keys };
}

function rsa(modulusLength: number, hash = "SHA-256"): { name: string } {
  const publicExponent = new Uint8Array([1, 0, 1]);
  return { name: "RSASSA-PKCS1-v1_5", modulusLength, publicExponent, hash } as { name: string };
}

/** The certificate with bytes of its DER replaced, given in hex. */
function patched(made: Made, from: string, to: string): string {
  const hex = Buffer.from(made.certificate.rawData).toString("hex");
  expect(hex).toContain(from);
  const der = Buffer.from(hex.replaceAll(from, to), "hex");
  return x509.PemConverter.encode(der, "CERTIFICATE");
}

const bundleOf = (text: string): Promise<unknown> => parseCaBundle(Buffer.from(text, "latin1"), NOW);

const refusals: [title: string, text: () => Promise<string>, message: RegExp][] = [
  ["an empty text", async () => " \n", /contains no CERTIFICATE block/],
  ["words", async () => "hello", /contains no CERTIFICATE block/],
  ["33 KB", async () => (await make()).pem + " ".repeat(33 * 1024), /at most 32768/],
  ["DER", async () => Buffer.from((await make()).certificate.rawData).toString("latin1"), /is DER/],
  ["a byte order mark", async () => `\xef\xbb\xbf${(await make()).pem}`, /byte order mark/],
  ["text between blocks", async () => `subject=x\n${(await make()).pem}`, /text outside/],
  [
    "a broken block",
    async () => "-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----",
    /not base64/,
  ],
  [
    "no X.509",
    async () => "-----BEGIN CERTIFICATE-----\naGVsbG8=\n-----END CERTIFICATE-----",
    /not an X.509/,
  ],
  [
    "a private key",
    async () => `${(await make()).pem}-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n`,
    /contains a private key/,
  ],
  [
    "a key with a passphrase",
    async () => "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n",
    /contains a private key/,
  ],
  [
    "a request",
    async () => "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n",
    /contains a CERTIFICATE REQUEST block/,
  ],
  ["17 certificates", async () => (await make()).pem.repeat(17), /contains 17 certificates; at most 16/],
  ["version 1", async () => patched(await make(), "a003020102", "a003020100"), /version 3/],
  ["CA:false", async () => (await make({ isCa: false })).pem, /CA:true is required/],
  ["no basic constraints", async () => (await make({ isCa: undefined })).pem, /no basic constraints/],
  ["no key usage", async () => (await make({ usages: undefined })).pem, /no key usage/],
  ["no keyCertSign", async () => (await make({ usages: digitalSignature })).pem, /lacks the key usage/],
  ["RSA 1024", async () => (await make({ algorithm: rsa(1024) })).pem, /RSA key of 1024 bits/],
  ["P-521", async () => (await make({ algorithm: { ...P256, namedCurve: "P-521" } })).pem, /curve P-521/],
  ["SHA-1", async () => (await make({ algorithm: rsa(2048, "SHA-1") })).pem, /SHA-256 or stronger/],
  [
    "MD5",
    async () => patched(await make({ algorithm: rsa(2048) }), "2a864886f70d01010b", "2a864886f70d010104"),
    /SHA-256 or stronger/,
  ],
  [
    "equal names in other case",
    async () => (await make({ name: "Root A" })).pem + (await make({ name: "ROOT a" })).pem,
    /certificates 1 and 2 have the same distinguished name/,
  ],
  [
    "an orphan intermediate",
    async () => (await make({ name: "middle", issuer: await make() })).pem,
    /certificate 1 is neither a root nor issued/,
  ],
  [
    "an intermediate of another root with the same name",
    async () => (await make()).pem + (await make({ name: "middle", issuer: await make() })).pem,
    /certificate 2 is neither a root nor issued/,
  ],
  [
    "an intermediate under path length 0",
    async () => {
      const root = await make({ pathLength: 0 });
      return root.pem + (await make({ name: "middle", issuer: root })).pem;
    },
    /path length is 0/,
  ],
];

describe("a bundle of client authorities", () => {
  it.each(refusals)("with %s is refused by name", async (_title, text, message) => {
    await expect(bundleOf(await text())).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
      publicMessage: expect.stringMatching(message) as string,
      field: "spec.mtlsAuth.acceptedClientCa",
    });
  });

  it("is accepted with a root, its intermediate, other key kinds and Windows line ends", async () => {
    const root = await make();
    const middle = await make({ name: "middle", issuer: root });
    const others = [
      await make({ name: "rsa", algorithm: rsa(2048) }),
      await make({ name: "ed", algorithm: { name: "Ed25519" } }),
      await make({ name: "p384", algorithm: { name: "ECDSA", namedCurve: "P-384", hash: "SHA-384" } }),
    ];
    const text = [middle, root, ...others].map((made) => made.pem).join("\n");
    const bundle = await parseCaBundle(Buffer.from(text.replaceAll("\n", "\r\n")), NOW);
    expect(bundle.certificates).toHaveLength(5);
    expect(bundle.hasPublicRoot).toBe(false);
    expect(bundle.expiresAt).toBe(NOW + DAY);
  });

  it("is accepted with an expired one, and says when its first one ends", async () => {
    const old = await make({ name: "old", endsAt: NOW - 1000 });
    const bundle = await parseCaBundle(Buffer.from((await make()).pem + old.pem), NOW);
    expect(bundle.expiresAt).toBe(NOW - 1000);
  });

  it("may give the name of one that has expired to another", async () => {
    const old = await make({ endsAt: NOW - 1000 });
    const bundle = await parseCaBundle(Buffer.from(old.pem + (await make()).pem), NOW);
    expect(bundle.certificates).toHaveLength(2);
  });

  it("M3: says when it holds a well-known public root", async () => {
    const pem = rootCertificates.find((root) => {
      const certificate = new x509.X509Certificate(root);
      const hash = (certificate.signatureAlgorithm as { hash?: { name: string } }).hash?.name;
      return hash === "SHA-384" && certificate.notAfter.getTime() > NOW;
    });
    const bundle = await parseCaBundle(Buffer.from(pem ?? ""), NOW);
    expect(bundle.hasPublicRoot).toBe(true);
  });
});
