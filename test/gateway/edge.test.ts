// The gateway among failures: the control plane down (E1), a cell down (E2), too many requests, hostile input, health,
// and large answers in both directions.
import { connect as connectTls, type TLSSocket } from "node:tls";
import { gzipSync } from "node:zlib";
import grpc from "@grpc/grpc-js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually } from "#harness/eventually";
import { codecOf } from "#contracts";
import { decodeDetails } from "#shared/grpc-status";
import { frameOf } from "#wire";
import {
  EdgeClient,
  encodeRequest,
  runIdOf,
  SERVICE,
  sha256Hex,
  signingKey,
  signToken,
  startWorld,
  type World,
} from "./world.ts";

let world: World;
let token: string;
let client: EdgeClient;

const bearer = () => ({ authorization: `Bearer ${token}` });

beforeAll(async () => {
  world = await startWorld({ cells: ["cell-1", "cell-2"] });
  const key = await signingKey("k1");
  token = await signToken(key, { jti: "key", sub: "owner" });
  const row = (name: string, cellId: string, more: object = {}) => ({
    name,
    namespaceId: name,
    accountId: "a",
    cellId,
    apiKeyEnabled: true,
    ...more,
  });
  const version = world.directory.change((content) => {
    content.namespaces = [
      row("one.a", "cell-1"),
      row("two.a", "cell-2"),
      row("lost.a", "cell-9"),
      row("slow.a", "cell-1", { requestsPerSecond: 10 }),
      row("few.a", "cell-1", { actionsPerSecond: 10 }),
      row("small.a", "cell-1", { payloadBytesMax: 1000 }),
    ];
    content.principals = [{ principalId: "owner", accountId: "a", allNamespacesPermission: "admin" }];
    content.apiKeys = [
      {
        keyId: "key",
        tokenSha256: sha256Hex(token),
        principalId: "owner",
        expiresAtMs: Date.now() + 3_600_000,
      },
    ];
    content.signingKeys = [{ keyId: "k1", publicJwk: key.publicJwk }];
  });
  await world.follow(version);
  client = new EdgeClient(world);
});

afterAll(async () => {
  client.close();
  await world.stop();
});

describe("routing", () => {
  test("each namespace reaches its own cell over one connection", async () => {
    const answers = await Promise.all(
      ["one.a", "two.a", "one.a"].map((name) => client.start(name, bearer())),
    );
    expect(answers.map(runIdOf)).toEqual(["cell-1", "cell-2", "cell-1"]);
  });

  test("a namespace moved to another cell is served there from the next call on", async () => {
    const move = (cellId: string): string =>
      world.directory.change((content) => {
        for (const row of content.namespaces ?? []) if (row.name === "one.a") row.cellId = cellId;
      });
    await world.follow(move("cell-2"));
    expect(runIdOf(await client.start("one.a", bearer()))).toBe("cell-2");
    await world.follow(move("cell-1"));
    expect(runIdOf(await client.start("one.a", bearer()))).toBe("cell-1");
  });

  test("a client's cancellation and its deadline reach the cell", async () => {
    const polls = world.cells[0]?.polls ?? [];
    const before = polls.length;
    const body = frameOf(encodeRequest("PollWorkflowTaskQueue", { namespace: "one.a" }));
    const headers = { ...bearer(), "grpc-timeout": "70S" };
    const stream = client.stream(`${SERVICE}PollWorkflowTaskQueue`, headers, body);
    const held = await eventually(() => polls[before]);
    expect((held.deadline ?? 0) - Date.now()).toBeGreaterThan(60_000);
    stream.close(8);
    await eventually(() => held.signal.aborted);
  });

  test("a thousand polls hang at once beside other calls", async () => {
    const polls = world.cells[1]?.polls ?? [];
    const before = polls.length;
    const body = frameOf(encodeRequest("PollWorkflowTaskQueue", { namespace: "two.a" }));
    const other = new EdgeClient(world);
    for (let count = 0; count < 900; count += 1) {
      other.stream(`${SERVICE}PollWorkflowTaskQueue`, bearer(), body);
    }
    await eventually(() => polls.length >= before + 900);
    expect((await client.start("two.a", bearer())).status).toBe(0);
    other.close();
    await eventually(() => polls.slice(before).every((call) => call.signal.aborted));
  });

  test("grpc-js connects, and sees the gateway's health without credentials", async () => {
    const health = new grpc.Client(world.gateway.address, grpc.credentials.createSsl(Buffer.from(world.ca)));
    const answer = await new Promise<Buffer | undefined>((resolve, reject) => {
      health.makeUnaryRequest(
        "/grpc.health.v1.Health/Check",
        (bytes: Buffer) => bytes,
        (bytes: Buffer) => bytes,
        Buffer.alloc(0),
        (error, response) => (error === null ? resolve(response) : reject(error)),
      );
    });
    expect(answer?.toString("hex")).toBe("0801");
    health.close();
  });

  test("the internal endpoint tells readiness and counts calls", async () => {
    const base = `http://${world.gateway.internalAddress ?? ""}`;
    expect((await fetch(`${base}/ready`)).status).toBe(200);
    expect(await (await fetch(`${base}/metrics`)).text()).toMatch(/calls_total\{grpc_status="0"\} \d+/);
    expect((await fetch(`${base}/other`)).status).toBe(404);
  });
});

