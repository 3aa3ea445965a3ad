// The metrics of an account where Account.metrics.uri points: by the key of a service account that may read metrics and
// nothing else, in OpenMetrics, of one account only.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cellV1, directoryV1, methodOf } from "#contracts";
import { createGrpcClient } from "#shared/grpc-client";
import { call, INTERNAL_TOKEN, signUp, startRealApi, type Person, type RealApi } from "./real-api.ts";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const ACTIONS = "temporal_cloud_v1_billable_action_count";
const TOTAL = "temporal_cloud_v1_total_action_count";
const LIMIT = "temporal_cloud_v1_action_limit";

let api: RealApi;
let owner: Person;
let stranger: Person;
let key: string;
let uri: string;

beforeAll(async () => {
  api = await startRealApi();
  owner = await signUp(api, "owner@example.com");
  stranger = await signUp(api, "stranger@example.com");
  const spec = { name: "prometheus", access: { accountAccess: { role: "ROLE_METRICS_READ" } } };
  const made = await call(api, "POST", "/cloud/service-accounts", { as: owner, body: { spec } });
  const expiryTime = new Date(Date.now() + 30 * 24 * HOUR_MS).toISOString();
  const ofKey = {
    ownerId: String(made.body["serviceAccountId"]),
    ownerType: "OWNER_TYPE_SERVICE_ACCOUNT",
    displayName: "k",
    expiryTime,
  };
  key = String(
    (await call(api, "POST", "/cloud/api-keys", { as: owner, body: { spec: ofKey } })).body["token"],
  );
  for (const name of ["shop", "pay"]) {
    const namespace = {
      ...{ name, regions: ["aws-us-east-1"], retentionDays: 7, apiKeyAuth: { enabled: true } },
    };
    await call(api, "POST", "/cloud/namespaces", { as: owner, body: { spec: namespace } });
  }
  uri = `/prometheus/${owner.accountId}`;
  // Whichever of these minutes is the newest complete one, it has the same.
  for (let back = 0; back < 12; back += 1) await act(back);
  await api.database.query.$executeRawUnsafe(
    `insert into usage.sources (source, complete_until) values ('cell-a', now())`,
  );
});
afterAll(() => api.stop());

async function act(minutesBack: number): Promise<void> {
  const minute = new Date(Math.floor(Date.now() / MINUTE_MS - minutesBack) * MINUTE_MS).toISOString();
  await api.database.query.$executeRawUnsafe(
    `insert into usage.action_blocks (namespace, minute, source, kinds, workflow_types, task_queues, counts) values
      ('shop.${owner.accountId}', '${minute}', 'cell-a', '{start_workflow,start_timer,export_workflow}',
        '{order,"say \\"hi\\"",order}', '{q,q,q}', '{30,15,600}'),
      ('pay.${owner.accountId}', '${minute}', 'cell-a', '{start_timer}', '{pay}', '{q}', '{6}')`,
  );
}

/** As a gateway does. */
async function recordMetrics(
  gatewayId: string,
  minutes: cellV1.IMetricMinute[],
  token = INTERNAL_TOKEN,
): Promise<void> {
  const client = createGrpcClient(new URL(api.url).host, { token });
  try {
    const metrics = cellV1.ReadMetricsResponse.encode({ minutes });
    const request = directoryV1.RecordMetricsRequest.encode({ gatewayId, metrics });
    await client.call(methodOf("cellplane.directory.v1.MetricsIntakeService/RecordMetrics").path, request);
  } finally {
    client.close();
  }
}

/** Name and labels -> value, as a reader of OpenMetrics takes them apart. */
async function scrape(path: string): Promise<{ samples: Map<string, number>; headers: Headers }> {
  const { status, body, headers } = await call(api, "GET", path, { as: key });
  expect(status, JSON.stringify(body)).toBe(200);
  const lines = String(body["text"]).trimEnd().split("\n");
  expect(lines.pop()).toBe("# EOF");
  const samples = new Map<string, number>();
  for (const line of lines.filter((one) => !one.startsWith("#"))) {
    const [, name, value] = /^([a-z0-9_]+\{.*\}) (\S+) \d+$/.exec(line) ?? [];
    expect(name, line).toBeDefined();
    samples.set(name ?? "", Number(value));
  }
  return { samples, headers };
}

function named(samples: Map<string, number>, metric: string): [string, number][] {
  return [...samples].filter(([name]) => name.startsWith(`${metric}{`));
}

