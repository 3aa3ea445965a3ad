// A tenant of a running cloud, made only through public endpoints: account, namespace, API key, client certificate.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Customer } from "../../services/standalone/quickstart/customer.ts";
import { createNamespace } from "../../services/standalone/quickstart/steps/create-namespace.ts";
import {
  createApiKey,
  issueCertificate,
  type ClientCertificate,
} from "../../services/standalone/quickstart/steps/credentials.ts";
import { findToken, signUp, verifyAndSignIn } from "../../services/standalone/quickstart/steps/sign-up.ts";
import { eventually } from "../harness/eventually.ts";
import { apiAddressOf, type Command } from "../harness/standalone.ts";
import { GrpcCaller, WORKFLOW_SERVICE } from "./grpc-caller.ts";

export interface Tenant {
  customer: Customer;
  accountId: string;
  namespace: string;
  operationId: string;
  /** host:port of the gateway for this namespace. */
  address: string;
  keyId: string;
  token: string;
  certificate: ClientCertificate;
  /** Calls at the gateway with the API key, and with the certificate. */
  byKey: GrpcCaller;
  byCertificate: GrpcCaller;
  close(): void;
}

export async function newTenant(cloud: Command): Promise<Tenant> {
  const customer = new Customer(apiAddressOf(cloud));
  const { email, password } = await signUp(customer);
  const token = await findToken(customer, email);
  const { accountId } = await verifyAndSignIn(customer, { email, password, token });
  const created = await createNamespace(customer);
  const key = await createApiKey(customer);
  const certificate = await issueCertificate(customer, created);
  const url = `https://${created.address}`;
  const ca = readFileSync(join(cloud.dataDirectory, "tls", "ca.pem"));
  const byKey = new GrpcCaller(url, { ca }, { authorization: `Bearer ${key.token}` });
  const byCertificate = new GrpcCaller(url, { ca, cert: certificate.chainPem, key: certificate.keyPem });
  await eventually(() => reaches(byKey, created.namespace), { what: "the key at the gateway" });
  await eventually(() => reaches(byCertificate, created.namespace), {
    what: "the certificate at the gateway",
  });
  return {
    customer,
    accountId,
    ...created,
    ...key,
    certificate,
    byKey,
    byCertificate,
    close: () => {
      byKey.close();
      byCertificate.close();
    },
  };
}

/** Whether the gateway lets the caller to the namespace. */
export async function reaches(caller: GrpcCaller, namespace: string): Promise<boolean> {
  return (await caller.call(WORKFLOW_SERVICE, "DescribeNamespace", { namespace })).status === 0;
}
