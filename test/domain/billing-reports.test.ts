// Billing reports and GetUsage: what may be asked for, what is in the file, how its link ends, and how usage is paged.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addCustomer, openBillingDatabase } from "#billing/customers";
import { DEFAULT_PRICE_BOOK } from "#billing/prices";
import { addTerms } from "#billing/terms";
import { rateUsage } from "#billing/rating";
import {
  createBillingReport,
  generateReports,
  getBillingReport,
  readReportFile,
  type DrawUpReport,
} from "#domain/billing-reports";
import type { Actor } from "#domain/context";
import { timestampOfMs, type temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Pool } from "#shared/postgres";
import { getUsage, openUsageDatabase } from "#usage/reports";
import { reportDrawer } from "../../services/workflows/jobs/index.ts";
import { createDomainWorld, createOwner, type DomainWorld } from "./domain-world.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let world: DomainWorld;
let usage: Pool;
let billing: Pool;
let owner: Actor;
let drawUp: DrawUpReport;

beforeAll(async () => {
  world = await createDomainWorld("billing_reports");
  usage = await openUsageDatabase(world.databaseUrl);
  billing = await openBillingDatabase(world.databaseUrl);
  drawUp = reportDrawer({ ...world, usage, billing, book: DEFAULT_PRICE_BOOK });
});
afterAll(async () => {
  await usage.end();
  await billing.end();
  await world.close();
});

let people = 0;
beforeEach(async () => {
  people += 1;
  owner = await createOwner(world, `owner-${people}@example.com`);
});

/** Midnight on the first day of the month `months` from now. */
function month(months: number): number {
  const now = new Date(world.clock.now());
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1);
}

type Spec = temporal.api.cloud.billing.v1.IBillingReportSpec;
const specOf = (from: number, to: number, more: Spec = {}): Spec => ({
  startTimeInclusive: timestampOfMs(from),
  endTimeExclusive: timestampOfMs(to),
  ...more,
});
const create = (spec: Spec) => createBillingReport(world.context(owner), { spec });
const generate = (draw = drawUp) => generateReports({ ...world, log: world.context().log, drawUp: draw });

async function addActions(namespace: string, hourMs: number, count: number): Promise<void> {
  for (const [table, column, at] of [
    ["action_hours", "hour", hourMs],
    ["action_days", "day", hourMs - (hourMs % DAY_MS)],
  ])
    await usage.query(
      `insert into ${String(table)} (namespace, ${String(column)}, kind, workflow_type, task_queue, count)
       values ($1, to_timestamp($2::float8 / 1000), 'start_workflow', 'w', 'q', $3)
       on conflict (namespace, ${String(column)}, kind, workflow_type, task_queue) do update set count = ${String(table)}.count + $3`,
      [namespace, at, count],
    );
}

async function addStorage(namespace: string, hourMs: number, byteMs: bigint): Promise<void> {
  await usage.query(
    `insert into storage_hours (namespace, hour, storage_class, source, byte_milliseconds)
     values ($1, to_timestamp($2::float8 / 1000), 'active', 's', $3)`,
    [namespace, hourMs, String(byteMs)],
  );
}

async function fileOf(reportId: string): Promise<Record<string, string>[]> {
  const report = await getBillingReport(world.context(owner), reportId);
  const token = new URL(report.downloadInfo?.[0]?.url ?? "").searchParams.get("token") ?? "";
  const { bytes } = await readReportFile({ ...world, envelope: world.context().envelope }, token);
  const [head = "", ...lines] = Buffer.from(bytes).toString("utf8").trim().split("\n");
  const columns = head.split(",");
  return lines.map((line) =>
    Object.fromEntries(line.split(",").map((cell, at) => [columns[at] ?? "", cell])),
  );
}