describe("the metrics of an account", () => {
  test("are rates of the newest complete minute, and limits, with the labels of Temporal Cloud", async () => {
    const { samples, headers } = await scrape(uri);
    expect(headers.get("content-type")).toContain("application/openmetrics-text; version=1.0.0");
    expect(headers.get("x-completeness")).toBe("complete");
    const base = `region="aws-us-east-1",temporal_account="${owner.accountId}",temporal_namespace="shop.${owner.accountId}"`;
    const ofShop = [...samples].filter(([name]) => name.includes(`"shop.${owner.accountId}"`));
    expect(Object.fromEntries(ofShop)).toEqual({
      [`${ACTIONS}{action_type="start_timer",namespace_mode="active",${base},temporal_workflow_type="say \\"hi\\""}`]: 0.25,
      [`${ACTIONS}{action_type="start_workflow",namespace_mode="active",${base},temporal_workflow_type="order"}`]: 0.5,
      [`${TOTAL}{is_background="false",namespace_mode="active",${base}}`]: 0.75,
      [`${LIMIT}{${base}}`]: 500,
      [`temporal_cloud_v1_service_request_limit{${base}}`]: 2_000,
      [`temporal_cloud_v1_action_on_demand_envelope_limit{${base}}`]: 500,
      [`temporal_cloud_v1_service_request_on_demand_envelope_limit{${base}}`]: 2_000,
      [`temporal_cloud_v1_provisioned_capacity_tru_count{${base}}`]: 0,
    });
  });

  test("may be chosen by name and by namespace", async () => {
    const of = (pattern: string) => `/v1/metrics?metrics=${TOTAL}&namespaces=${pattern}`;
    expect(named((await scrape(of("pay.*"))).samples, TOTAL)).toEqual([
      [expect.stringContaining(`"pay.${owner.accountId}"`), 0.1],
    ]);
    expect((await scrape(of("*a*"))).samples.size).toBe(owner.accountId.includes("a") ? 2 : 1);
    expect((await scrape(of("pay"))).samples.size).toBe(0);
    expect((await scrape(`/v1/metrics?metrics=${LIMIT}&labels=temporal_activity_type`)).samples.size).toBe(2);
  });

  test("what gateways measured is there, summed over them, with an activity's type when it is asked for; another's is not", async () => {
    const minute = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
    for (const gatewayId of ["gateway-a", "gateway-b"]) {
      const minutes = Array.from({ length: 12 }, (_, back) => ({
        minuteMs: minute - back * MINUTE_MS,
        series: [
          ...[owner, stranger].map(({ accountId }) => ({
            ...{ namespace: `shop.${accountId}`, metric: "service_request_count", value: 30 },
            labels: { operation: "StartWorkflowExecution" },
          })),
          {
            ...{ namespace: `shop.${owner.accountId}`, metric: "activity_success_count", value: 6 },
            labels: {
              ...{ temporal_workflow_type: "order", temporal_task_queue: "q" },
              temporal_activity_type: gatewayId,
            },
          },
        ],
      }));
      // Twice is once.
      for (let time = 0; time < 2; time += 1) await recordMetrics(gatewayId, minutes);
    }
    const requests = named((await scrape(uri)).samples, "temporal_cloud_v1_service_request_count");
    expect(requests).toEqual([[expect.stringContaining(`operation="StartWorkflowExecution"`), 1]]);
    const activities = async (query: string) =>
      named((await scrape(`${uri}?${query}`)).samples, "temporal_cloud_v1_activity_success_count");
    expect((await activities("")).map(([, value]) => value)).toEqual([0.2]);
    expect((await activities("labels=temporal_activity_type")).map(([, value]) => value)).toEqual([0.1, 0.1]);
  });

  test("only the installation's own processes record, and not too much at once", async () => {
    await expect(recordMetrics("gateway-a", [], "wrong-token-of-somebody")).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
    await expect(recordMetrics("shop", [])).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
    const series = Array.from({ length: 20_001 }, () => ({ namespace: "a.b", metric: "m" }));
    await expect(recordMetrics("gateway-a", [{ minuteMs: 0, series }])).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
    });
  });

  test("are described", async () => {
    const { body } = await call(api, "GET", `${uri}/v1/descriptors`, { as: key });
    expect((body["descriptors"] as { name: string }[]).map(({ name }) => name)).toContain(ACTIONS);
  });

  test.each([
    ["metrics=color", "metrics", /is not served/],
    ["labels=color", "labels", /labels must be of: temporal_activity_type/],
    [`namespaces=${"x".repeat(201)}`, "namespaces", /at most 100 names of at most 200/],
  ])("refuse %s", async (query, field, rule) => {
    const { status, body } = await call(api, "GET", `${uri}?${query}`, { as: key });
    expect([status, body["message"]]).toEqual([400, expect.stringMatching(rule)]);
    expect(body["details"]).toMatchObject([{ fieldViolations: [{ field }] }]);
  });

  test("T1: are nobody else's, and not there without a key", async () => {
    expect((await call(api, "GET", uri)).status).toBe(401);
    expect((await call(api, "GET", uri, { as: stranger })).status).toBe(404);
    const own = await call(api, "GET", `/prometheus/${stranger.accountId}`, { as: stranger });
    expect([own.status, own.body["text"]]).toEqual([200, "# EOF\n"]);
  });

  test("the key reads metrics and nothing of money", async () => {
    for (const path of [
      "/api/v1/usage-report",
      "/api/v1/focus-report.csv",
      "/api/v1/invoices",
      "/cloud/usage",
    ])
      expect((await call(api, "GET", path, { as: key })).status, path).toBe(403);
  });
});
