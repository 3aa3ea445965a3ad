// API keys at the gateway: every way a token can be wrong (K1), revocation while a call hangs (K4), and what each
// permission may do.
import { createHmac } from "node:crypto";
import { SignJWT, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually } from "#harness/eventually";
import { codecOf, type temporal } from "#contracts";
import { API_KEY_TOKEN } from "#shared/api-key-token";
import { Authority } from "./authority.ts";
import {
  EdgeClient,
  sha256Hex,
  signingKey,
  signToken,
  startWorld,
  type Answer,
  type KeyPair,
  type World,
} from "./world.ts";

const ListNamespacesResponse = codecOf<temporal.api.workflowservice.v1.IListNamespacesResponse>(
  "temporal.api.workflowservice.v1.ListNamespacesResponse",
);
const HOUR_MS = 3_600_000;
let world: World;
let client: EdgeClient;
let key: KeyPair;
let otherKey: KeyPair;
let foreignKey: KeyPair;
const tokens: Record<string, string> = {};

const keyRow = (keyId: string, token: string, principalId: string, more: object = {}) => ({
  keyId,
  tokenSha256: sha256Hex(token),
  principalId,
  expiresAtMs: Date.now() + HOUR_MS,
  ...more,
});

/** What ListNamespaces answered. */
function listOf({ body }: Answer): { names: string[]; nextPageToken: Buffer } {
  const { namespaces, nextPageToken } = ListNamespacesResponse.decode(body);
  const names = (namespaces ?? []).map(({ namespaceInfo }) => namespaceInfo?.name ?? "");
  return { names, nextPageToken: Buffer.from(nextPageToken ?? []) };
}

async function reset(): Promise<void> {
  const version = world.directory.change((content) => {
    content.namespaces = [
      { name: "orders.a", namespaceId: "1", accountId: "a", cellId: "cell-1", apiKeyEnabled: true },
      { name: "billing.a", namespaceId: "2", accountId: "a", cellId: "cell-1", apiKeyEnabled: true },
      { name: "mtls.a", namespaceId: "3", accountId: "a", cellId: "cell-1", mtlsEnabled: true },
      { name: "orders.b", namespaceId: "4", accountId: "b", cellId: "cell-1", apiKeyEnabled: true },
    ];
    content.principals = [
      { principalId: "owner", accountId: "a", allNamespacesPermission: "admin" },
      { principalId: "writer", accountId: "a", namespacePermissions: { "orders.a": "write" } },
      { principalId: "reader", accountId: "a", namespacePermissions: { "orders.a": "read" } },
      // A row that should never be: rights on another account's namespace.
      { principalId: "crossed", accountId: "a", namespacePermissions: { "orders.b": "admin" } },
      { principalId: "nobody", accountId: "a" },
    ];
    content.apiKeys = ["owner", "writer", "reader", "crossed", "nobody"].map((who) =>
      keyRow(`key-${who}`, tokens[who] ?? "", who),
    );
    content.signingKeys = [key, otherKey].map(({ keyId, publicJwk }) => ({ keyId, publicJwk }));
  });
  await world.follow(version);
}

beforeAll(async () => {
  world = await startWorld();
  [key, otherKey, foreignKey] = await Promise.all([signingKey("k1"), signingKey("k2"), signingKey("k1")]);
  for (const who of ["owner", "writer", "reader", "crossed", "nobody"]) {
    tokens[who] = await signToken(key, { jti: `key-${who}`, sub: who });
  }
  await reset();
  client = new EdgeClient(world);
});

afterAll(async () => {
  client.close();
  await world.stop();
});

const bearer = (token: string | undefined) => ({ authorization: `Bearer ${token ?? ""}` });
const startAs = (who: string, namespace: string): Promise<Answer> =>
  client.start(namespace, bearer(tokens[who]));

