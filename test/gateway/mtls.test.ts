// Client certificates at the gateway: no session is resumed (M5), a certificate serves only its own namespaces (M6),
// filters (M4), and a revoked certificate loses its right while a call hangs (M7).
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually } from "#harness/eventually";
import { delay } from "#shared/clock";
import { frameOf } from "#wire";
import { Authority, leafExtensions, type Identity } from "./authority.ts";
import {
  EdgeClient,
  encodeRequest,
  runIdOf,
  SERVICE,
  startWorld,
  type ClientOptions,
  type World,
} from "./world.ts";
import { x509 } from "#shared/x509";

let world: World;
let authorityA: Authority;
let authorityB: Authority;
let clientA: Identity;
let clientB: Identity;

const namespaceRow = (name: string, accountId: string, authority: Authority) => ({
  name,
  namespaceId: `id-of-${name}`,
  accountId,
  cellId: "cell-1",
  mtlsEnabled: true,
  acceptedClientCa: Buffer.from(authority.pem),
});

beforeAll(async () => {
  world = await startWorld();
  authorityA = await Authority.root("CN=Tenant A CA");
  authorityB = await Authority.root("CN=Tenant B CA");
  clientA = await authorityA.issue({ subject: "CN=alice,O=Acme,OU=Orders" });
  clientB = await authorityB.issue();
  await reset();
});

afterAll(() => world.stop());

async function reset(): Promise<void> {
  const version = world.directory.change((content) => {
    content.namespaces = [
      namespaceRow("orders.a", "a", authorityA),
      namespaceRow("billing.a", "a", authorityA),
      namespaceRow("orders.b", "b", authorityB),
    ];
  });
  await world.follow(version);
}

async function withClient<Result>(
  options: ClientOptions,
  work: (client: EdgeClient) => Promise<Result>,
): Promise<Result> {
  const client = new EdgeClient(world, options);
  try {
    return await work(client);
  } finally {
    client.close();
  }
}

const startAs = (options: ClientOptions, namespace: string, headers: Record<string, string> = {}) =>
  withClient(options, (client) => client.start(namespace, headers));

describe.each(["TLSv1.2", "TLSv1.3"] as const)("M5: %s sessions are never resumed", (version) => {
  async function ticketOf(identity: Identity): Promise<Buffer | undefined> {
    return withClient({ identity, version, servername: "orders.a.edge.test" }, async (client) => {
      expect((await client.start("orders.a")).status).toBe(0);
      // A ticket comes with or shortly after the handshake, if it comes.
      await delay(100);
      return client.ticket;
    });
  }

  test("A's session does not open B's namespace", async () => {
    const session = await ticketOf(clientA);
    const options: ClientOptions = { identity: clientA, version, session, servername: "orders.b.edge.test" };
    expect((await startAs(options, "orders.b")).status).toBe(7);
  });

  test("A's session without a certificate opens nothing", async () => {
    const session = await ticketOf(clientA);
    expect((await startAs({ version, session, servername: "orders.a.edge.test" }, "orders.a")).status).toBe(
      16,
    );
  });

  test("A's session opens nothing after A's authority was removed", async () => {
    const session = await ticketOf(clientA);
    const changed = world.directory.change((content) => {
      content.namespaces = [namespaceRow("orders.a", "a", authorityB)];
    });
    await world.follow(changed);
    const options: ClientOptions = { identity: clientA, version, session, servername: "orders.a.edge.test" };
    expect((await startAs(options, "orders.a")).status).toBe(7);
    await reset();
  });

  test("the handshake is a full one every time", async () => {
    const session = await ticketOf(clientA);
    await withClient({ identity: clientA, version, session }, async (client) => {
      await client.start("orders.a");
      // Node types the session's socket as a plain one.
      const socket = client.session.socket as unknown as { isSessionReused(): boolean };
      expect(socket.isSessionReused()).toBe(false);
    });
  });
});

