// A certificate with the facts that chain validation and filters need, read once from its DER. It judges nothing.
import { createHash, X509Certificate } from "node:crypto";
import { x509 } from "./x509.ts";
import { keyRefusal, signatureRefusal } from "./x509-keys.ts";

/** Critical extensions that the validation understands: basicConstraints, keyUsage, extKeyUsage, SAN, policies. */
const UNDERSTOOD = new Set(["2.5.29.19", "2.5.29.15", "2.5.29.37", "2.5.29.17", "2.5.29.32"]);
const NAME_CONSTRAINTS = "2.5.29.30";
const VERSION_3 = 2;

export interface PkiCertificate {
  /** Node's view: signatures and the match of issuer and subject. */
  node: X509Certificate;
  /** SHA-256 of the DER, lower-case hex. */
  fingerprint: string;
  /** The issuer's name as encoded, to find candidates quickly. */
  issuerDer: Buffer;
  notBeforeMs: number;
  notAfterMs: number;
  isVersion3: boolean;
  isCa: boolean;
  pathLength: number | undefined;
  /** Key usage bits, or undefined without the extension. */
  keyUsage: number | undefined;
  /** Extended key usage ids, or undefined without the extension. */
  extendedKeyUsage: readonly string[] | undefined;
  isSelfIssued: boolean;
  /** Why its extensions cannot be honoured (unknown and critical, repeated, name constraints), or undefined. */
  extensionRefusal: string | undefined;
  /** Why its key or the signature on it is too weak, or undefined. */
  keyRefusal: string | undefined;
  signatureRefusal: string | undefined;
  subject: PkiSubject;
}

/** All values of the attributes that filters look at. */
export interface PkiSubject {
  commonNames: readonly string[];
  organizations: readonly string[];
  organizationalUnits: readonly string[];
  alternativeNames: readonly string[];
}

/** Reads a certificate. Throws when the DER is not a certificate. */
export function readPkiCertificate(der: Uint8Array): PkiCertificate {
  const node = new X509Certificate(der);
  const parsed = new x509.X509Certificate(der);
  const constraints = parsed.getExtension(x509.BasicConstraintsExtension);
  return {
    node,
    fingerprint: createHash("sha256").update(der).digest("hex"),
    issuerDer: Buffer.from(parsed.issuerName.toArrayBuffer()),
    notBeforeMs: parsed.notBefore.getTime(),
    notAfterMs: parsed.notAfter.getTime(),
    isVersion3: versionOf(parsed) === VERSION_3,
    isCa: constraints?.ca === true,
    pathLength: constraints?.pathLength,
    keyUsage: parsed.getExtension(x509.KeyUsagesExtension)?.usages,
    extendedKeyUsage: parsed.getExtension(x509.ExtendedKeyUsageExtension)?.usages.map(String),
    isSelfIssued: parsed.subject === parsed.issuer,
    extensionRefusal: extensionRefusal(parsed),
    keyRefusal: keyRefusal(parsed.publicKey),
    signatureRefusal: signatureRefusal(parsed),
    subject: subjectOf(parsed),
  };
}

/** Every certificate of a PEM bundle; text that is none is left out, because the bundle was checked when uploaded. */
export function readPkiBundle(pem: string): PkiCertificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((block) =>
    readPkiCertificate(Buffer.from(block.replace(/-----[A-Z ]+-----|\s/g, ""), "base64")),
  );
}

function extensionRefusal(certificate: x509.X509Certificate): string | undefined {
  const seen = new Set<string>();
  for (const extension of certificate.extensions) {
    if (seen.has(extension.type)) return "repeats an extension";
    seen.add(extension.type);
    // Failing closed: constraints on names are refused until they are enforced.
    if (extension.type === NAME_CONSTRAINTS) return "has name constraints, which are not supported";
    if (extension.critical && !UNDERSTOOD.has(extension.type)) return "has an unknown critical extension";
  }
  return undefined;
}

function subjectOf(certificate: x509.X509Certificate): PkiSubject {
  const name = certificate.subjectName;
  const alternatives = certificate.getExtension(x509.SubjectAlternativeNameExtension);
  return {
    commonNames: name.getField("CN"),
    organizations: name.getField("O"),
    organizationalUnits: name.getField("OU"),
    alternativeNames: (alternatives?.names.items ?? [])
      .filter(({ type }) => type === "dns" || type === "url" || type === "email")
      .map(({ value }) => value),
  };
}

/** The library keeps the version inside its parsed structure, which it declares protected. */
function versionOf(certificate: x509.X509Certificate): number {
  const inner = certificate as unknown as { asn: { tbsCertificate: { version: number } } };
  return inner.asn.tbsCertificate.version;
}
