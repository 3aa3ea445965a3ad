// The life of a namespace and of a certificate through the use cases, on embedded cells: what is accepted, what is
// refused in which words, and what the edge is told.
import { webcrypto } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporal, type directoryV1 } from "#contracts";
import {
  getCertificate,
  getCertificateAuthority,
  issueCertificate,
  revokeCertificate,
} from "#domain/certificates";
import type { DomainContext } from "#domain/context";
import {
  createNamespace,
  deleteNamespace,
  getNamespaces,
  renameCustomSearchAttribute,
  updateNamespace,
  updateNamespaceTags,
} from "#domain/namespaces";
import { randomIds } from "#shared/ids";
import { x509 } from "#shared/x509";
import { REGION, type World } from "../workflows/world.ts";
import { ProvisionedWorld, type Answer, type PublicNamespace } from "./provisioned-world.ts";

const KEYWORD =
  temporal.api.cloud.namespace.v1.NamespaceSpec.SearchAttributeType.SEARCH_ATTRIBUTE_TYPE_KEYWORD;
const SPEC = { name: "orders", regions: [REGION], apiKeyAuth: { enabled: true } };

let provisioned: ProvisionedWorld;
let world: World;

beforeAll(async () => {
  provisioned = await ProvisionedWorld.start();
  ({ world } = provisioned);
});
afterAll(() => provisioned.stop());

const newAccount = (): Promise<DomainContext> => provisioned.newAccount();
const ended = (context: DomainContext, answer: Answer): Promise<void> => provisioned.ended(context, answer);
const orders = (context: DomainContext, change?: object): Promise<string> =>
  provisioned.orders(context, change);
const read = (context: DomainContext, namespace: string): Promise<PublicNamespace> =>
  provisioned.read(context, namespace);
const atEdge = (namespace: string): Promise<directoryV1.INamespace | undefined> =>
  provisioned.atEdge(namespace);

async function csr(): Promise<string> {
  const signingAlgorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  const keys = await webcrypto.subtle.generateKey(signingAlgorithm, true, ["sign", "verify"]);
  return (
    await x509.Pkcs10CertificateRequestGenerator.create({ name: "CN=worker", keys, signingAlgorithm })
  ).toString("pem");
}