describe("M6: a certificate serves its own namespaces only", () => {
  test("it is accepted by field, with header, and through SNI", async () => {
    for (const servername of ["localhost", "orders.a.edge.test", "orders.a"]) {
      const answer = await startAs({ identity: clientA, servername }, "orders.a", {
        "temporal-namespace": "orders.a",
      });
      expect(answer.status, servername).toBe(0);
      expect(runIdOf(answer)).toBe("cell-1");
    }
  });

  test("one connection may carry several namespaces, each judged for itself", async () => {
    await withClient({ identity: clientA }, async (client) => {
      const answers = await Promise.all(
        ["orders.a", "orders.b", "billing.a", "orders.b", "none.a"].map((name) => client.start(name)),
      );
      expect(answers.map((answer) => answer.status)).toEqual([0, 7, 0, 7, 7]);
    });
  });

  test.each([
    ["another tenant's namespace by field", "localhost", "orders.b", {}, 7],
    ["another tenant's by SNI, own by field", "orders.b.edge.test", "orders.a", {}, 3],
    [
      "another tenant's by header, own by field",
      "localhost",
      "orders.a",
      { "temporal-namespace": "orders.b" },
      3,
    ],
    [
      "own by SNI and header, another tenant's by field",
      "orders.a.edge.test",
      "orders.b",
      {
        "temporal-namespace": "orders.a",
      },
      3,
    ],
    [
      "another tenant's everywhere",
      "orders.b.edge.test",
      "orders.b",
      { "temporal-namespace": "orders.b" },
      7,
    ],
    ["a namespace that does not exist", "localhost", "orders.c", {}, 7],
  ])("%s is refused", async (_name, servername, namespace, headers, status) => {
    expect(
      (await startAs({ identity: clientA, servername }, namespace, headers as Record<string, string>)).status,
    ).toBe(status);
  });

  test("a namespace that is another's and one that is nobody's are refused alike", async () => {
    const [other, none] = [
      await startAs({ identity: clientA }, "orders.b"),
      await startAs({ identity: clientA }, "x.y"),
    ];
    expect(other.message).toBe(none.message);
  });

  test("a request that names two namespaces is refused, whichever comes first", async () => {
    await withClient({ identity: clientA }, async (client) => {
      for (const [first, second] of [
        ["orders.a", "orders.b"],
        ["orders.b", "orders.a"],
      ]) {
        const message = Buffer.concat([
          encodeRequest("StartWorkflowExecution", { namespace: first }),
          encodeRequest("StartWorkflowExecution", { namespace: second }),
        ]);
        expect((await client.raw(`${SERVICE}StartWorkflowExecution`, {}, frameOf(message))).status).toBe(3);
      }
    });
  });

  test("a namespace given by id is found, and another tenant's id is refused", async () => {
    await withClient({ identity: clientA }, async (client) => {
      expect((await client.call("DescribeNamespace", { id: "id-of-orders.a" })).status).toBe(0);
      expect((await client.call("DescribeNamespace", { id: "id-of-orders.b" })).status).toBe(7);
      expect(
        (await client.call("DescribeNamespace", { namespace: "orders.a", id: "id-of-orders.b" })).status,
      ).toBe(7);
    });
  });

  test("GetSystemInfo is answered for who has any namespace, and for nobody else", async () => {
    const stranger = await (await Authority.root("CN=Stranger CA")).issue();
    expect(
      (await withClient({ identity: clientB }, (client) => client.call("GetSystemInfo", {}))).status,
    ).toBe(0);
    expect(
      (await withClient({ identity: stranger }, (client) => client.call("GetSystemInfo", {}))).status,
    ).toBe(7);
    expect((await withClient({}, (client) => client.call("GetSystemInfo", {}))).status).toBe(16);
  });

  test("an authority with the same name and another key is not the tenant's", async () => {
    const impostor = await (await Authority.root("CN=Tenant A CA")).issue({ subject: "CN=alice,O=Acme" });
    expect((await startAs({ identity: impostor }, "orders.a")).status).toBe(7);
  });

  test("a namespace without mTLS takes no certificate", async () => {
    const version = world.directory.change((content) => {
      content.namespaces = [{ ...namespaceRow("orders.a", "a", authorityA), mtlsEnabled: false }];
    });
    await world.follow(version);
    expect((await startAs({ identity: clientA }, "orders.a")).status).toBe(7);
    await reset();
  });
});

describe("M4: certificate filters", () => {
  test.each([
    [[{ commonName: "ALICE" }], 0],
    [[{ commonName: "al*" }], 0],
    [[{ commonName: "*ice" }], 0],
    [[{ commonName: "bob" }], 7],
    [[{ commonName: "alice", organization: "Other" }], 7],
    [[{ commonName: "bob" }, { organizationalUnit: "orders" }], 0],
    [[{ subjectAlternativeName: "*.example.com" }], 7],
    [[{}], 7],
  ])("filters %j give status %i", async (certificateFilters, status) => {
    const version = world.directory.change((content) => {
      content.namespaces = [{ ...namespaceRow("orders.a", "a", authorityA), certificateFilters }];
    });
    await world.follow(version);
    expect((await startAs({ identity: clientA }, "orders.a")).status).toBe(status);
    await reset();
  });
});

