// The life of certificates over time: renewed for the same key, by hand and by itself; administrators are told before an
// end; authorities and signing keys change with an overlap. With a clock that the test moves.
import { webcrypto, X509Certificate } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { durationOfMs, timestampOfMs, type cloudV1 } from "#contracts";
import {
  authenticateApiKey,
  createApiKey,
  getSigningKeys,
  rotateSigningKey,
  sweepSigningKeys,
} from "#domain/api-keys";
import { seedCells } from "#domain/cells";
import {
  activateCertificateAuthority,
  getCertificate,
  getCertificateAuthority,
  issueCertificate,
  notifyExpiringCertificates,
  prepareCertificateAuthority,
  renewCertificate,
  renewDueCertificates,
  revokeCertificate,
  signCertificate,
  updateCertificate,
} from "#domain/certificates";
import type { Actor } from "#domain/context";
import { readDirectory } from "#domain/directory";
import { createNamespace } from "#domain/namespaces";
import { seedRegions } from "#domain/regions";
import { operatorActor } from "#domain/roles";
import { x509 } from "#shared/x509";
import { createDomainWorld, createOwner, type DomainWorld } from "./domain-world.ts";

const REGION = "aws-us-east-1";
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let world: DomainWorld;
let owner: Actor;
let stranger: Actor;
let namespace: string;

beforeAll(async () => {
  world = await createDomainWorld("certificates");
  await world.database.transaction(async (tx) => {
    const region = { id: REGION, provider: "aws", region: "us-east-1", location: "US" } as const;
    await seedRegions(tx, [{ ...region, grpcAddress: "localhost:7320", webAddress: "" }]);
    const cell = { id: "cell-a", region: REGION, driver: "embedded", address: "127.0.0.1:1" } as const;
    await seedCells(tx, [cell], world.clock.now());
  });
  stranger = await createOwner(world, "stranger@example.com");
});
afterAll(() => world.close());

let accounts = 0;
/** An account of its own for each test: what one leaves must not be told about in another. */
beforeEach(async () => {
  await world.database.query.certificate.updateMany({ data: { state: "REVOKED" } });
  owner = await createOwner(world, `owner-${(accounts += 1)}@example.com`);
  const spec = { name: "orders", regions: [REGION], apiKeyAuth: { enabled: true } };
  namespace = (await createNamespace(world.context(owner), { spec })).namespace ?? "";
  await serve({ enabled: false, acceptedClientCa: "" });
});

/** As the workflow leaves it. */
async function serve(mtls: { enabled: boolean; acceptedClientCa: string }): Promise<void> {
  const row = await world.database.query.namespace.findUniqueOrThrow({ where: { id: namespace } });
  const appliedSpec = { ...(row.spec as object), mtls: { ...mtls, certificateFilters: [] } };
  await world.database.query.namespace.update({
    where: { id: namespace },
    data: { state: "ACTIVE", asyncOperationId: "", appliedSpec },
  });
}

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;
async function csr(): Promise<string> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
  const name = "CN=worker";
  const request = await x509.Pkcs10CertificateRequestGenerator.create({
    name,
    keys,
    signingAlgorithm: ALGORITHM,
  });
  return request.toString("pem");
}

/** What the workflow does. */
async function sign(certificateId: string): Promise<void> {
  const row = await world.database.query.certificate.findUniqueOrThrow({ where: { id: certificateId } });
  const { envelope } = world.context();
  const step = { accountId: row.accountId, operationId: row.asyncOperationId, certificateId };
  await world.database.transaction((tx) =>
    signCertificate(tx, envelope, { ...step, now: world.clock.now() }),
  );
}

async function issue(spec: cloudV1.ICertificateSpec = {}): Promise<string> {
  const asked = { namespace, csrPem: await csr(), displayName: "workers", ...spec };
  const { certificateId } = await issueCertificate(world.context(owner), { spec: asked });
  await sign(certificateId ?? "");
  return certificateId ?? "";
}

