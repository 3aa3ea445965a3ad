// Reads a PKCS #10 request and takes from it only what may go into a client certificate: the key, the subject and
// allowed subject alternative names. Every other requested extension is ignored. Pure.
import { CloudError } from "#shared/errors";
import { x509 } from "#shared/x509";
import { keyRefusal, signatureRefusal } from "#shared/x509-keys";

const FIELD = "spec.csrPem";
const CSR_BYTES_MAX = 16 * 1024;
const SUBJECT_TEXT_LENGTH_MAX = 128;
const SUBJECT_TEXTS_MAX = 16;
const ALTERNATIVE_NAMES_MAX = 10;
const ALTERNATIVE_NAME_LENGTH_MAX = 253;
const BLOCK =
  /^\s*-----BEGIN (NEW )?CERTIFICATE REQUEST-----\r?\n([\s\S]+?)-----END (NEW )?CERTIFICATE REQUEST-----\s*$/;
const SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";
const DNS_NAME = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?)*$/i;
const EMAIL = /^[^\s@<>",]+@[a-z0-9.-]+$/i;
const URI = /^[a-z][a-z0-9+.-]*:\/\/[\x21-\x7e]+$/i;

export interface CertificateRequest {
  subject: x509.Name;
  publicKey: x509.PublicKey;
  alternativeNames: { type: "dns" | "email" | "url"; value: string }[];
}

/** Parses and checks a request. Errors: INVALID_ARGUMENT naming the broken rule. */
export async function readCsr(pem: string): Promise<CertificateRequest> {
  const request = parse(pem);
  const key = keyRefusal(request.publicKey);
  if (key !== undefined) throw refused(`the request ${key}`);
  const signature = signatureRefusal(request);
  if (signature !== undefined) throw refused(`the request ${signature}`);
  // The signature proves that whoever asks holds the private key.
  if (!(await isProven(request))) throw refused("the request's signature does not match its key");
  checkSubject(request.subjectName);
  return {
    subject: request.subjectName,
    publicKey: request.publicKey,
    alternativeNames: alternativeNamesOf(request),
  };
}

function parse(pem: string): x509.Pkcs10CertificateRequest {
  if (Buffer.byteLength(pem) > CSR_BYTES_MAX) throw refused(`it is longer than ${CSR_BYTES_MAX} bytes`);
  if (pem.includes("PRIVATE KEY-----")) {
    throw refused("it contains a private key; send the request only, and treat that key as disclosed");
  }
  const base64 = BLOCK.exec(pem)?.[2]?.replaceAll(/\s/g, "");
  if (base64 === undefined || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) {
    throw refused("it must be one PEM block CERTIFICATE REQUEST (PKCS #10)");
  }
  try {
    return new x509.Pkcs10CertificateRequest(Buffer.from(base64, "base64"));
  } catch (error) {
    throw refused("it is not a PKCS #10 request", error);
  }
}

async function isProven(request: x509.Pkcs10CertificateRequest): Promise<boolean> {
  try {
    return await request.verify();
  } catch {
    // A signature of another kind than the key proves nothing.
    return false;
  }
}

function checkSubject(subject: x509.Name): void {
  const texts = subject.toJSON().flatMap((part) => Object.values(part).flat());
  if (subject.getField("CN").length === 0) throw refused("its subject has no common name (CN)");
  if (texts.length > SUBJECT_TEXTS_MAX) throw refused(`its subject has more than ${SUBJECT_TEXTS_MAX} parts`);
  for (const text of texts) {
    if (text.length > SUBJECT_TEXT_LENGTH_MAX) {
      throw refused(`a part of its subject is longer than ${SUBJECT_TEXT_LENGTH_MAX} characters`);
    }
    if (hasControlCharacter(text)) throw refused("a part of its subject contains a control character");
  }
}

function hasControlCharacter(text: string): boolean {
  return [...text].some((letter) => letter < " " || letter === "\u007f");
}

/** DNS names, emails and URIs are kept; other kinds are ignored; a wildcard is refused rather than dropped. */
function alternativeNamesOf(request: x509.Pkcs10CertificateRequest): CertificateRequest["alternativeNames"] {
  const extension = request.getExtension(SUBJECT_ALTERNATIVE_NAME);
  if (!(extension instanceof x509.SubjectAlternativeNameExtension)) return [];
  const names = extension.names.toJSON();
  if (names.length > ALTERNATIVE_NAMES_MAX) {
    throw refused(`it asks for more than ${ALTERNATIVE_NAMES_MAX} subject alternative names`);
  }
  return names.flatMap(({ type, value }) => {
    if (type !== "dns" && type !== "email" && type !== "url") return [];
    if (value.includes("*")) throw refused(`the subject alternative name ${printable(value)} has a wildcard`);
    const shape = { dns: DNS_NAME, email: EMAIL, url: URI }[type];
    if (value.length > ALTERNATIVE_NAME_LENGTH_MAX || !shape.test(value)) {
      throw refused(`the subject alternative name ${printable(value)} is not a valid ${type} name`);
    }
    return [{ type, value }];
  });
}

function printable(text: string): string {
  return JSON.stringify(text.slice(0, 80));
}

function refused(reason: string, cause?: unknown): CloudError {
  return new CloudError("INVALID_ARGUMENT", `csr_pem: ${reason}.`, { field: FIELD, cause });
}
