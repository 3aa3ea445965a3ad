// Tokens by which the api speaks for somebody at the console: what they open, and what forged ones do not.
import { SignJWT } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CONSOLE_TOKEN, CONSOLE_TOKEN_LIFE_SECONDS, consoleTokenKey } from "#shared/console-token";
import { EdgeClient, INTERNAL_TOKEN, startWorld, type World } from "./world.ts";

const UNAUTHENTICATED = 16;
const PERMISSION_DENIED = 7;

let world: World;
let client: EdgeClient;

beforeAll(async () => {
  world = await startWorld();
  const version = world.directory.change((content) => {
    content.namespaces = [
      { name: "keys.a", accountId: "a", namespaceId: "1", cellId: "cell-1", apiKeyEnabled: true },
      { name: "certs.a", accountId: "a", namespaceId: "2", cellId: "cell-1", mtlsEnabled: true },
      {
        ...{ name: "office.a", accountId: "a", namespaceId: "3", cellId: "cell-1", apiKeyEnabled: true },
        ...{ connectivityRestricted: true, connectivityRules: [{ sourceCidrs: ["203.0.113.0/24"] }] },
      },
      { name: "keys.b", accountId: "b", namespaceId: "4", cellId: "cell-1", apiKeyEnabled: true },
    ];
    content.principals = [
      { principalId: "ada", accountId: "a", allNamespacesPermission: "admin" },
      { principalId: "rea", accountId: "a", namespacePermissions: { "keys.a": "read" } },
      { principalId: "gone", accountId: "a", allNamespacesPermission: "admin", disabled: true },
    ];
  });
  await world.follow(version);
  client = new EdgeClient(world);
});

afterAll(async () => {
  client.close();
  await world.stop();
});

interface Facts {
  sub?: string;
  address?: string;
  key?: Uint8Array;
  typ?: string;
  alg?: string;
  aud?: string;
  lifeSeconds?: number;
  agoSeconds?: number;
}

function token(facts: Facts = {}): Promise<string> {
  const { sub = "ada", address = "198.51.100.7", lifeSeconds = 60, agoSeconds = 0 } = facts;
  const issuedAt = Math.floor(Date.now() / 1000) - agoSeconds;
  return new SignJWT({ address })
    .setProtectedHeader({ alg: facts.alg ?? CONSOLE_TOKEN.algorithm, typ: facts.typ ?? CONSOLE_TOKEN.type })
    .setIssuer(CONSOLE_TOKEN.issuer)
    .setAudience(facts.aud ?? CONSOLE_TOKEN.audience)
    .setSubject(sub)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifeSeconds)
    .sign(facts.key ?? consoleTokenKey(INTERNAL_TOKEN));
}

async function start(namespace: string, bearer: string): Promise<number | undefined> {
  return (await client.start(namespace, { authorization: `Bearer ${bearer}` })).status;
}

test("it opens what its principal may use, also where only certificates are taken", async () => {
  const ada = await token();
  expect(await start("keys.a", ada)).toBe(0);
  expect(await start("certs.a", ada)).toBe(0);
  expect(await start("keys.b", ada)).toBe(PERMISSION_DENIED);
  expect(await start("keys.a", await token({ sub: "rea" }))).toBe(PERMISSION_DENIED);
});

test("connectivity rules judge the browser's address, not the api's", async () => {
  expect(await start("office.a", await token({ address: "203.0.113.9" }))).toBe(0);
  expect(await start("office.a", await token())).toBe(PERMISSION_DENIED);
});

test.each<[string, Facts]>([
  ["of somebody who is not there", { sub: "nobody" }],
  ["of somebody who is turned off", { sub: "gone" }],
  ["that is over", { agoSeconds: 600 }],
  ["that would live too long", { lifeSeconds: CONSOLE_TOKEN_LIFE_SECONDS + 1 }],
  ["from the future", { agoSeconds: -600 }],
  ["for another audience", { aud: "cellplane-cloud" }],
  ["of another type", { typ: "cellplane-api-key+jwt" }],
  ["by another algorithm", { alg: "HS512", key: new Uint8Array(64) }],
  ["signed by another key", { key: consoleTokenKey("another installation's token") }],
  ["signed by the internal token itself", { key: new TextEncoder().encode(INTERNAL_TOKEN.padEnd(32, ".")) }],
])("a token %s is refused", async (_, facts) => {
  expect(await start("keys.a", await token(facts))).toBe(UNAUTHENTICATED);
});

test("an unsigned token is refused", async () => {
  const [, payload = ""] = (await token()).split(".");
  const header = Buffer.from(JSON.stringify({ alg: "none", typ: CONSOLE_TOKEN.type })).toString("base64url");
  expect(await start("keys.a", `${header}.${payload}.`)).toBe(UNAUTHENTICATED);
});