const read = async (certificateId: string, latest = false): Promise<cloudV1.ICertificate> =>
  (await getCertificate(world.context(owner), { certificateId, latest })).certificate ?? {};
const jobPorts = () => {
  const { database, clock, ids, envelope, log } = world.context();
  return { database, clock, ids, envelope, log };
};
const renewDue = (): Promise<number> => renewDueCertificates(jobPorts());
const keyOf = ({ certificatePem }: cloudV1.ICertificate): string =>
  String(new X509Certificate(certificatePem ?? "").publicKey.export({ type: "spki", format: "pem" }));

describe("renewal", () => {
  it("makes a certificate of the same key and lifetime, and leaves the old one good", async () => {
    const first = await issue({ lifetime: durationOfMs(30 * DAY_MS) });
    world.advance(10 * DAY_MS);
    const renewed = await renewCertificate(world.context(owner), { certificateId: first });
    const second = renewed.certificateId ?? "";
    expect(await read(first, true)).toMatchObject({ certificateId: first });
    await sign(second);
    const [old, next] = [await read(first), await read(first, true)];
    expect(old).toMatchObject({ state: "ACTIVE", renewedByCertificateId: second });
    expect(next).toMatchObject({ certificateId: second, state: "ACTIVE", displayName: "workers" });
    expect(keyOf(next)).toBe(keyOf(old));
    expect(next.serialNumber).not.toBe(old.serialNumber);
    const endOf = ({ certificatePem }: cloudV1.ICertificate): number =>
      Date.parse(new X509Certificate(certificatePem ?? "").validTo);
    expect(Math.round((endOf(next) - endOf(old)) / DAY_MS)).toBe(10);
    await expect(renewCertificate(world.context(owner), { certificateId: first })).rejects.toMatchObject({
      code: "FAILED_PRECONDITION",
    });
  });

  it("by itself begins when two thirds of the time are over, for those that asked, and goes on from there", async () => {
    const [first, still] = [
      await issue({ autoRenew: true, lifetime: durationOfMs(30 * MINUTE_MS) }),
      await issue({ lifetime: durationOfMs(30 * MINUTE_MS) }),
    ];
    expect(await renewDue()).toBe(0);
    world.advance(21 * MINUTE_MS);
    expect(await renewDue()).toBe(1);
    expect(await renewDue()).toBe(0);
    const second = (await read(first)).renewedByCertificateId ?? "";
    await sign(second);
    expect(await read(first, true)).toMatchObject({ certificateId: second, autoRenew: true });
    expect((await read(still)).renewedByCertificateId).toBe("");
    world.advance(21 * MINUTE_MS);
    expect(await renewDue()).toBe(1);
    const third = (await read(second)).renewedByCertificateId ?? "";
    await sign(third);
    expect(await read(first, true)).toMatchObject({ certificateId: third });
  });

  it("by itself ends with a revocation, with the switch, and with the namespace", async () => {
    const spec = { autoRenew: true, lifetime: durationOfMs(30 * MINUTE_MS) };
    const [revoked, switched, orphan] = [await issue(spec), await issue(spec), await issue(spec)];
    await revokeCertificate(world.context(owner), { certificateId: revoked });
    await updateCertificate(world.context(owner), { certificateId: switched, autoRenew: false });
    await expect(
      updateCertificate(world.context(owner), { certificateId: switched, autoRenew: false }),
    ).rejects.toMatchObject({ message: "nothing to change" });
    world.advance(21 * MINUTE_MS);
    await world.database.query.namespace.update({ where: { id: namespace }, data: { state: "DELETING" } });
    expect(await renewDue()).toBe(0);
    await world.database.query.namespace.update({ where: { id: namespace }, data: { state: "ACTIVE" } });
    expect(await renewDue()).toBe(1);
    expect((await read(orphan)).renewedByCertificateId).not.toBe("");
  });

  it("needs time to be fetched in, and is the business of the namespace's own account", async () => {
    await expect(issue({ autoRenew: true, lifetime: durationOfMs(9 * MINUTE_MS) })).rejects.toThrow(
      "spec.autoRenew: needs a lifetime of 10 minutes",
    );
    const certificateId = await issue({ lifetime: durationOfMs(MINUTE_MS) });
    await expect(updateCertificate(world.context(owner), { certificateId, autoRenew: true })).rejects.toThrow(
      "spec.autoRenew",
    );
    for (const foreign of [
      () => renewCertificate(world.context(stranger), { certificateId }),
      () => updateCertificate(world.context(stranger), { certificateId, autoRenew: true }),
    ]) {
      await expect(foreign()).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    // A short-lived one is over after its minutes.
    world.advance(MINUTE_MS);
    expect(await read(certificateId)).toMatchObject({ state: "EXPIRED" });
  });
});

describe("notices", () => {
  const notify = (): Promise<number> => notifyExpiringCertificates(jobPorts());
  const mails = async (): Promise<string[]> => {
    const rows = await world.database.query.mail.findMany({
      where: { accountId: owner.accountId, dedupeKey: { contains: "-expiry:" } },
      orderBy: { createdAt: "asc" },
    });
    return rows.map((row) => row.subject);
  };

  it("of a client certificate go out 15, 10 and 5 days before its end, once each", async () => {
    await issue({ lifetime: durationOfMs(30 * DAY_MS) });
    await issue({ lifetime: durationOfMs(30 * DAY_MS), autoRenew: true });
    const told: number[] = [];
    for (let day = 0; day < 31; day += 1) {
      if ((await notify()) + (await notify()) > 0) told.push(30 - day);
      world.advance(DAY_MS);
    }
    expect(told).toEqual([15, 10, 5]);
    expect(await mails()).toEqual(
      [15, 10, 5].map((days) => `A client certificate of ${namespace} expires in ${days} days or less`),
    );
  });

  it("that were missed are not sent afterwards, and none go out for what was made so late", async () => {
    await issue({ lifetime: durationOfMs(4 * DAY_MS) });
    expect(await notify()).toBe(0);
    await issue({ lifetime: durationOfMs(30 * DAY_MS) });
    world.advance(27 * DAY_MS);
    expect(await notify()).toBe(1);
    expect(await mails()).toEqual([`A client certificate of ${namespace} expires in 5 days or less`]);
  });

  it("of an uploaded CA go out for each namespace that accepts it", async () => {
    const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
    const ca = await x509.X509CertificateGenerator.createSelfSigned({
      name: "CN=Our CA",
      notBefore: new Date(world.clock.now()),
      notAfter: new Date(world.clock.now() + 20 * DAY_MS),
      keys,
      signingAlgorithm: ALGORITHM,
    });
    await serve({ enabled: true, acceptedClientCa: ca.toString("pem") });
    const told: number[] = [];
    for (let day = 0; day < 21; day += 1) {
      if ((await notify()) + (await notify()) > 0) told.push(20 - day);
      world.advance(DAY_MS);
    }
    expect(told).toEqual([15, 10, 5]);
    expect(await mails()).toContain(`A CA certificate of ${namespace} expires in 10 days or less`);
  });
});

describe("the account's authority", () => {
  it("changes with an overlap: the next signs only when it is accepted where the current one is", async () => {
    const before = await getCertificateAuthority(world.context(owner));
    const old = await issue();
    await expect(activateCertificateAuthority(world.context(owner), {})).rejects.toMatchObject({
      code: "FAILED_PRECONDITION",
    });
    const prepared = await prepareCertificateAuthority(world.context(owner), {});
    await expect(prepareCertificateAuthority(world.context(owner), {})).rejects.toThrow("prepared already");
    await serve({ enabled: true, acceptedClientCa: before.certificatePem ?? "" });
    await expect(activateCertificateAuthority(world.context(owner), {})).rejects.toThrow(namespace);
    expect(issuerIs(await read(await issue()), before.certificatePem)).toBe(true);
    await serve({ enabled: true, acceptedClientCa: `${before.certificatePem}${prepared.certificatePem}` });
    await activateCertificateAuthority(world.context(owner), {});
    const after = await getCertificateAuthority(world.context(owner));
    expect(after).toMatchObject({
      certificatePem: prepared.certificatePem,
      nextCertificatePem: "",
      previousCertificatePems: [before.certificatePem],
    });
    const fresh = await read(await issue());
    expect(issuerIs(fresh, after.certificatePem)).toBe(true);
    expect(fresh.chainPem).toContain(after.certificatePem);
    expect((await read(old)).chainPem).toContain(before.certificatePem);
  });

  const issuerIs = (leaf: cloudV1.ICertificate, authorityPem: string | null | undefined): boolean =>
    new X509Certificate(leaf.certificatePem ?? "").verify(new X509Certificate(authorityPem ?? "").publicKey);
});

describe("K6: the key that signs API keys", () => {
  const operator = operatorActor("operator");
  const newKey = () =>
    createApiKey(world.context(owner), {
      spec: { displayName: "key", expiryTime: timestampOfMs(world.clock.now() + 300 * DAY_MS) },
    });
  const kidsAtEdge = async (): Promise<string[]> =>
    ((await readDirectory(world.database, world.clock)).signingKeys ?? []).map(({ keyId }) => keyId ?? "");
  const kidOf = (token: string): string =>
    (JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString()) as { kid: string }).kid;

  it("changes with an overlap, and the old one is refused after its grace", async () => {
    const old = await newKey();
    const { keyId } = await rotateSigningKey(world.context(operator), { grace: durationOfMs(10 * DAY_MS) });
    const young = await newKey();
    expect(kidOf(young.token)).toBe(keyId);
    expect(await kidsAtEdge()).toEqual(expect.arrayContaining([kidOf(old.token), keyId]));
    await expect(authenticateApiKey(world.context(), old.token)).resolves.toBeTruthy();
    // The edge hears of the end at once, so that it refuses then by its own clock, without another word.
    const { apiKeys } = await readDirectory(world.database, world.clock);
    const endAtEdge = (keyId: string) => apiKeys?.find((key) => key.keyId === keyId)?.expiresAtMs ?? 0;
    expect(endAtEdge(old.keyId)).toBeLessThanOrEqual(world.clock.now() + 10 * DAY_MS);
    expect(endAtEdge(young.keyId)).toBeGreaterThan(world.clock.now() + 200 * DAY_MS);
    const { keys } = await getSigningKeys(world.context(operator));
    expect(keys?.find((key) => key.keyId === keyId)).toMatchObject({ isSigning: true, apiKeys: 1 });
    world.advance(10 * DAY_MS);
    await expect(authenticateApiKey(world.context(), old.token)).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
    await expect(authenticateApiKey(world.context(), young.token)).resolves.toBeTruthy();
    expect(await kidsAtEdge()).not.toContain(kidOf(old.token));
    const sweep = () => world.database.transaction((tx) => sweepSigningKeys(tx, world.clock.now()));
    expect(await sweep()).toBeGreaterThan(0);
    expect(await sweep()).toBe(0);
  });

  it("that leaked is refused at once, here and at the edge; without a grace it ends with its keys", async () => {
    const old = await newKey();
    await rotateSigningKey(world.context(operator), {});
    await expect(authenticateApiKey(world.context(), old.token)).resolves.toBeTruthy();
    await rotateSigningKey(world.context(operator), { grace: durationOfMs(0) });
    await expect(authenticateApiKey(world.context(), old.token)).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
    expect(await kidsAtEdge()).toHaveLength(1);
  });

  it("is the operators' business, with a grace that means something", async () => {
    expect([owner.can("cloud.signingkey.rotate"), operator.can("cloud.signingkey.rotate")]).toEqual([
      false,
      true,
    ]);
    await expect(
      rotateSigningKey(world.context(operator), { grace: durationOfMs(800 * DAY_MS) }),
    ).rejects.toMatchObject({ code: "INVALID_ARGUMENT", field: "grace" });
  });
});