describe("a namespace", () => {
  it("is created with id, both forms of its region, endpoints and the edge's knowledge of it", async () => {
    const context = await newAccount();
    const namespace = await orders(context, { replicas: [{ region: REGION }] });
    expect(namespace).toBe(`orders.${context.actor.accountId}`);
    const found = await read(context, namespace);
    expect(found.spec).toMatchObject({
      regions: [REGION],
      replicas: [{ region: REGION }],
      retentionDays: 30,
    });
    expect(found).toMatchObject({ stateDeprecated: "active", activeRegion: REGION, asyncOperationId: "" });
    expect(found.endpoints?.grpcAddress).toBe("localhost:7320");
    expect(await atEdge(namespace)).toMatchObject({
      cellId: "cell-a",
      apiKeyEnabled: true,
      mtlsEnabled: false,
    });
  });

  it("P3: is created once by the same async_operation_id, and refuses it for another request", async () => {
    const context = await newAccount();
    const asyncOperationId = randomIds.uuid();
    const first = await createNamespace(context, { spec: SPEC, asyncOperationId });
    const again = await createNamespace(context, { spec: SPEC, asyncOperationId });
    expect(again.namespace).toBe(first.namespace);
    const other = { spec: { ...SPEC, name: "other" }, asyncOperationId };
    await expect(createNamespace(context, other)).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
    await ended(context, first);
  });

  it("refuses a taken name, an unknown region and a malformed name", async () => {
    const context = await newAccount();
    await orders(context);
    const refusal = (change: object): Promise<unknown> =>
      createNamespace(context, { spec: { ...SPEC, ...change } });
    await expect(refusal({})).rejects.toMatchObject({ code: "ALREADY_EXISTS" });
    await expect(refusal({ name: "o2", regions: ["mars-1"] })).rejects.toThrow(
      /no region "mars-1". Regions: aws-us/,
    );
    await expect(refusal({ name: "Orders" })).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
  });

  it("T3: of another account is as unknown as one that never was", async () => {
    const [owner, stranger] = [await newAccount(), await newAccount()];
    const namespace = await orders(owner);
    const foreign = await read(stranger, namespace).catch((error: unknown) => error);
    const unknown = await read(stranger, "nothing.there").catch((error: unknown) => error);
    expect(foreign).toMatchObject({ code: "NOT_FOUND" });
    expect(String(foreign)).toBe(String(unknown));
    expect((await getNamespaces(stranger, {})).namespaces).toEqual([]);
    const change = { namespace, spec: SPEC, resourceVersion: "1" };
    await expect(updateNamespace(stranger, change)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("refuses an update that is stale, changes nothing, or takes a search attribute away", async () => {
    const context = await newAccount();
    const namespace = await orders(context, { searchAttributes: { Customer: KEYWORD } });
    const { spec, resourceVersion } = await read(context, namespace);
    const update = (change: object, version = resourceVersion): Promise<Answer> =>
      updateNamespace(context, { namespace, spec: { ...spec, ...change }, resourceVersion: version ?? "" });
    await expect(update({ retentionDays: 5 }, "99")).rejects.toMatchObject({ code: "FAILED_PRECONDITION" });
    await expect(update({})).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
      message: "nothing to change",
    });
    const without = { searchAttributes: {}, customSearchAttributes: {} };
    await expect(update(without)).rejects.toThrow(/"Customer" is missing/);
    await expect(update({ name: "other" })).rejects.toThrow(/cannot be renamed/);
    await ended(context, await update({ retentionDays: 5 }));
    expect((await read(context, namespace)).spec?.retentionDays).toBe(5);
  });

  it("keeps its resource version over a rename, and takes the old spec afterwards", async () => {
    const context = await newAccount();
    const namespace = await orders(context, { searchAttributes: { Old: KEYWORD } });
    const { spec, resourceVersion } = await read(context, namespace);
    const version = resourceVersion ?? "";
    const rename = { existingCustomSearchAttributeName: "Old", newCustomSearchAttributeName: "New" };
    await ended(
      context,
      await renameCustomSearchAttribute(context, { namespace, ...rename, resourceVersion: version }),
    );
    const searchAttributes = { Old: KEYWORD, New: KEYWORD };
    const late = {
      namespace,
      spec: { ...spec, searchAttributes, customSearchAttributes: {} },
      resourceVersion: version,
    };
    await ended(context, await updateNamespace(context, late));
    expect((await read(context, namespace)).spec?.searchAttributes).toEqual({ New: KEYWORD });
  });

  it("is protected from deletion while it says so, then goes from record, edge and cell, and frees its name", async () => {
    const context = await newAccount();
    const namespace = await orders(context, { lifecycle: { enableDeleteProtection: true } });
    const remove = async (): Promise<Answer> => {
      const { resourceVersion } = await read(context, namespace);
      return deleteNamespace(context, { namespace, resourceVersion: resourceVersion ?? "" });
    };
    await expect(remove()).rejects.toThrow(/protected from deletion/);
    const { spec, resourceVersion } = await read(context, namespace);
    const change = { ...spec, lifecycle: { enableDeleteProtection: false } };
    await ended(
      context,
      await updateNamespace(context, { namespace, spec: change, resourceVersion: resourceVersion ?? "" }),
    );
    await ended(context, await remove());
    await expect(read(context, namespace)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await atEdge(namespace)).toBeUndefined();
    expect(await world.cells.open(world.tenant).readNamespace(namespace)).toBeUndefined();
    expect(await orders(context)).toBe(namespace);
  });

  it("has its tags when the operation is answered", async () => {
    const context = await newAccount();
    const namespace = await orders(context);
    await ended(context, await updateNamespaceTags(context, { namespace, tagsToUpsert: { team: "blue" } }));
    expect((await read(context, namespace)).tags).toEqual({ team: "blue" });
  });

  it("brings no tag key beyond a thousand different ones of the account, and its own again", async () => {
    const context = await newAccount();
    const namespace = await orders(context);
    const many = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, index) => [`key-${String(index)}`, "v"]),
    );
    await world.database.query.namespace.update({ where: { id: namespace }, data: { tags: many } });
    const spec = { ...SPEC, name: "second", retentionDays: 1 };
    await expect(createNamespace(context, { spec, tags: { another: "v" } })).rejects.toMatchObject({
      code: "RESOURCE_EXHAUSTED",
    });
    await expect(createNamespace(context, { spec, tags: { "key-1": "v" } })).resolves.toBeTruthy();
  });
});

describe("a certificate", () => {
  it("T2: is issued from a request, and its revocation reaches the edge", async () => {
    const context = await newAccount();
    const { certificatePem } = await getCertificateAuthority(context);
    const acceptedClientCa = Buffer.from(certificatePem ?? "");
    const namespace = await orders(context, { mtlsAuth: { enabled: true, acceptedClientCa } });
    const issued = await issueCertificate(context, { spec: { namespace, csrPem: await csr() } });
    await ended(context, issued);
    const certificateId = issued.certificateId ?? "";
    const { certificate } = await getCertificate(context, { certificateId });
    expect(certificate).toMatchObject({ state: "ACTIVE", subject: "CN=worker" });
    expect(certificate?.chainPem).toBe(`${certificate?.certificatePem ?? ""}${certificatePem ?? ""}`);
    await ended(context, await revokeCertificate(context, { certificateId, reason: "lost" }));
    expect((await atEdge(namespace))?.revokedCertificates).toEqual([certificate?.sha256Fingerprint]);
    const again = revokeCertificate(context, { certificateId });
    await expect(again).rejects.toThrow(/revoked already/);
  });

  it("is refused for a foreign namespace, a bad request and a lifetime over the cap", async () => {
    const [owner, stranger] = [await newAccount(), await newAccount()];
    const namespace = await orders(owner);
    const csrPem = await csr();
    const issue = (context: DomainContext, spec: object): Promise<unknown> =>
      issueCertificate(context, { spec: { namespace, csrPem, ...spec } });
    await expect(issue(stranger, {})).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(issue(owner, { csrPem: "garbage" })).rejects.toThrow(/csr_pem: it must be one PEM block/);
    await expect(issue(owner, { lifetime: { seconds: 366 * 86_400 } })).rejects.toThrow(
      /between 1 minute and 365 days/,
    );
  });
});

it("T3: no private key of an authority is stored in clear", async () => {
  const rows = await world.database.query.certificateAuthority.findMany();
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row.sealedPrivateKey).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]+$/);
});
