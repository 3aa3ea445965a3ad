// The workflows under the laws: how to prepare for each, how a customer asks for it, and how to look at what it changes.
// A new workflow gets every law by being listed in LAWS.
import { webcrypto } from "node:crypto";
import { temporal } from "#contracts";
import { getCertificateAuthority, issueCertificate, revokeCertificate } from "#domain/certificates";
import { registerCell } from "#domain/cells";
import type { DomainContext } from "#domain/context";
import { readDirectory } from "#domain/directory";
import { createNamespace, deleteNamespace, getNamespace, updateNamespace } from "#domain/namespaces";
import {
  createNexusEndpoint,
  deleteNexusEndpoint,
  getNexusEndpoint,
  updateNexusEndpoint,
} from "#domain/nexus-endpoints";
import { createDefaultProject } from "#domain/projects";
import { eventually } from "#harness/eventually";
import { systemClock } from "#shared/clock";
import { randomIds } from "#shared/ids";
import { x509 } from "#shared/x509";
import { REGION, type CellAddress, type World } from "./world.ts";

const OPERATION_LIMIT_MS = 60_000;

/** One account with everything that a case needs, alone in its part of the world. */
export interface Case {
  world: World;
  context: DomainContext;
  accountId: string;
  namespace: string;
  certificateId: string;
  endpointId: string;
}

export interface Law {
  workflowType: string;
  /** What must be there before, beside an account. */
  needs: "nothing" | "namespace" | "certificate" | "endpoint";
  /** Where it can be done at all, when that is not everywhere. */
  drivers?: readonly CellAddress["driver"][];
  /** Asks for the operation with this id. */
  ask(example: Case, operationId: string): Promise<unknown>;
}

export const LAWS: readonly Law[] = [
  {
    workflowType: "createNamespace",
    needs: "nothing",
    ask: ({ context }, asyncOperationId) => createNamespace(context, { spec: specOf(1), asyncOperationId }),
  },
  {
    workflowType: "updateNamespace",
    needs: "namespace",
    ask: async ({ context, namespace }, asyncOperationId) => {
      const resourceVersion = await versionOf(context, namespace);
      return updateNamespace(context, { namespace, spec: specOf(7), resourceVersion, asyncOperationId });
    },
  },
  {
    workflowType: "deleteNamespace",
    needs: "namespace",
    ask: async ({ context, namespace }, asyncOperationId) => {
      const resourceVersion = await versionOf(context, namespace);
      return deleteNamespace(context, { namespace, resourceVersion, asyncOperationId });
    },
  },
  {
    workflowType: "issueCertificate",
    needs: "namespace",
    ask: async ({ context, namespace }, asyncOperationId) =>
      issueCertificate(context, { spec: { namespace, csrPem: await csr() }, asyncOperationId }),
  },
  {
    workflowType: "revokeCertificate",
    needs: "certificate",
    ask: ({ context, certificateId }, asyncOperationId) =>
      revokeCertificate(context, { certificateId, reason: "lost", asyncOperationId }),
  },
  {
    workflowType: "createNexusEndpoint",
    needs: "namespace",
    drivers: ["embedded"],
    ask: ({ context, namespace }, asyncOperationId) =>
      createNexusEndpoint(context, { spec: endpointSpecOf(namespace, "before"), asyncOperationId }),
  },
  {
    workflowType: "updateNexusEndpoint",
    needs: "endpoint",
    drivers: ["embedded"],
    ask: async ({ context, namespace, endpointId }, asyncOperationId) => {
      const resourceVersion = await endpointVersionOf(context, endpointId);
      const spec = endpointSpecOf(namespace, "after");
      return updateNexusEndpoint(context, { endpointId, spec, resourceVersion, asyncOperationId });
    },
  },
  {
    workflowType: "deleteNexusEndpoint",
    needs: "endpoint",
    drivers: ["embedded"],
    ask: async ({ context, endpointId }, asyncOperationId) => {
      const resourceVersion = await endpointVersionOf(context, endpointId);
      return deleteNexusEndpoint(context, { endpointId, resourceVersion, asyncOperationId });
    },
  },
  {
    workflowType: "registerCell",
    needs: "nothing",
    ask: ({ world, context, accountId }, asyncOperationId) => {
      const { driver, address } = world.tenant;
      const spec = { cellId: `cell-${accountId}`, region: `region-${accountId}`, driver, address };
      return registerCell(context, { spec, asyncOperationId });
    },
  },
];

function specOf(retentionDays: number): temporal.api.cloud.namespace.v1.INamespaceSpec {
  const type =
    temporal.api.cloud.namespace.v1.NamespaceSpec.SearchAttributeType.SEARCH_ATTRIBUTE_TYPE_KEYWORD;
  const searchAttributes = retentionDays === 1 ? {} : { Customer: type };
  return {
    name: "orders",
    regions: [REGION],
    retentionDays,
    apiKeyAuth: { enabled: true },
    searchAttributes,
  };
}

export function lawOf(workflowType: string): Law {
  const law = LAWS.find((each) => each.workflowType === workflowType);
  if (law === undefined) throw new Error(`no law of ${workflowType}`);
  return law;
}

/** The laws that hold for cells of this kind. */
export function lawsOf(tenant: CellAddress["driver"]): Law[] {
  return LAWS.filter(({ drivers }) => drivers?.includes(tenant) ?? true);
}

/** Before, nobody may call the endpoint; after, its own namespace may, on another task queue. */
function endpointSpecOf(
  namespaceId: string,
  state: "before" | "after",
): temporal.api.cloud.nexus.v1.IEndpointSpec {
  return {
    name: `payments-${state}`,
    targetSpec: { workerTargetSpec: { namespaceId, taskQueue: state } },
    policySpecs: state === "before" ? [] : [{ allowedCloudNamespacePolicySpec: { namespaceId } }],
  };
}