describe("a billing report", () => {
  it("is in progress until its file is there, and its operation with it", async () => {
    const { reportId, operation } = await create(
      specOf(month(-1), month(0), { description: "for the board" }),
    );
    expect(operation.state).toBe("PENDING");
    expect(await getBillingReport(world.context(owner), reportId)).toMatchObject({
      state: 1,
      downloadInfo: [],
      spec: { description: "for the board", granularity: 1 },
      asyncOperationId: operation.id,
    });
    expect(await generate()).toBe(1);
    const report = await getBillingReport(world.context(owner), reportId);
    expect(report).toMatchObject({ state: 2, downloadInfo: [{ fileFormat: 1 }] });
    expect(report.generatedTime).toBeDefined();
    const key = { accountId_id: { accountId: owner.accountId, id: operation.id } };
    expect(await world.database.query.asyncOperation.findUnique({ where: key })).toMatchObject({
      state: "FULFILLED",
    });
    expect(await generate()).toBe(0);
  });

  it("has the hours, days or months of its account, whose costs sum to the rated month", async () => {
    const namespace = `shop.${owner.accountId}`;
    const start = month(-1);
    await addActions(namespace, start + 3 * HOUR_MS, 1_000_000);
    await addActions(namespace, start + 4 * HOUR_MS, 333_333);
    await addActions(namespace, start + 30 * HOUR_MS, 7);
    await addStorage(namespace, start + 5 * HOUR_MS, 123_456_789_012_345n);
    await addActions(`shop.other${people}`, start, 5);
    const ids: Record<string, string> = {};
    for (const [name, granularity] of [
      ["HOURLY", 1],
      ["DAILY", 2],
      ["MONTHLY", 3],
    ] as const)
      ids[name] = (await create(specOf(start, month(0), { granularity }))).reportId;
    expect(await generate()).toBe(3);
    const [hourly, daily, monthly] = await Promise.all(
      ["HOURLY", "DAILY", "MONTHLY"].map((name) => fileOf(ids[name] ?? "")),
    );
    expect(hourly?.map((row) => [row["ChargePeriodStart"], row["SKUMeter"], row["PricingQuantity"]])).toEqual(
      [
        [new Date(start + 3 * HOUR_MS).toISOString(), "actions", "1.000000000"],
        [new Date(start + 4 * HOUR_MS).toISOString(), "actions", "0.333333000"],
        [new Date(start + 5 * HOUR_MS).toISOString(), "active_storage", "0.001428898"],
        [new Date(start + 30 * HOUR_MS).toISOString(), "actions", "0.000007000"],
      ],
    );
    expect(daily).toHaveLength(3);
    expect(monthly).toHaveLength(2);
    const whole = rateUsage(DEFAULT_PRICE_BOOK, [
      { meter: "actions", quantity: 1_333_340n },
      { meter: "active_storage", quantity: 123_456_789_012_345n },
    ]).reduce((sum, micros) => sum + micros, 0n);
    for (const rows of [hourly, daily, monthly]) {
      const cents = (rows ?? []).reduce((sum, row) => sum + Number(row["ContractedCost"]), 0);
      expect(Math.round(cents * 10_000)).toBe(Number(whole));
      expect(new Set(rows?.map((row) => row["ResourceID"]))).toEqual(new Set([namespace]));
    }
  });

  it("is rated by the account's own price book, of each month by what was in force then", async () => {
    const namespace = `shop.${owner.accountId}`;
    await addActions(namespace, month(-2), 1_000_000);
    await addActions(namespace, month(-1), 12_250_000);
    await addCustomer(billing, { accountId: owner.accountId, email: "", name: "" });
    await addTerms(billing, {
      ...{ accountId: owner.accountId, priceBook: "public-essentials@1", discountBasisPoints: 0 },
      validFromMs: month(-1),
    });
    const { reportId } = await create(specOf(month(-2), month(0), { granularity: 3 }));
    await generate();

    const rows = await fileOf(reportId);
    // The plan includes a million; the next 11.25 million are the published example.
    expect(rows.map((row) => [row["ChargePeriodStart"], row["ContractedCost"], row["SKUID"]])).toEqual([
      [new Date(month(-2)).toISOString(), expect.stringMatching(/^2500(\.0+)?$/), "default-actions"],
      [
        new Date(month(-1)).toISOString(),
        expect.stringMatching(/^52500(\.0+)?$/),
        "public-essentials-actions",
      ],
    ]);
  });

  it("T3: of another account is as unknown as one that never was", async () => {
    const { reportId } = await create(specOf(month(-1), month(0)));
    const stranger = await createOwner(world, `stranger-${people}@example.com`);
    await expect(getBillingReport(world.context(stranger), reportId)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(getBillingReport(world.context(owner), "nope")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await generate();
  });

  it("has a link that ends when it was told to, and that nobody can make or change", async () => {
    const { reportId } = await create(
      specOf(month(-1), month(0), { downloadUrlExpirationDuration: { seconds: 60 as never } }),
    );
    await generate();
    const { url } = (await getBillingReport(world.context(owner), reportId)).downloadInfo?.[0] ?? {};
    expect(url).toMatch(/^https:\/\/cloud\.test\/downloads\/billing-report\?token=/);
    const token = new URL(url ?? "").searchParams.get("token") ?? "";
    const read = (text: string) => readReportFile({ ...world, envelope: world.context().envelope }, text);
    expect((await read(token)).name).toMatch(/^billing-report-\d{4}-\d\d-01-\d{4}-\d\d-01\.csv$/);
    const changed = token.slice(0, -2) + (token.endsWith("AA") ? "BB" : "AA");
    for (const bad of ["", "x", "v1.00000000.AAAA", changed])
      await expect(read(bad), bad).rejects.toMatchObject({ code: "PERMISSION_DENIED" });
    world.advance(61_000);
    await expect(read(token)).rejects.toMatchObject({ code: "PERMISSION_DENIED" });
  });

  it("fails with its operation when it cannot be made: at once when it is too large, else after five tries", async () => {
    const tooLarge = await create(specOf(month(-1), month(0)));
    await generate(() => Promise.reject(new CloudError("OUT_OF_RANGE", "too large")));
    expect(await getBillingReport(world.context(owner), tooLarge.reportId)).toMatchObject({ state: 3 });
    const unlucky = await create(specOf(month(-1), month(0)));
    let tries = 0;
    for (let round = 0; round < 8; round += 1) {
      await generate(() => Promise.reject(new Error(`away ${(tries += 1)}`)));
      world.advance(10 * 60_000);
    }
    expect(tries).toBe(5);
    const operations = await world.database.query.asyncOperation.findMany({
      where: { accountId: owner.accountId, operationType: "CreateBillingReport" },
      orderBy: { startedAt: "asc" },
    });
    expect(operations.map(({ state, failureReason }) => [state, failureReason])).toEqual([
      ["FAILED", "too large"],
      ["FAILED", "The report could not be made. Ask for it again later."],
    ]);
    expect(await getBillingReport(world.context(owner), unlucky.reportId)).toMatchObject({
      state: 3,
      downloadInfo: [],
    });
  });

  it("is taken over from a process that died, and not before", async () => {
    await create(specOf(month(-1), month(0)));
    void generate(() => new Promise(() => undefined));
    const leased = () =>
      world.database.query.billingReport.count({ where: { attempts: 1, state: "IN_PROGRESS" } });
    await expect.poll(leased, { timeout: 30_000 }).toBe(1);
    expect(await generate()).toBe(0);
    world.advance(6 * 60_000);
    expect(await generate()).toBe(1);
  });

  it.each<[string, () => Spec | undefined, string]>([
    ["no spec", () => undefined, "spec"],
    ["no start", () => ({ endTimeExclusive: timestampOfMs(month(0)) }), "spec.startTimeInclusive"],
    [
      "a start in the middle of a month",
      () => specOf(month(-1) + DAY_MS, month(0)),
      "spec.startTimeInclusive",
    ],
    ["an end before its start", () => specOf(month(0), month(-1)), "spec.startTimeInclusive"],
    ["an end in the future", () => specOf(month(0), month(2)), "spec.endTimeExclusive"],
    ["hours of two months ago", () => specOf(month(-2), month(0)), "spec.startTimeInclusive"],
    [
      "days of three months ago",
      () => specOf(month(-3), month(0), { granularity: 2 }),
      "spec.startTimeInclusive",
    ],
    ["a year and more", () => specOf(month(-12), month(0), { granularity: 3 }), "spec.startTimeInclusive"],
    [
      "an unknown granularity",
      () => specOf(month(-1), month(0), { granularity: 9 as never }),
      "spec.granularity",
    ],
    [
      "a link for two hours",
      () => specOf(month(-1), month(0), { downloadUrlExpirationDuration: { seconds: 7200 as never } }),
      "spec.downloadUrlExpirationDuration",
    ],
    [
      "a description of 256 characters",
      () => specOf(month(-1), month(0), { description: "x".repeat(256) }),
      "spec.description",
    ],
  ])("is refused with %s, by the field", async (_, spec, field) => {
    const given = spec();
    await expect(
      createBillingReport(world.context(owner), given === undefined ? {} : { spec: given }),
    ).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
      field,
    });
  });
});

