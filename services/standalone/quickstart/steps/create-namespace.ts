// Step 2: a namespace that trusts the account's CA with a certificate filter and takes API keys as well.
import { z } from "zod";
import { randomIds } from "#shared/ids";
import type { Customer } from "../customer.ts";

const authority = z.object({ certificatePem: z.string() });
const created = z.object({ namespace: z.string(), asyncOperation: z.object({ id: z.string() }) });
const described = z.object({
  namespace: z.object({
    namespace: z.string(),
    state: z.string(),
    activeRegion: z.string().optional(),
    endpoints: z.object({ mtlsGrpcAddress: z.string(), grpcAddress: z.string() }),
  }),
});

export interface CreatedNamespace {
  namespace: string;
  operationId: string;
  address: string;
  commonName: string;
}

export async function createNamespace(customer: Customer): Promise<CreatedNamespace> {
  const { certificatePem } = await customer.get("/api/v1/certificate-authority", authority);
  const spec = {
    name: `orders-${randomIds.short(5)}`,
    regions: ["aws-us-east-1"],
    retentionDays: 1,
    mtlsAuth: {
      enabled: true,
      acceptedClientCa: Buffer.from(certificatePem).toString("base64"),
      certificateFilters: [{ commonName: "order-*" }],
    },
    apiKeyAuth: { enabled: true },
  };
  const { namespace, asyncOperation } = await customer.post("/cloud/namespaces", { spec }, created);
  await customer.fulfilled(asyncOperation.id);
  const found = await customer.get(`/cloud/namespaces/${encodeURIComponent(namespace)}`, described);
  if (!found.namespace.state.endsWith("ACTIVE")) throw new Error(`${namespace} is ${found.namespace.state}`);
  return {
    namespace,
    operationId: asyncOperation.id,
    address: found.namespace.endpoints.mtlsGrpcAddress,
    commonName: "order-worker",
  };
}
