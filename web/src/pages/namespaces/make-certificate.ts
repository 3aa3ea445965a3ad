// A key pair made by the browser and a request for a certificate signed with it. The private key is only ever in this
// page's memory; what is sent is the request. Loaded when it is needed, because the library is large.
import { pemOf } from "./pem.ts";

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;

export interface CertificateRequest {
  csrPem: string;
  /** PKCS #8. */
  keyPem: string;
}

export async function makeRequest(commonName: string): Promise<CertificateRequest> {
  await import("reflect-metadata");
  const { Pkcs10CertificateRequestGenerator } = await import("@peculiar/x509");
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
  const request = await Pkcs10CertificateRequestGenerator.create({
    name: [{ CN: [commonName] }],
    keys,
    signingAlgorithm: ALGORITHM,
  });
  const key = await crypto.subtle.exportKey("pkcs8", keys.privateKey);
  return { csrPem: request.toString("pem"), keyPem: pemOf("PRIVATE KEY", key) };
}