describe("E1: without the control plane", () => {
  test("the gateway serves, also right after its own restart, and follows again later", async () => {
    await world.directory.stop();
    expect((await client.start("one.a", bearer())).status).toBe(0);
    await world.restartGateway();
    client.close();
    client = new EdgeClient(world);
    expect((await client.start("one.a", bearer())).status).toBe(0);
    await world.directory.start();
    const version = world.directory.change((content) => {
      content.namespaces?.push({
        name: "new.a",
        namespaceId: "new",
        accountId: "a",
        cellId: "cell-1",
        apiKeyEnabled: true,
      });
    });
    await world.follow(version);
    expect((await client.start("new.a", bearer())).status).toBe(0);
  });
});

describe("E2: without a cell", () => {
  test("its namespaces are UNAVAILABLE, the others served, and it is found again", async () => {
    const [, second] = world.cells;
    await second?.stop();
    const answer = await client.start("two.a", bearer());
    expect(answer).toMatchObject({ status: 14, message: "The namespace is not available now. Try again." });
    expect((await client.start("one.a", bearer())).status).toBe(0);
    await second?.start();
    await eventually(async () => (await client.start("two.a", bearer())).status === 0);
  });

  test("a poll on a cell that dies ends with UNAVAILABLE", async () => {
    const [, second] = world.cells;
    const before = second?.polls.length ?? 0;
    const poll = client.call("PollWorkflowTaskQueue", { namespace: "two.a" }, bearer());
    await eventually(() => second?.polls[before]);
    await second?.stop();
    expect((await poll).status).toBe(14);
    await second?.start();
    await eventually(async () => (await client.start("two.a", bearer())).status === 0);
  });

  test("a namespace whose cell the directory does not have is UNAVAILABLE", async () => {
    expect((await client.start("lost.a", bearer())).status).toBe(14);
  });
});

describe("limits", () => {
  test("more requests than the namespace's rate are refused with a hint, its neighbours are not", async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => client.start("slow.a", bearer())));
    const refused = answers.filter((answer) => answer.status === 8);
    expect(refused.length).toBeGreaterThanOrEqual(35);
    expect(answers.filter((answer) => answer.status === 0).length).toBeGreaterThanOrEqual(20);
    const encoded = Buffer.from(String(refused[0]?.headers["grpc-status-details-bin"]), "base64");
    const details = decodeDetails(encoded);
    expect(details.map((detail) => detail.typeName)).toEqual([
      "temporal.api.errordetails.v1.ResourceExhaustedFailure",
      "google.rpc.RetryInfo",
    ]);
    const failure = codecOf("temporal.api.errordetails.v1.ResourceExhaustedFailure").decode(
      details[0]?.value ?? new Uint8Array(),
    );
    expect(failure).toMatchObject({ cause: 1, scope: 1 });
    expect((await client.start("one.a", bearer())).status).toBe(0);
  });

  test("more actions than the namespace's rate are refused as such, calls without actions and other namespaces are not", async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => client.start("few.a", bearer())));
    const refused = answers.filter((answer) => answer.status === 8);
    expect(refused.length).toBeGreaterThanOrEqual(20);
    expect(refused[0]?.message).toBe("namespace actions per second limit exceeded");
    const encoded = Buffer.from(String(refused[0]?.headers["grpc-status-details-bin"]), "base64");
    const [detail] = decodeDetails(encoded);
    const failure = codecOf("temporal.api.errordetails.v1.ResourceExhaustedFailure").decode(
      detail?.value ?? new Uint8Array(),
    );
    expect(failure).toMatchObject({ cause: 6, scope: 1 });
    expect((await client.call("DescribeNamespace", { namespace: "few.a" }, bearer())).status).toBe(0);
    expect((await client.start("one.a", bearer())).status).toBe(0);
  });

  test("a limit that the directory raises is in force at once", async () => {
    const raised = world.directory.change((content) => {
      for (const row of content.namespaces ?? []) if (row.name === "few.a") row.actionsPerSecond = 10_000;
    });
    await world.follow(raised);
    await eventually(async () => {
      const answers = await Promise.all(Array.from({ length: 60 }, () => client.start("few.a", bearer())));
      return answers.every((answer) => answer.status === 0);
    });
  });

  test("a namespace's own request size is enforced", async () => {
    const request = { namespace: "small.a", identity: "x".repeat(2000) };
    expect((await client.call("StartWorkflowExecution", request, bearer())).status).toBe(8);
  });

  test("a 3 MB request passes, a 5 MB request is refused with RESOURCE_EXHAUSTED", async () => {
    const request = (bytes: number) => ({ namespace: "one.a", identity: "x".repeat(bytes) });
    expect((await client.call("StartWorkflowExecution", request(3e6), bearer())).status).toBe(0);
    expect((await client.call("StartWorkflowExecution", request(5e6), bearer())).status).toBe(8);
  });
});