describe("M2: chains", () => {
  test("a leaf under an intermediate that the client sends is accepted", async () => {
    const intermediate = await authorityA.intermediate("CN=Tenant A issuing CA");
    const leaf = await intermediate.issue({ subject: "CN=under" });
    const identity = { cert: leaf.cert + intermediate.pem, key: leaf.key };
    expect((await startAs({ identity }, "orders.a")).status).toBe(0);
    expect((await startAs({ identity: leaf }, "orders.a")).status).toBe(7);
  });

  const day = 24 * 3_600_000;
  test.each([
    ["an expired leaf", () => authorityA.issue({ notAfter: new Date(Date.now() - 1000) })],
    ["a leaf of the future", () => authorityA.issue({ notBefore: new Date(Date.now() + day / 2) })],
    [
      "a leaf for servers only",
      () =>
        authorityA.issue({
          extensions: [new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth])],
        }),
    ],
    [
      "a leaf with an unknown critical extension",
      () =>
        authorityA.issue({
          extensions: [
            ...leafExtensions(),
            new x509.Extension("1.2.3.4.5", true, Uint8Array.of(5, 0).buffer),
          ],
        }),
    ],
  ])("%s is refused", async (_name, issue) => {
    expect((await startAs({ identity: await issue() }, "orders.a")).status).toBe(7);
  });
});

test("M8: an authority that has expired lets in nobody, whatever its leaf says", async () => {
  const expired = await Authority.root("CN=Tenant A expired CA", { notAfter: new Date(Date.now() - 1_000) });
  const identity = await expired.issue();
  const version = world.directory.change((content) => {
    content.namespaces?.push({
      name: "expired.a",
      namespaceId: "expired",
      accountId: "a",
      cellId: "cell-1",
      mtlsEnabled: true,
      acceptedClientCa: Buffer.from(expired.pem),
    });
  });
  await world.follow(version);
  expect((await startAs({ identity }, "expired.a")).status).toBe(7);
});

test("M7: a certificate revoked while a long poll hangs ends the poll, and nothing more is accepted", async () => {
  await withClient({ identity: clientA }, async (client) => {
    const [cell] = world.cells;
    const before = cell?.polls.length ?? 0;
    const poll = client.call("PollWorkflowTaskQueue", { namespace: "orders.a" });
    const held = await eventually(() => cell?.polls[before]);
    const revokedAt = performance.now();
    const version = world.directory.change((content) => {
      for (const row of content.namespaces ?? []) row.revokedCertificates = [clientA.fingerprint];
    });
    expect((await poll).status).toBe(7);
    expect(performance.now() - revokedAt).toBeLessThan(10_000);
    await eventually(() => held.signal.aborted, { what: "the cell's poll cancelled" });
    await world.follow(version);
    expect((await startAs({ identity: clientA }, "orders.a")).status).toBe(7);
    // The connection that has no right left is closed by the gateway.
    await eventually(() => client.session.closed || client.session.destroyed);
  });
  await reset();
});

test("M8: a certificate that expires during a call ends it", async () => {
  const short = await authorityA.issue({ notAfter: new Date(Date.now() + 2_500) });
  await withClient({ identity: short }, async (client) => {
    const answer = await client.call("PollWorkflowTaskQueue", { namespace: "orders.a" });
    expect(answer.status).toBe(7);
  });
});

test("M10: credentials and identity headers of the client do not reach the cell", async () => {
  const calls = world.cells[0]?.calls ?? [];
  const before = calls.length;
  await startAs({ identity: clientA }, "orders.a", {
    "x-forwarded-for": "1.2.3.4",
    "x-forwarded-client-cert": "By=me",
    "x-real-ip": "1.2.3.4",
    "cellplane-namespace": "orders.b",
    forwarded: "for=1.2.3.4",
    "client-name": "temporal-go",
    "x-tenants-own": "kept",
  });
  const metadata = calls[before]?.metadata ?? {};
  expect(metadata).toMatchObject({ "client-name": "temporal-go", "x-tenants-own": "kept" });
  const names = Object.keys(metadata);
  expect(names.filter((name) => /forwarded|real-ip|cellplane/.test(name))).toEqual([]);
});
