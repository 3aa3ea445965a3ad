// Usage and costs for finance: by REST and by the command line, with the key of a finance role; with money only for the
// roles of finance; and as FOCUS, by the rules of its specification.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runProgram } from "#harness/program";
import { problemsOfFocus, scaled } from "../usage/focus-rules.ts";
import { parseCsv } from "../usage/parse-csv.ts";
import { call, signUp, startRealApi, type Person, type RealApi } from "./real-api.ts";

const MONTH = "2026-10";
const MONTH_MS = Date.UTC(2026, 9, 1);
const HOUR_MS = 3_600_000;
const USAGE = "/api/v1/usage-report";
const FOCUS = "/api/v1/focus-report.csv";
const ROLES = ["admin", "finance_admin", "developer", "read", "metrics_read"] as const;

let api: RealApi;
let owner: Person;
let stranger: Person;
/** An API key of each role. */
const keys = new Map<string, string>();

beforeAll(async () => {
  api = await startRealApi();
  owner = await signUp(api, "owner@example.com");
  stranger = await signUp(api, "stranger@example.com");
  keys.set("owner", await keyOf(owner.userId, "OWNER_TYPE_USER"));
  for (const role of ROLES) {
    const spec = { name: role, access: { accountAccess: { role: `ROLE_${role.toUpperCase()}` } } };
    const made = await call(api, "POST", "/cloud/service-accounts", { as: owner, body: { spec } });
    const ownerId = String(made.body["serviceAccountId"]);
    keys.set(role, await keyOf(ownerId, "OWNER_TYPE_SERVICE_ACCOUNT"));
  }
  await use();
});
afterAll(() => api.stop());

async function keyOf(ownerId: string, ownerType: string): Promise<string> {
  const expiryTime = new Date(Date.now() + 30 * 24 * HOUR_MS).toISOString();
  const spec = { ownerId, ownerType, displayName: "k", expiryTime };
  const made = await call(api, "POST", "/cloud/api-keys", { as: owner, body: { spec } });
  return String(made.body["token"]);
}

/** Two tagged namespaces and one that is deleted, with actions and storage of October. */
async function use(): Promise<void> {
  for (const [name, tags] of Object.entries({ shop: { team: "cart" }, pay: { team: "money" } })) {
    const spec = { name, regions: ["aws-us-east-1"], retentionDays: 7, apiKeyAuth: { enabled: true } };
    const made = await call(api, "POST", "/cloud/namespaces", { as: owner, body: { spec, tags } });
    expect(made.status).toBe(200);
  }
  for (const [name, hour, kind, count] of [
    ["shop", 0, "start_workflow", 1_234_567],
    ["shop", 40, "start_timer", 17],
    ["pay", 41, "schedule_activity", 333],
    ["gone", 41, "query_workflow", 1],
  ] as const)
    await addActions(name, hour, { kind, count });
  await api.database.query.$executeRawUnsafe(
    `insert into usage.storage_hours (namespace, hour, storage_class, source, byte_milliseconds)
     values ('shop.${owner.accountId}', '2026-10-03T05:00:00Z', 'active', 's', 77777777777777777),
       ('shop.${owner.accountId}', '2026-10-03T05:00:00Z', 'retained', 's', 123456789123456789)`,
  );
}

async function addActions(name: string, hour: number, of: { kind: string; count: number }): Promise<void> {
  const at = new Date(MONTH_MS + hour * HOUR_MS).toISOString();
  for (const [table, column] of [
    ["action_hours", "hour"],
    ["action_days", "day"],
  ])
    await api.database.query.$executeRawUnsafe(
      `insert into usage.${table} (namespace, ${column}, kind, workflow_type, task_queue, count)
       values ('${name}.${owner.accountId}', date_trunc('${column}', '${at}'::timestamptz, 'UTC'), '${of.kind}', 'order, "x"', 'q', ${of.count})`,
    );
}

async function fileAt(path: string, role = "finance_admin") {
  const { status, body, headers } = await call(api, "GET", path, { as: keys.get(role) ?? "" });
  expect(status, JSON.stringify(body)).toBe(200);
  return { ...parseCsv(String(body["text"])), headers };
}