describe("permissions", () => {
  test.each([
    ["owner", "orders.a", 0],
    ["owner", "billing.a", 0],
    ["owner", "orders.b", 7],
    ["owner", "mtls.a", 7],
    ["writer", "orders.a", 0],
    ["writer", "billing.a", 7],
    ["writer", "orders.b", 7],
    ["reader", "orders.a", 7],
    ["crossed", "orders.b", 7],
    ["nobody", "orders.a", 7],
    ["owner", "constructor", 7],
    ["owner", "__proto__", 7],
  ])("%s starting a workflow in %s gives status %i", async (who, namespace, status) => {
    expect((await startAs(who, namespace)).status).toBe(status);
  });

  test("a reader describes, but does not poll", async () => {
    const headers = bearer(tokens["reader"]);
    expect((await client.call("DescribeNamespace", { namespace: "orders.a" }, headers)).status).toBe(0);
    expect((await client.call("PollWorkflowTaskQueue", { namespace: "orders.a" }, headers)).status).toBe(7);
  });

  test.each([
    ["owner", ["billing.a", "mtls.a", "orders.a"]],
    ["reader", ["orders.a"]],
    ["crossed", undefined],
    ["nobody", undefined],
  ])("%s lists the namespaces of its rights alone", async (who, names) => {
    const answer = await client.call("ListNamespaces", {}, bearer(tokens[who]));
    expect(answer.status).toBe(names === undefined ? 7 : 0);
    if (names !== undefined) expect(listOf(answer).names).toEqual(names);
  });

  test("the list of namespaces comes in pages, and is of one when one is named", async () => {
    const headers = bearer(tokens["owner"]);
    const { names, nextPageToken } = listOf(await client.call("ListNamespaces", { pageSize: 2 }, headers));
    expect(names).toEqual(["billing.a", "mtls.a"]);
    const second = await client.call("ListNamespaces", { pageSize: 2, nextPageToken }, headers);
    expect(listOf(second)).toMatchObject({ names: ["orders.a"], nextPageToken: Buffer.alloc(0) });
    const named = { ...headers, "temporal-namespace": "billing.a" };
    expect(listOf(await client.call("ListNamespaces", {}, named)).names).toEqual(["billing.a"]);
    const foreign = { ...headers, "temporal-namespace": "orders.b" };
    expect((await client.call("ListNamespaces", {}, foreign)).status).toBe(7);
  });

  test.each(["RegisterNamespace", "UpdateNamespace", "DeprecateNamespace"])(
    "%s is not for tenants",
    async (method) => {
      expect((await client.call(method, {}, bearer(tokens["owner"]))).status).toBe(7);
    },
  );

  test("a failure of the cell arrives unchanged", async () => {
    const answer = await client.call(
      "CountWorkflowExecutions",
      { namespace: "orders.a" },
      bearer(tokens["owner"]),
    );
    expect(answer).toMatchObject({ status: 3, message: "bad query" });
    expect(answer.headers["grpc-status-details-bin"]).toBeDefined();
  });

  test("the token never reaches the cell", async () => {
    const calls = world.cells[0]?.calls ?? [];
    await startAs("owner", "orders.a");
    expect(JSON.stringify(calls.map((call) => call.metadata))).not.toContain(tokens["owner"]);
  });

  test("without credentials nothing is answered, not even whether a namespace exists", async () => {
    const [known, unknown] = [await client.start("orders.a"), await client.start("x.y")];
    expect(known.status).toBe(16);
    expect(known.message).toBe(unknown.message);
  });

  test("a key decides also when a certificate is shown, where the namespace takes keys", async () => {
    const authority = await Authority.root("CN=Both CA");
    const version = world.directory.change((content) => {
      content.namespaces = [
        ...(content.namespaces ?? []),
        {
          name: "both.a",
          namespaceId: "5",
          accountId: "a",
          cellId: "cell-1",
          mtlsEnabled: true,
          apiKeyEnabled: true,
          acceptedClientCa: Buffer.from(authority.pem),
        },
      ];
    });
    await world.follow(version);
    const withCertificate = new EdgeClient(world, { identity: await authority.issue() });
    const statuses = [
      (await withCertificate.start("both.a")).status,
      (await withCertificate.start("both.a", bearer(tokens["owner"]))).status,
      (await withCertificate.start("both.a", bearer(tokens["reader"]))).status,
      (await withCertificate.start("both.a", bearer("nonsense"))).status,
      (await client.start("both.a", bearer(tokens["owner"]))).status,
    ];
    withCertificate.close();
    expect(statuses).toEqual([0, 0, 7, 16, 0]);
    await reset();
  });
});

