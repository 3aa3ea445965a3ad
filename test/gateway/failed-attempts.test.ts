// K1: guessing API keys from one address ends in waiting, and holds up nobody whose key was verified before.
import { afterAll, beforeAll, expect, test } from "vitest";
import { EdgeClient, sha256Hex, signingKey, signToken, startWorld, type World } from "./world.ts";

const GUESSES = 150;
let world: World;
let token = "";

beforeAll(async () => {
  world = await startWorld();
  const key = await signingKey("signing-1");
  token = await signToken(key, { jti: "key-1", sub: "owner" });
  const version = world.directory.change((content) => {
    content.namespaces = [
      { name: "orders.a", namespaceId: "1", accountId: "a", cellId: "cell-1", apiKeyEnabled: true },
    ];
    content.principals = [{ principalId: "owner", accountId: "a", allNamespacesPermission: "admin" }];
    content.apiKeys = [
      {
        keyId: "key-1",
        tokenSha256: sha256Hex(token),
        principalId: "owner",
        expiresAtMs: Date.now() + 3_600_000,
      },
    ];
    content.signingKeys = [{ keyId: key.keyId, publicJwk: key.publicJwk }];
  });
  await world.follow(version);
});
afterAll(() => world.stop());

test("after many refused keys the address must wait, while a verified key still works", async () => {
  const client = new EdgeClient(world);
  const start = (bearer: string) => client.start("orders.a", { authorization: `Bearer ${bearer}` });
  const before = await start(token);

  const guesses = Array.from({ length: GUESSES }, (_, guess) => start(`guess-${guess}`));
  const answers = await Promise.all(guesses);
  const next = await start("guess-after");
  const later = await start(token);
  client.close();

  expect(before.status).toBe(0);
  expect(answers.every(({ status }) => status === 16 || status === 8)).toBe(true);
  expect(next.status).toBe(8);
  expect(next.message).toContain("Too many API keys");
  expect(later.status).toBe(0);
});