describe("who sees usage, and who sees money", () => {
  test.each([
    ["owner", 200, 200],
    ["finance_admin", 200, 200],
    ["admin", 200, 403],
    ["developer", 403, 403],
    ["read", 403, 403],
    ["metrics_read", 403, 403],
  ])(
    "the key of a person whose role is %s gets %i for usage and %i for costs",
    async (role, usage, costs) => {
      const as = keys.get(role) ?? "";
      for (const path of [USAGE, `${USAGE}.csv`, "/cloud/usage"])
        expect((await call(api, "GET", path, { as })).status, path).toBe(usage);
      expect((await call(api, "GET", FOCUS, { as })).status).toBe(costs);
      expect((await call(api, "GET", "/api/v1/invoices", { as })).status).toBe(costs);
    },
  );

  test("T1: another account sees its own, which is nothing", async () => {
    const path = `${USAGE}?month=${MONTH}`;
    expect((await call(api, "GET", path, { as: stranger })).body["totalActions"] ?? 0).toBe(0);
    const named = await call(api, "GET", `${path}&namespace=shop.${owner.accountId}`, { as: stranger });
    expect(named.status).toBe(404);
    const file = await call(api, "GET", `${FOCUS}?month=${MONTH}`, { as: stranger });
    expect(parseCsv(String(file.body["text"])).rows).toEqual([]);
  });
});

describe("a report over REST", () => {
  test("by project and tag has every action once", async () => {
    const { columns, rows } = await fileAt(`${USAGE}.csv?month=${MONTH}&group_by=project&group_by=tag:team`);
    expect(columns.slice(0, 3)).toEqual(["project", "tag:team", "actions"]);
    expect(rows.map((row) => [row["project"] !== "", row["tag:team"], row["actions"]])).toEqual([
      [false, "", "1"],
      [true, "cart", "1234584"],
      [true, "money", "333"],
    ]);
  });

  test("as JSON it is an array, and says what it is called", async () => {
    const as = keys.get("finance_admin") ?? "";
    const path = `${USAGE}.csv?month=${MONTH}&group_by=namespace,tag&format=json`;
    const response = await fetch(api.url + path, { headers: { authorization: `Bearer ${as}` } });
    expect(response.headers.get("content-type")).toContain("application/json");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="usage-2026-10-01.json"');
    const rows = (await response.json()) as Record<string, unknown>[];
    expect(rows).toHaveLength(3);
    expect(rows.find(({ namespace }) => namespace === `pay.${owner.accountId}`)).toEqual({
      namespace: `pay.${owner.accountId}`,
      tags: { team: "money" },
      ...{ actions: "333", active_byte_seconds: "0", retained_byte_seconds: "0" },
    });
  });

  test.each([
    [`${USAGE}?group_by=color`, "groupBy", /"color" is not known: group_by must be of: account/],
    [`${USAGE}.csv?group_by=hour&group_by=day`, "groupBy", /one of hour, day and month/],
    [`${USAGE}.csv?format=xml`, "format", /format must be of: csv, json/],
    [`${USAGE}?month=2026-1`, "month", /must look like 2026-11/],
    [
      `${USAGE}?start_time_inclusive=2026-10-02T00:00:00Z&end_time_exclusive=2026-10-01T00:00:00Z`,
      "startTimeInclusive",
      /before end_time_exclusive/,
    ],
    [`${FOCUS}?version=9.9`, "version", /version must be of: 1.2, 1.3/],
    [`${FOCUS}?month=2999-01`, "month", /must not be in the future/],
    [`${FOCUS}?group_by=tag:`, "groupBy", /is not known/],
  ])("refuses %s with the field and the rule", async (path, field, rule) => {
    const refused = await call(api, "GET", path, { as: owner });
    expect(refused.status).toBe(400);
    expect(refused.body["message"]).toMatch(rule);
    expect(refused.body["details"]).toMatchObject([{ fieldViolations: [{ field }] }]);
  });
});