describe("hostile input", () => {
  const path = `${SERVICE}StartWorkflowExecution`;
  const packed = (bytes: Buffer): Buffer => {
    const frame = frameOf(bytes);
    frame[0] = 1;
    return frame;
  };

  test.each([
    ["bytes that are no message", path, {}, frameOf(Buffer.from("ffffffffffffffffffffff", "hex")), 3],
    ["a cut message", path, {}, frameOf(Buffer.from("0a20", "hex")), 3],
    ["a group", path, {}, frameOf(Buffer.from("0b0c", "hex")), 3],
    ["a namespace of a wrong wire type", path, {}, frameOf(Buffer.from("0801", "hex")), 3],
    ["no namespace", path, {}, frameOf(Buffer.alloc(0)), 3],
    ["half a frame", path, {}, frameOf(Buffer.alloc(10)).subarray(0, 8), 13],
    ["no frame", path, {}, Buffer.alloc(0), 13],
    ["gzip that is none", path, { "grpc-encoding": "gzip" }, packed(Buffer.alloc(20)), 13],
    ["a gzip bomb", path, { "grpc-encoding": "gzip" }, packed(gzipSync(Buffer.alloc(100e6))), 8],
    ["an unknown encoding", path, { "grpc-encoding": "snappy" }, packed(Buffer.alloc(20)), 12],
    ["an unknown method", `${SERVICE}DoEvil`, {}, frameOf(Buffer.alloc(0)), 12],
    [
      "reflection",
      "/grpc.reflection.v1.ServerReflection/ServerReflectionInfo",
      {},
      frameOf(Buffer.alloc(0)),
      12,
    ],
    [
      "the cell's own control",
      "/cellplane.cell.v1.CellControlService/GetCell",
      {},
      frameOf(Buffer.alloc(0)),
      12,
    ],
  ])("%s gets a gRPC status", async (_name, where, headers, body, status) => {
    const answer = await client.raw(where, { ...bearer(), ...headers }, body);
    expect(answer.status).toBe(status);
    expect(answer.message).not.toMatch(/node:|\.ts|Error:|127\.0\.0\.1/);
  });

  test("a gzip request is understood and passed on as it came", async () => {
    const message = encodeRequest("StartWorkflowExecution", { namespace: "one.a" });
    const answer = await client.raw(
      path,
      { ...bearer(), "grpc-encoding": "gzip" },
      packed(gzipSync(message)),
    );
    expect(answer.status).toBe(0);
  });

  test("what is neither gRPC nor a path of the HTTP API gets 404", async () => {
    const answer = await client.raw("/", { "content-type": "application/json" }, Buffer.from("{}"));
    expect(answer.http).toBe(404);
  });

  test("huge headers end the stream or the connection, and nobody else notices", async () => {
    const other = new EdgeClient(world);
    const answer = await other.raw(path, { "x-huge": "h".repeat(60_000) }, frameOf(Buffer.alloc(0)));
    expect(answer.status).toBeUndefined();
    other.close();
    expect((await client.start("one.a", bearer())).status).toBe(0);
  });

  test("a client with garbage in place of HTTP/1.1 or of a preface is closed", async () => {
    const [host, port] = world.gateway.address.split(":");
    const open = (ALPNProtocols: string[]): Promise<TLSSocket> =>
      new Promise((resolve) => {
        const socket = connectTls(
          { host, port: Number(port), ca: world.ca, servername: "localhost", ALPNProtocols },
          () => resolve(socket),
        );
        socket.on("error", () => resolve(socket));
      });
    const http1 = await open(["http/1.1"]);
    http1.resume();
    http1.write("HELO there\r\n\r\n");
    await eventually(() => http1.destroyed || http1.closed);
    const garbage = await open(["h2"]);
    garbage.resume();
    garbage.write("GET / HTTP/1.1\r\nhost: localhost\r\n\r\n");
    await eventually(() => garbage.destroyed || garbage.closed);
    const old = await new Promise<string>((resolve) => {
      const socket = connectTls({
        host,
        port: Number(port),
        ca: world.ca,
        maxVersion: "TLSv1.1",
        minVersion: "TLSv1",
      });
      socket.on("error", (error) => resolve(error.message));
      socket.on("secureConnect", () => resolve("connected"));
    });
    expect(old).not.toBe("connected");
  });
});