describe("K1: a token that is wrong in any way is refused", () => {
  const facts = { jti: "key-owner", sub: "owner" };
  const now = (): number => Math.floor(Date.now() / 1000);
  const claims = () => ({
    iss: API_KEY_TOKEN.issuer,
    aud: API_KEY_TOKEN.audience,
    ...facts,
    iat: now(),
    nbf: now(),
    exp: now() + 60,
  });
  const header = { alg: API_KEY_TOKEN.algorithm, typ: API_KEY_TOKEN.type, kid: "k1" };

  function hs256WithPublicKey(): string {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
    const body = `${part({ ...header, alg: "HS256" })}.${part(claims())}`;
    return `${body}.${createHmac("sha256", key.publicJwk).update(body).digest("base64url")}`;
  }

  const cases: [string, () => Promise<string> | string][] = [
    ["alg none", () => new UnsecuredJWT(claims()).encode()],
    ["HS256 with the public key as secret", hs256WithPublicKey],
    ["a foreign key under our kid", () => signToken(foreignKey, facts)],
    ["another live kid than the signer's", () => signToken(key, { ...facts, header: { kid: "k2" } })],
    ["an unknown kid", () => signToken(key, { ...facts, header: { kid: "k9" } })],
    ["no kid", () => signToken(key, { ...facts, header: { kid: undefined } })],
    [
      "an embedded jwk",
      () => signToken(foreignKey, { ...facts, header: { jwk: JSON.parse(foreignKey.publicJwk) as object } }),
    ],
    ["a jku", () => signToken(key, { ...facts, header: { jku: "https://evil.example/keys" } })],
    ["an x5u", () => signToken(key, { ...facts, header: { x5u: "https://evil.example/cert" } })],
    ["no typ", () => signToken(key, { ...facts, header: { typ: undefined } })],
    ["another typ", () => signToken(key, { ...facts, header: { typ: "JWT" } })],
    ["another audience", () => signToken(key, { ...facts, claims: { aud: "else" } })],
    ["another issuer", () => signToken(key, { ...facts, claims: { iss: "else" } })],
    ["an expiry in the past", () => signToken(key, { ...facts, exp: now() - 1 })],
    ["an expiry in milliseconds", () => signToken(key, { ...facts, exp: Date.now() })],
    ["a beginning in the future", () => signToken(key, { ...facts, nbf: now() + 600 })],
    [
      "an issue in the future",
      () => signToken(key, { ...facts, iat: now() + 600, nbf: now(), exp: now() + 900 }),
    ],
    ["no expiry", () => signToken(key, { ...facts, claims: { exp: undefined } })],
    ["no jti", () => signToken(key, { ...facts, claims: { jti: undefined } })],
    ["a good signature that was never issued", () => signToken(key, { ...facts, claims: { extra: 1 } })],
    ["another principal", () => signToken(key, { ...facts, sub: "reader" })],
    [
      "a critical extension",
      () =>
        new SignJWT(claims())
          .setProtectedHeader({ ...header, crit: ["b64"], b64: true })
          .sign(key.privateKey),
    ],
    ["an empty token", () => ""],
    ["no JWT at all", () => "abc"],
    ["a very long token", () => "a".repeat(20_000)],
  ];

  test.each(cases)("%s", async (_name, make) => {
    const token = await make();
    // Even if its hash were stored by mistake, a wrong token must not pass.
    if (_name !== "a good signature that was never issued") {
      const version = world.directory.change((content) => {
        for (const row of content.apiKeys ?? []) {
          if (row.keyId === "key-owner") row.tokenSha256 = sha256Hex(token);
        }
      });
      await world.follow(version);
    }
    const answer = await client.start("orders.a", bearer(token));
    expect(answer.status).toBe(16);
    expect(answer.message).not.toMatch(/kid|signature|alg|jwk|expired at/);
  });

  test("any single changed character of a good token makes it wrong", async () => {
    await reset();
    const good = tokens["owner"] ?? "";
    expect((await client.start("orders.a", bearer(good))).status).toBe(0);
    for (let at = 0; at < good.length - 1; at += 7) {
      const changed = good.slice(0, at) + (good[at] === "A" ? "B" : "A") + good.slice(at + 1);
      const answer = await client.start("orders.a", bearer(changed));
      expect(answer.status, `character ${String(at)}`).toBe(16);
    }
  });

  test.each([["Basic b3duZXI6"], ["Bearer"], ["bearer  two"], ["Bearer a b"]])(
    "the header %j is refused",
    async (authorization) => {
      expect((await client.start("orders.a", { authorization })).status).toBe(16);
    },
  );
});

describe("K3, K4: rights that are taken away are gone at once", () => {
  const changes: [string, (who: string) => Promise<string>, number][] = [
    ["a disabled key", (who) => changeKey(who, { disabled: true }), 16],
    ["a deleted key", (who) => changeKey(who, undefined), 16],
    ["an expired row", (who) => changeKey(who, { expiresAtMs: Date.now() - 1 }), 16],
    ["a disabled principal", (who) => changePrincipal(who, { disabled: true }), 16],
    ["a deleted principal", (who) => changePrincipal(who, undefined), 16],
    [
      "a lowered permission",
      (who) => changePrincipal(who, { namespacePermissions: { "orders.a": "read" } }),
      7,
    ],
    ["a signing key taken out", () => removeSigningKey(), 16],
    ["a suspended namespace", () => suspend(), 7],
  ];

  async function changeKey(who: string, change: object | undefined): Promise<string> {
    return world.directory.change((content) => {
      content.apiKeys = (content.apiKeys ?? []).flatMap((row) => {
        if (row.keyId !== `key-${who}`) return [row];
        return change === undefined ? [] : [{ ...row, ...change }];
      });
    });
  }

  async function changePrincipal(who: string, change: object | undefined): Promise<string> {
    return world.directory.change((content) => {
      content.principals = (content.principals ?? []).flatMap((row) => {
        if (row.principalId !== who) return [row];
        return change === undefined ? [] : [{ ...row, ...change }];
      });
    });
  }

  async function removeSigningKey(): Promise<string> {
    return world.directory.change((content) => {
      content.signingKeys = (content.signingKeys ?? []).filter((row) => row.keyId !== "k1");
    });
  }

  async function suspend(): Promise<string> {
    return world.directory.change((content) => {
      for (const row of content.namespaces ?? []) row.suspended = true;
    });
  }

  test.each(changes)("%s ends a hanging poll and refuses new calls", async (_name, change, status) => {
    await reset();
    const polls = world.cells[0]?.polls ?? [];
    const before = polls.length;
    const poll = client.call("PollWorkflowTaskQueue", { namespace: "orders.a" }, bearer(tokens["writer"]));
    const held = await eventually(() => polls[before]);
    const version = await change("writer");
    expect((await poll).status).toBe(status);
    await eventually(() => held.signal.aborted);
    await world.follow(version);
    expect((await startAs("writer", "orders.a")).status).toBe(status);
  });
});