describe("FOCUS", () => {
  test.each([
    ["", "1.2"],
    ["&group_by=namespace&group_by=tag", "1.2"],
    ["&group_by=kind,workflow_type,task_queue,hour", "1.2"],
    ["&group_by=month", "1.3"],
    ["&group_by=kind,day", "1.3"],
  ])("month=2026-10%s conforms to %s, and its costs are the same", async (more, version) => {
    const { columns, rows } = await fileAt(`${FOCUS}?month=${MONTH}&version=${version}${more}`);
    const added = ["HostProviderName", "ServiceProviderName"];
    expect(columns.filter((name) => added.includes(name))).toEqual(version === "1.3" ? added : []);
    const known = columns.filter((name) => !added.includes(name));
    expect(problemsOfFocus(known, rows)).toEqual([]);
    const cost = rows.reduce((sum, row) => sum + scaled(row["BilledCost"] ?? ""), 0n);
    // 1,234,918 actions at $25 a million, 0.9 GB-days active at $1, 1.43 GB-days retained at $0.025; each rounded down.
    expect(cost).toBe(scaled("30.872950") + scaled("0.900205") + scaled("0.035722"));
  });

  test("a charge names its namespace, project, region, tags and price", async () => {
    const { rows } = await fileAt(`${FOCUS}?month=${MONTH}&group_by=kind,workflow_type`);
    const namespace = `shop.${owner.accountId}`;
    expect(rows.find((row) => row["SkuMeter"] === "start_workflow")).toMatchObject({
      BillingAccountId: owner.accountId,
      BillingAccountName: "owner",
      BillingCurrency: "USD",
      BillingPeriodStart: "2026-10-01T00:00:00Z",
      ChargePeriodEnd: "2026-11-01T00:00:00Z",
      ChargeDescription: "Actions - Tier 1",
      ConsumedQuantity: "1234567",
      PricingQuantity: "1.234567",
      ListUnitPrice: "25",
      ListCost: "30.864175",
      ResourceId: namespace,
      ResourceName: "shop",
      RegionId: "aws-us-east-1",
      RegionName: "N. Virginia",
      SkuPriceId: "default@1/actions/tier-1",
      Tags: '{"team":"cart"}',
      x_WorkflowType: 'order, "x"',
    });
    expect(rows.find((row) => row["ResourceName"] === "gone")).toMatchObject({
      SubAccountId: "",
      Tags: "{}",
    });
  });

  test("with an invoice the costs sum to its total", async () => {
    await api.database.query.$executeRawUnsafe(
      `insert into billing.customers (account_id, email, name) values ('${owner.accountId}', 'a@b.c', 'owner')`,
    );
    await api.database.query.$executeRawUnsafe(
      `insert into billing.periods (account_id, period_start, period_end, state, usage_from)
       values ('${owner.accountId}', '2026-10-01Z', '2026-11-01Z', 'CLOSED', '2026-10-01Z')`,
    );
    await api.database.query.$executeRawUnsafe(
      `insert into billing.invoices (invoice_id, account_id, period_start, period_end, state, currency, price_book, total_micros, total_cents)
       values ('inv-1', '${owner.accountId}', '2026-10-01Z', '2026-11-01Z', 'OPEN', 'usd', 'default@1', 131808877, 13081)`,
    );
    await api.database.query.$executeRawUnsafe(
      `insert into billing.invoice_lines (invoice_id, line, namespace, meter, description, quantity, amount_micros, amount_cents, is_late)
       values ('inv-1', 0, '', 'plan_fee', 'Plan X', 0, 100000000, 10000, false), ('inv-1', 1, '', 'credit', 'Credit: Trial', 0, -1000000, -100, false)`,
    );
    const { columns, rows } = await fileAt(`${FOCUS}?month=${MONTH}`);
    expect(problemsOfFocus(columns, rows)).toEqual([]);
    expect(new Set(rows.map((row) => row["InvoiceId"]))).toEqual(new Set(["inv-1"]));
    const cost = rows.reduce((sum, row) => sum + scaled(row["BilledCost"] ?? ""), 0n);
    expect(cost).toBe(scaled("130.81"));
    expect(rows.slice(-3, -1)).toMatchObject([
      { ChargeCategory: "Purchase", ChargeFrequency: "Recurring", BilledCost: "100", ListUnitPrice: "100" },
      { ChargeCategory: "Credit", ChargeDescription: "Credit: Trial", BilledCost: "-1" },
    ]);
    expect(rows.at(-1)).toMatchObject({ ChargeCategory: "Adjustment", BilledCost: "0.001123" });
  });
});

describe("cellplane usage", () => {
  async function run(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
    const program = runProgram("cli/main", ["usage", "--address", api.url, ...args]);
    const code = await program.ended();
    return { code, out: program.stdout(), err: program.stderr() };
  }

  test("prints the month as FOCUS and writes it as JSON; without the role it says why not", async () => {
    const folder = mkdtempSync(join(tmpdir(), "cellplane-usage-"));
    try {
      const keyFile = (role: string): string => {
        const path = join(folder, role);
        writeFileSync(path, `${keys.get(role) ?? ""}\n`);
        return path;
      };
      const asked = ["--month", MONTH, "--group-by", "namespace,tag"];
      const finance = ["--api-key-file", keyFile("finance_admin")];
      const focus = await run(...asked, "--format", "focus", ...finance);
      expect([focus.code, focus.err]).toEqual([0, ""]);
      const { columns, rows } = parseCsv(focus.out);
      expect(problemsOfFocus(columns, rows)).toEqual([]);
      expect(rows.length).toBeGreaterThan(3);

      const output = join(folder, "usage.json");
      expect((await run(...asked, "--format", "json", "--output", output, ...finance)).code).toBe(0);
      expect(JSON.parse(readFileSync(output, "utf8"))).toHaveLength(3);

      const denied = await run("--format", "focus", "--api-key-file", keyFile("metrics_read"));
      expect(denied.code).toBe(1);
      expect(denied.err).toContain("does not allow cloud.cost.get");
      const wrong = await run("--group-by", "color", ...finance);
      expect([wrong.code, wrong.out]).toEqual([1, ""]);
      expect(wrong.err).toContain("group_by must be of:");
      expect((await run("--format", "xml", ...finance)).code).toBe(2);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