describe("GetUsage", () => {
  const ask = (request: temporal.api.cloud.cloudservice.v1.IGetUsageRequest) =>
    getUsage(
      {
        usage,
        accountId: owner.accountId,
        now: world.clock.now(),
        signal: new AbortController().signal,
        facts: () => Promise.resolve([]),
      },
      request,
    );
  const midnight = (days: number): number => (Math.floor(world.clock.now() / DAY_MS) + days) * DAY_MS;

  it("has one object for each day and namespace, over pages that cut days, and says which days go on", async () => {
    const { accountId } = owner;
    for (const [namespace, day] of [
      ["a", -2],
      ["b", -2],
      ["a", -1],
      ["b", 0],
    ] as const)
      await addActions(`${namespace}.${accountId}`, midnight(day) + HOUR_MS, 10);
    await usage.query(
      "insert into sources (source, complete_until) values ('s', to_timestamp($1::float8 / 1000)) on conflict (source) do update set complete_until = excluded.complete_until",
      [midnight(0) + HOUR_MS],
    );
    const range = {
      startTimeInclusive: timestampOfMs(midnight(-3)),
      endTimeExclusive: timestampOfMs(midnight(1)),
    };
    const seen: [number, string, boolean][] = [];
    let pageToken = "";
    do {
      const page = await ask({ ...range, pageSize: 1, pageToken });
      for (const summary of page.summaries ?? [])
        for (const group of summary.recordGroups ?? [])
          seen.push([
            Number(summary.startTime?.seconds) * 1000,
            group.groupBys?.[0]?.value ?? "",
            summary.incomplete === true,
          ]);
      pageToken = page.nextPageToken ?? "";
    } while (pageToken !== "");
    expect(seen).toEqual([
      [midnight(-2), `a.${accountId}`, false],
      [midnight(-2), `b.${accountId}`, false],
      [midnight(-1), `a.${accountId}`, false],
      [midnight(0), `b.${accountId}`, true],
    ]);
    await usage.query("delete from sources");
  });

  it.each<[string, () => temporal.api.cloud.cloudservice.v1.IGetUsageRequest, string]>([
    [
      "a start that is not midnight",
      () => ({ startTimeInclusive: timestampOfMs(midnight(-1) + 1) }),
      "startTimeInclusive",
    ],
    [
      "an end that is not midnight",
      () => ({ endTimeExclusive: timestampOfMs(midnight(1) + HOUR_MS) }),
      "endTimeExclusive",
    ],
    [
      "a start 91 days ago",
      () => ({ startTimeInclusive: timestampOfMs(midnight(-91)) }),
      "startTimeInclusive",
    ],
    [
      "a start after its end",
      () => ({
        startTimeInclusive: timestampOfMs(midnight(1)),
        endTimeExclusive: timestampOfMs(midnight(0)),
      }),
      "startTimeInclusive",
    ],
    ["a token of another list", () => ({ pageToken: "YWZ0ZXI6eA" }), "pageToken"],
  ])("refuses %s", async (_, request, field) => {
    await expect(ask(request())).rejects.toMatchObject({ code: "INVALID_ARGUMENT", field });
  });

  it("says which of the two bounds is not midnight", async () => {
    await expect(ask({ startTimeInclusive: timestampOfMs(midnight(-1) + 1) })).rejects.toThrow(
      "start_time_inclusive must be midnight in UTC.",
    );
    await expect(ask({ endTimeExclusive: timestampOfMs(midnight(1) + HOUR_MS) })).rejects.toThrow(
      "end_time_exclusive must be midnight in UTC.",
    );
  });

  it("takes 90 days back, and by default the month until the end of today", async () => {
    expect((await ask({ startTimeInclusive: timestampOfMs(midnight(-90)) })).summaries).toEqual([]);
    await addActions(`a.${owner.accountId}`, midnight(0), 3);
    expect((await ask({})).summaries).toHaveLength(1);
  });
});
