// What the gateway measures of calls reaches the control plane when the minute is over: by namespace and operation, the
// limits of the namespace apart, and nothing of callers who have no right to it.
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "#harness/eventually";
import { systemClock } from "#shared/clock";
import { EdgeClient, sha256Hex, signingKey, signToken, startWorld, type World } from "./world.ts";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

let world: World;
let client: EdgeClient;
let offsetMs = 0;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  // It stands still at the last moment of a minute, so that the minute ends when the test says so.
  const lastMs = (Math.floor(systemClock.now() / MINUTE_MS) + 1) * MINUTE_MS - 1;
  const clock = { now: () => lastMs + offsetMs, monotonic: () => systemClock.monotonic() };
  world = await startWorld({ clock });
  const key = await signingKey("k1");
  for (const who of ["writer", "stranger"])
    tokens[who] = await signToken(key, { jti: `key-${who}`, sub: who });
  const shared = { cellId: "cell-1", apiKeyEnabled: true, accountId: "a" };
  const version = world.directory.change((content) => {
    content.namespaces = [
      { ...shared, name: "shop.a", namespaceId: "1" },
      { ...shared, name: "tight.a", namespaceId: "2", actionsPerSecond: 1 },
    ];
    content.principals = [
      { principalId: "writer", accountId: "a", allNamespacesPermission: "admin" },
      { principalId: "stranger", accountId: "b", allNamespacesPermission: "admin" },
    ];
    content.apiKeys = ["writer", "stranger"].map((who) => ({
      keyId: `key-${who}`,
      tokenSha256: sha256Hex(tokens[who] ?? ""),
      principalId: who,
      expiresAtMs: Date.now() + HOUR_MS,
    }));
    content.signingKeys = [{ keyId: key.keyId, publicJwk: key.publicJwk }];
  });
  await world.follow(version);
  client = new EdgeClient(world);
});
afterAll(async () => {
  client.close();
  await world.stop();
});

const as = (who: string) => ({ authorization: `Bearer ${tokens[who] ?? ""}` });

test("calls, errors, refusals by the namespace's limits and waiting polls are told once the minute is over", async () => {
  for (let call = 0; call < 3; call += 1) await client.start("shop.a", as("writer"));
  // A caller's own mistake is a request, and no error.
  await client.call("CountWorkflowExecutions", { namespace: "shop.a" }, as("writer"));
  await client.start("shop.a", as("stranger"));
  const poll = client.call(
    "PollWorkflowTaskQueue",
    { namespace: "shop.a", taskQueue: { name: "q" } },
    as("writer"),
  );
  await eventually(() => world.cells[0]?.polls.length === 1);
  let refused = 0;
  for (let call = 0; call < 300 && refused < 2; call += 1)
    if ((await client.start("tight.a", as("writer"))).status === 8) refused += 1;
  expect(refused).toBe(2);
  expect(world.directory.measured).toEqual([]);

  offsetMs = MINUTE_MS;
  await eventually(() => world.directory.measured.length > 0, { limitMs: 60_000, what: "a minute" });
  const series = world.directory.measured.flatMap((minute) => minute.series ?? []);
  const sumOf = (metric: string, namespace: string, operation = "StartWorkflowExecution") => {
    const own = series.filter((one) => one.metric === metric && one.namespace === namespace);
    const ofOperation = own.filter(({ labels }) => (labels?.["operation"] ?? operation) === operation);
    return ofOperation.reduce(
      (sum, one) => sum + (one.value ?? 0) + (one.counts ?? []).reduce((a, b) => a + b, 0),
      0,
    );
  };
  expect(sumOf("service_request_count", "shop.a")).toBe(3);
  expect(sumOf("service_latency", "shop.a")).toBe(3);
  expect(sumOf("service_request_count", "shop.a", "CountWorkflowExecutions")).toBe(1);
  expect(sumOf("service_error_count", "shop.a", "CountWorkflowExecutions")).toBe(0);
  expect(sumOf("service_pending_requests", "shop.a", "PollWorkflowTaskQueue")).toBe(1);
  expect(sumOf("service_request_throttled_count", "tight.a")).toBe(2);
  expect(sumOf("total_action_throttled_count", "tight.a")).toBe(2);
  expect(sumOf("resource_exhausted_error_count", "tight.a")).toBe(0);
  expect(new Set(series.map(({ namespace }) => namespace))).toEqual(new Set(["shop.a", "tight.a"]));
  client.close();
  await poll;
}, 90_000);
