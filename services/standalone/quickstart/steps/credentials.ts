// Step 3: an API key, and a client certificate from a CSR whose private key never leaves this process.
import { webcrypto } from "node:crypto";
import { z } from "zod";
import { delay } from "#shared/clock";
import { x509 } from "#shared/x509";
import { privateKeyPem } from "../../private-key-pem.ts";
import type { Customer } from "../customer.ts";

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;
const KEY_LIFETIME_MS = 24 * 60 * 60 * 1000;

const session = z.object({ session: z.object({ userId: z.string() }) });
const keyCreated = z.object({
  keyId: z.string(),
  token: z.string(),
  asyncOperation: z.object({ id: z.string() }),
});
const issued = z.object({ certificateId: z.string(), asyncOperation: z.object({ id: z.string() }) });
const certificate = z.object({ certificate: z.object({ state: z.string(), chainPem: z.string() }) });

export async function createApiKey(customer: Customer): Promise<{ keyId: string; token: string }> {
  const { session: owner } = await customer.get("/api/v1/sessions/current", session);
  const spec = {
    ownerId: owner.userId,
    ownerType: "OWNER_TYPE_USER",
    displayName: "quickstart",
    expiryTime: new Date(Date.now() + KEY_LIFETIME_MS).toISOString(),
  };
  const { keyId, token, asyncOperation } = await customer.post("/cloud/api-keys", { spec }, keyCreated);
  await customer.fulfilled(asyncOperation.id);
  return { keyId, token };
}

export interface ClientCertificate {
  certificateId: string;
  chainPem: string;
  keyPem: string;
}

export async function issueCertificate(
  customer: Customer,
  { namespace, commonName }: { namespace: string; commonName: string },
): Promise<ClientCertificate> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
  const csr = await x509.Pkcs10CertificateRequestGenerator.create({
    name: `CN=${commonName}`,
    keys,
    signingAlgorithm: ALGORITHM,
  });
  const spec = { namespace, csrPem: csr.toString("pem"), displayName: commonName };
  const { certificateId, asyncOperation } = await customer.post("/api/v1/certificates", { spec }, issued);
  await customer.fulfilled(asyncOperation.id);
  const found = await customer.get(`/api/v1/certificates/${certificateId}`, certificate);
  const keyPem = await privateKeyPem(keys.privateKey);
  return { certificateId, chainPem: found.certificate.chainPem, keyPem };
}

const REACHABLE_TIMEOUT_MS = 15_000;
const REACHABLE_POLL_MS = 100;

/** A new credential reaches the edge within seconds: tries until the first call goes through. */
export async function untilAccepted<Result>(attempt: () => Promise<Result>): Promise<Result> {
  const deadline = performance.now() + REACHABLE_TIMEOUT_MS;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await delay(REACHABLE_POLL_MS);
    }
  }
}
