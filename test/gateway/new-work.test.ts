// An account that may start nothing new: starts are refused at the edge with the reason, running work goes on, and it is
// lifted as fast.
import { afterAll, beforeAll, expect, test } from "vitest";
import { EdgeClient, sha256Hex, signingKey, signToken, startWorld, type World } from "./world.ts";

const HOUR_MS = 3_600_000;
let world: World;
let client: EdgeClient;
let headers: { authorization: string };

beforeAll(async () => {
  world = await startWorld();
  const key = await signingKey("k1");
  const token = await signToken(key, { jti: "key-owner", sub: "owner" });
  headers = { authorization: `Bearer ${token}` };
  const version = world.directory.change((content) => {
    content.namespaces = [
      { name: "orders.a", namespaceId: "1", accountId: "a", cellId: "cell-1", apiKeyEnabled: true },
    ];
    content.principals = [{ principalId: "owner", accountId: "a", allNamespacesPermission: "admin" }];
    content.apiKeys = [
      {
        keyId: "key-owner",
        tokenSha256: sha256Hex(token),
        principalId: "owner",
        expiresAtMs: Date.now() + HOUR_MS,
      },
    ];
    content.signingKeys = [{ keyId: key.keyId, publicJwk: key.publicJwk }];
  });
  await world.follow(version);
  client = new EdgeClient(world);
});

afterAll(async () => {
  client.close();
  await world.stop();
});

async function refuseNewWork(reason: string): Promise<void> {
  await world.follow(
    world.directory.change((content) => {
      for (const row of content.namespaces ?? []) row.newWorkRefusal = reason;
    }),
  );
}

test("starts are refused while signals pass, and nothing is refused once it is lifted", async () => {
  const start = () => client.call("StartWorkflowExecution", { namespace: "orders.a" }, headers);
  const signal = () => client.call("SignalWorkflowExecution", { namespace: "orders.a" }, headers);
  const before = [(await start()).status, (await signal()).status];

  await refuseNewWork("payment");
  const refused = await start();
  expect(refused.status).toBe(8);
  expect((await signal()).status).toBe(before[1]);

  await refuseNewWork("");
  expect((await start()).status).toBe(before[0]);
  expect(before[0]).not.toBe(8);
});