async function endpointVersionOf(context: DomainContext, endpointId: string): Promise<string> {
  return (await getNexusEndpoint(context, { endpointId })).endpoint?.resourceVersion ?? "";
}

async function versionOf(context: DomainContext, namespace: string): Promise<string> {
  return (await getNamespace(context, { namespace })).namespace?.resourceVersion ?? "";
}

async function csr(): Promise<string> {
  const signingAlgorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  const keys = await webcrypto.subtle.generateKey(signingAlgorithm, true, ["sign", "verify"]);
  const request = await x509.Pkcs10CertificateRequestGenerator.create({
    name: "CN=worker",
    keys,
    signingAlgorithm,
  });
  return request.toString("pem");
}

/** Makes an account and what the law needs, by the workflows themselves. */
export async function prepare(world: World, law: Law): Promise<Case> {
  const accountId = randomIds.short(8);
  const context = world.contextOf(accountId);
  const now = new Date(systemClock.now());
  await world.database.query.account.create({
    data: { id: accountId, name: accountId, state: "ACTIVE", createdAt: now, updatedAt: now },
  });
  await createDefaultProject(world.database.query, { accountId, now });
  const region = { provider: "aws", providerRegion: "x", location: "x", webAddress: "" };
  const addresses = { grpcAddress: "localhost:1", mtlsGrpcAddress: "localhost:1" };
  await world.database.query.region.create({ data: { id: `region-${accountId}`, ...region, ...addresses } });
  await getCertificateAuthority(context);
  const nothing = { certificateId: "", endpointId: "" };
  const example: Case = { world, context, accountId, namespace: `orders.${accountId}`, ...nothing };
  if (law.needs !== "nothing") {
    const { asyncOperation } = await createNamespace(context, { spec: specOf(1) });
    await endOf(example, asyncOperation?.id ?? "");
  }
  if (law.needs === "endpoint") {
    const spec = endpointSpecOf(example.namespace, "before");
    const { endpointId, asyncOperation } = await createNexusEndpoint(context, { spec });
    await endOf(example, asyncOperation?.id ?? "");
    return { ...example, endpointId: endpointId ?? "" };
  }
  if (law.needs === "certificate") {
    const spec = { namespace: example.namespace, csrPem: await csr() };
    const { certificateId, asyncOperation } = await issueCertificate(context, { spec });
    await endOf(example, asyncOperation?.id ?? "");
    return { ...example, certificateId: certificateId ?? "" };
  }
  return example;
}

/** Waits for the operation's end and answers its state. */
export async function endOf(example: Case, operationId: string): Promise<string> {
  const key = { accountId: example.accountId, id: operationId };
  return eventually(
    async () => {
      const row = await example.world.database.query.asyncOperation.findUniqueOrThrow({
        where: { accountId_id: key },
      });
      return row.finishedAt === null ? undefined : row.state;
    },
    { limitMs: OPERATION_LIMIT_MS, what: `end of operation ${operationId}` },
  );
}

/**
 * Everything an operation of this account may change, as comparable data: rows, cell, and what the edge is told.
 * Left out is what only ever rises (versions, generations, times) and what a failed operation may leave: its own
 * row and its audit record.
 */
export async function snapshot(example: Case): Promise<unknown> {
  const { world, accountId, namespace } = example;
  const query = world.database.query;
  const driver = world.cells.open(world.tenant);
  const [namespaces, certificates, accesses, cells, endpoints, directory, inCell, all] = await Promise.all([
    query.namespace.findMany({ where: { accountId } }),
    query.certificate.findMany({ where: { accountId }, orderBy: { createdAt: "asc" } }),
    query.namespaceAccess.findMany({ where: { accountId } }),
    query.cell.findMany({ where: { regionId: `region-${accountId}` } }),
    query.nexusEndpoint.findMany({ where: { accountId } }),
    readDirectory(world.database, systemClock),
    driver.readNamespace(namespace),
    driver.listNexusEndpoints(),
  ]);
  return withoutVolatile({
    namespaces,
    certificates,
    accesses,
    cells,
    inCell: inCell ?? null,
    endpoints,
    endpointsInCell: all.filter((endpoint) => endpoint.scope === accountId),
    directory: {
      namespaces: (directory.namespaces ?? []).filter((entry) => entry.accountId === accountId),
      cells: (directory.cells ?? []).filter((cell) => cell.region === `region-${accountId}`),
    },
  });
}

const VOLATILE = new Set(["resourceVersion", "generation", "createdAt", "updatedAt", "namespaceId"]);
/** Chosen at random by each run; compared only as being there. */
const RANDOM = new Set([
  "id",
  "endpointId",
  "serialNumber",
  "csrPem",
  "certificatePem",
  "fingerprint",
  "lineageId",
  "notBefore",
  "notAfter",
]);

function withoutVolatile(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, held: unknown) => (VOLATILE.has(key) ? undefined : held)),
  ) as unknown;
}

/** The same for two accounts that did the same: account ids and random values are blotted out. */
export function comparable(example: Case, state: unknown): unknown {
  const text = JSON.stringify(state, (key, held: unknown) => {
    if (RANDOM.has(key) && typeof held === "string") return held === "" ? "" : "<random>";
    if (key === "revokedAt" && held !== null) return "<time>";
    if (key === "revokedCertificates" && Array.isArray(held)) return held.length;
    return held;
  });
  return JSON.parse(text.replaceAll(example.accountId, "<account>")) as unknown;
}

export const FULFILLED = "FULFILLED";
export const FAILED = "FAILED";
