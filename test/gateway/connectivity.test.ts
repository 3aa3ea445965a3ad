// Connectivity rules over real sockets: by address, by private link, through a trusted proxy and past one that is not.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { directoryV1 } from "#contracts";
import { eventually } from "#harness/eventually";
import {
  EdgeClient,
  sha256Hex,
  signingKey,
  signToken,
  startWorld,
  type Answer,
  type ClientOptions,
  type World,
} from "./world.ts";

const PERMISSION_DENIED = 7;
/** A change is in force no later than this (T2). */
const CHANGE_LIMIT_MS = 10_000;
const PROXY = "127.0.0.9";
const AWS = `01${Buffer.from("vpce-0123456789abcdef0").toString("hex")}`;

let world: World;
let token: string;
let strangersToken: string;

const rules = (...connectivityRules: directoryV1.IConnectivityRule[]): object => ({
  connectivityRestricted: true,
  connectivityRules: connectivityRules.map((rule, index) => ({ ruleId: `r${index}`, ...rule })),
});

const NAMESPACES: Record<string, object> = {
  open: {},
  here: rules({ sourceCidrs: ["127.0.0.0/30"] }),
  elsewhere: rules({ sourceCidrs: ["192.0.2.0/24", "2001:db8::/32"] }),
  internet: rules({}),
  aws: rules({ connectionId: "vpce-0123456789abcdef0" }),
  azure: rules({ connectionId: "305419896" }),
  gcp: rules({ connectionId: "81985529216486895" }),
  nobody: { connectivityRestricted: true },
};

beforeAll(async () => {
  world = await startWorld({ settings: { trustedProxies: [`${PROXY}/32`] } });
  const key = await signingKey("k1");
  token = await signToken(key, { jti: "key", sub: "owner" });
  strangersToken = await signToken(key, { jti: "other", sub: "stranger" });
  const apiKey = (keyId: string, principalId: string, text: string): directoryV1.IApiKey => ({
    keyId,
    principalId,
    tokenSha256: sha256Hex(text),
    expiresAtMs: Date.now() + 3_600_000,
  });
  const version = world.directory.change((content) => {
    content.namespaces = Object.entries(NAMESPACES).map(([name, more]) => ({
      name: `${name}.a`,
      namespaceId: name,
      accountId: "a",
      cellId: "cell-1",
      apiKeyEnabled: true,
      ...more,
    }));
    content.principals = [
      { principalId: "owner", accountId: "a", allNamespacesPermission: "admin" },
      { principalId: "stranger", accountId: "b", allNamespacesPermission: "admin" },
    ];
    content.apiKeys = [apiKey("key", "owner", token), apiKey("other", "stranger", strangersToken)];
    content.signingKeys = [{ keyId: "k1", publicJwk: key.publicJwk }];
  });
  await world.follow(version);
});
afterAll(() => world.stop());

async function start(name: string, options: ClientOptions = {}, bearer = token): Promise<Answer> {
  const client = new EdgeClient(world, options);
  const answer = await client.start(`${name}.a`, { authorization: `Bearer ${bearer}` });
  client.close();
  return answer;
}

/** What a proxy says first: the client's address and its private link. */
function proxied(
  address: { ipv4?: string; ipv6?: string },
  link: { type: string; value: string } | undefined,
): ClientOptions {
  const { ipv4 = "", ipv6 } = address;
  const source =
    ipv6 ??
    ipv4
      .split(".")
      .map((part) => Number(part).toString(16).padStart(2, "0"))
      .join("");
  const target = ipv6 === undefined ? "7f000001" : `${"0".repeat(31)}1`;
  const size = (hex: string): string => (hex.length / 2).toString(16).padStart(4, "0");
  const field = link === undefined ? "" : link.type + size(link.value) + link.value;
  const body = `${source}${target}c0de1c20${field}`;
  const family = ipv6 === undefined ? "11" : "21";
  return {
    localAddress: PROXY,
    preface: [Buffer.from(`0d0a0d0a000d0a515549540a21${family}${size(body)}${body}`, "hex")],
  };
}

const CLIENT = { ipv4: "203.0.113.7" };

describe("a source address list", () => {
  test("lets in its networks only, and says which address was refused", async () => {
    expect((await start("here", { localAddress: "127.0.0.2" })).status).toBe(0);
    const answer = await start("here", { localAddress: "127.0.0.5" });
    expect(answer.status).toBe(PERMISSION_DENIED);
    expect(answer.message).toMatch(/connectivity rules do not let in connections from 127.0.0.5\./);
    expect((await start("elsewhere")).status).toBe(PERMISSION_DENIED);
    expect((await start("open")).status).toBe(0);
  });

  test("means the client's address where a trusted proxy tells it, IPv4 and IPv6", async () => {
    expect((await start("elsewhere", proxied({ ipv4: "192.0.2.99" }, undefined))).status).toBe(0);
    expect((await start("elsewhere", proxied({ ipv4: "192.0.3.99" }, undefined))).status).toBe(
      PERMISSION_DENIED,
    );
    const inside = `20010db8${"0".repeat(23)}5`;
    const outside = `20010db9${"0".repeat(23)}5`;
    expect((await start("elsewhere", proxied({ ipv6: inside }, undefined))).status).toBe(0);
    const refused = await start("elsewhere", proxied({ ipv6: outside }, undefined));
    expect(refused.message).toMatch(/from 2001:db9:0:0:0:0:0:5/);
  });

  test("holds on the HTTP API", async () => {
    const client = new EdgeClient(world, { localAddress: "127.0.0.5" });
    const answer = await client.raw(
      "/api/v1/namespaces/here.a/workflows/w",
      { "content-type": "application/json", authorization: `Bearer ${token}` },
      Buffer.from(JSON.stringify({ workflowType: { name: "t" }, taskQueue: { name: "q" } })),
    );
    expect(answer.http).toBe(403);
    client.close();
  });

  test("that changes ends running calls and refuses new ones in time, and lets them in again", async () => {
    const client = new EdgeClient(world);
    const headers = { authorization: `Bearer ${token}` };
    const change = (sourceCidrs: string[]): void => {
      world.directory.change((content) => {
        for (const row of content.namespaces ?? [])
          if (row.name === "here.a") Object.assign(row, rules({ sourceCidrs }));
      });
    };
    const polls = world.cells[0]?.polls.length ?? 0;
    const poll = client.call("PollWorkflowTaskQueue", { namespace: "here.a" }, headers);
    await eventually(() => (world.cells[0]?.polls.length ?? 0) > polls);
    change(["192.0.2.0/24"]);
    const changedAt = performance.now();
    expect((await poll).status).toBe(PERMISSION_DENIED);
    expect(performance.now() - changedAt).toBeLessThan(CHANGE_LIMIT_MS);
    expect((await client.start("here.a", headers)).status).toBe(PERMISSION_DENIED);
    change(["127.0.0.0/8"]);
    await eventually(async () => (await client.start("here.a", headers)).status === 0);
    client.close();
  });
});

describe("a private link", () => {
  test.each([
    ["aws", { type: "ea", value: AWS }],
    ["azure", { type: "ee", value: "0178563412" }],
    ["gcp", { type: "e0", value: "0123456789abcdef" }],
  ])("of %s is let in by its rule, and by no other", async (name, link) => {
    expect((await start(name, proxied(CLIENT, link))).status).toBe(0);
    expect((await start(name, proxied(CLIENT, undefined))).status).toBe(PERMISSION_DENIED);
    expect((await start(name, { localAddress: PROXY })).status).toBe(PERMISSION_DENIED);
    for (const other of ["aws", "azure", "gcp"].filter((each) => each !== name)) {
      expect((await start(other, proxied(CLIENT, link))).message).toMatch(/by the private link/);
    }
  });

  test("is not the public internet, and comes in where there are no rules", async () => {
    const link = proxied(CLIENT, { type: "ea", value: AWS });
    expect((await start("internet", link)).status).toBe(PERMISSION_DENIED);
    expect((await start("internet")).status).toBe(0);
    expect((await start("open", link)).status).toBe(0);
  });
});

describe("what proxies say", () => {
  test("is believed in pieces", async () => {
    const whole = proxied(CLIENT, { type: "ea", value: AWS });
    const [bytes = Buffer.alloc(0)] = whole.preface ?? [];
    const preface = [bytes.subarray(0, 5), bytes.subarray(5, 20), bytes.subarray(20)];
    expect((await start("aws", { ...whole, preface })).status).toBe(0);
  });

  test("is not asked of a trusted proxy that says nothing, nor of its own connections", async () => {
    expect((await start("open", { localAddress: PROXY })).status).toBe(0);
    const own = Buffer.from("0d0a0d0a000d0a515549540a20000000", "hex");
    expect((await start("open", { localAddress: PROXY, preface: [own] })).status).toBe(0);
  });

  test("is not believed of anybody else: such a connection comes to nothing", async () => {
    const forged = { ...proxied(CLIENT, { type: "ea", value: AWS }), localAddress: "127.0.0.3" };
    expect((await start("aws", forged)).status).toBeUndefined();
    expect((await start("open", forged)).status).toBeUndefined();
  });
});

test("a namespace with rules that are gone lets in nobody", async () => {
  expect((await start("nobody")).status).toBe(PERMISSION_DENIED);
});

test("whoever has no right on a namespace learns nothing of its rules", async () => {
  const foreign = await start("elsewhere", {}, strangersToken);
  const unknown = await start("unknown", {}, strangersToken);
  expect(foreign.status).toBe(PERMISSION_DENIED);
  expect(foreign.message).toBe(unknown.message);
});
