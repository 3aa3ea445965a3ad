// Visibility on a real PostgreSQL: what is written is listed, filtered, counted and paged, for its own namespace only.
import { Buffer } from "node:buffer";
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codecOf, type temporal } from "#contracts";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { createPool, inTransaction, type Pool } from "#shared/postgres";
import {
  closedFilter,
  countExecutions,
  deleteNamespaceVisibility,
  deleteVisibility,
  listExecutions,
  openFilter,
  upsertVisibility,
  type AttributeType,
  type VisibilityRecord,
} from "../../../services/cell/visibility/index.ts";

const MIGRATION = new URL(
  "../../../services/cell/store/migrations/0002_visibility/migration.sql",
  import.meta.url,
);
const T0 = Date.parse("2026-01-01T00:00:00Z");
const RUNNING = 1;
const COMPLETED = 2;
const FAILED = 3;

const definitions = new Map<string, AttributeType>([
  ["Customer", "Keyword"],
  ["Tags", "KeywordList"],
  ["Notes", "Text"],
  ["Amount", "Int"],
  ["Ratio", "Double"],
  ["Paid", "Bool"],
  ["Due", "Datetime"],
]);

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await createTestDatabase("visibility");
  pool = createPool(database.url, { connectionsMax: 2, statementTimeoutMs: 10_000, applicationName: "test" });
  await pool.query(await readFile(MIGRATION, "utf8"));
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

const payloadCodec = codecOf<temporal.api.common.v1.IPayload>("temporal.api.common.v1.Payload");

function payload(value: unknown, type = ""): Uint8Array {
  return payloadCodec.encode({
    metadata: { encoding: Buffer.from("json/plain"), ...(type === "" ? {} : { type: Buffer.from(type) }) },
    data: Buffer.from(JSON.stringify(value)),
  });
}

function attributes(values: Record<string, unknown>): Record<string, Uint8Array> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, payload(value, definitions.get(name))]),
  );
}

function record(namespaceId: string, fields: Partial<VisibilityRecord>): VisibilityRecord {
  const runId = fields.runId ?? randomUUID();
  return {
    namespaceId,
    workflowId: "w",
    runId,
    workflowType: "T",
    taskQueue: "q",
    status: RUNNING,
    startedAt: T0,
    executionAt: fields.startedAt ?? T0,
    closedAt: undefined,
    historyLength: 3,
    historySizeBytes: 500,
    stateTransitionCount: 1,
    parentWorkflowId: "",
    parentRunId: "",
    rootWorkflowId: fields.workflowId ?? "w",
    rootRunId: runId,
    memo: {},
    searchAttributes: {},
    ...fields,
  };
}

async function write(...records: VisibilityRecord[]): Promise<void> {
  await inTransaction(pool, (client) => upsertVisibility(client, records));
}

async function idsOf(namespaceId: string, query: string): Promise<string[]> {
  const page = await listExecutions(pool, { namespaceId, definitions, query, pageSize: 0 });
  return page.executions.map((info) => info.execution?.workflowId ?? "");
}

describe("a listed execution", () => {
  it("tells what was written, with memo and search attributes", async () => {
    const namespaceId = randomUUID();
    const parentRunId = randomUUID();
    const written = record(namespaceId, {
      workflowId: "all",
      status: FAILED,
      closedAt: T0 + 1500,
      executionAt: T0 + 500,
      parentWorkflowId: "parent",
      parentRunId,
      rootWorkflowId: "root",
      rootRunId: parentRunId,
      memo: { note: payload("hello") },
      searchAttributes: attributes({
        Customer: "acme",
        Amount: 7,
        Tags: ["a", "b"],
        Due: "2026-01-02T03:04:05Z",
      }),
    });
    await write(written);

    const { executions } = await listExecutions(pool, { namespaceId, definitions, query: "", pageSize: 10 });

    const [info] = executions;
    expect(info).toMatchObject({
      execution: { workflowId: "all", runId: written.runId },
      type: { name: "T" },
      taskQueue: "q",
      status: FAILED,
      parentExecution: { workflowId: "parent", runId: parentRunId },
      rootExecution: { workflowId: "root", runId: parentRunId },
      executionDuration: { nanos: 0 },
    });
    expect(Number(info?.executionDuration?.seconds)).toBe(1);
    expect(Number(info?.historyLength)).toBe(3);
    expect(Buffer.from(info?.memo?.fields?.["note"]?.data ?? []).toString()).toBe('"hello"');
    const shown = Object.fromEntries(
      Object.entries(info?.searchAttributes?.indexedFields ?? {}).map(([name, value]) => [
        name,
        Buffer.from(value.data ?? []).toString(),
      ]),
    );
    expect(shown).toEqual({
      Customer: '"acme"',
      Amount: "7",
      Tags: '["a","b"]',
      Due: '"2026-01-02T03:04:05Z"',
    });
  });

  it("is what the newest transition made it, also when an older one comes late or twice", async () => {
    const namespaceId = randomUUID();
    const open = record(namespaceId, {});
    const closed = { ...open, status: COMPLETED, closedAt: T0 + 1, stateTransitionCount: 5 };
    await write(open, closed);
    await write(open);

    expect(await idsOf(namespaceId, "ExecutionStatus = 'Completed'")).toEqual(["w"]);
    expect(await idsOf(namespaceId, "")).toHaveLength(1);
  });

  it("T6: belongs to its namespace", async () => {
    const mine = randomUUID();
    await write(record(mine, { workflowId: "mine" }), record(randomUUID(), { workflowId: "other" }));
    expect(await idsOf(mine, "WorkflowId is not null or RunId is not null")).toEqual(["mine"]);
  });

  it("is gone after its deletion, alone or with its namespace", async () => {
    const namespaceId = randomUUID();
    const first = record(namespaceId, { workflowId: "first" });
    await write(
      first,
      record(namespaceId, { workflowId: "second" }),
      record(namespaceId, { workflowId: "third" }),
    );
    await deleteVisibility(pool, [first]);
    expect(await idsOf(namespaceId, "")).toHaveLength(2);
    expect(await deleteNamespaceVisibility(pool, namespaceId, 10)).toBe(2);
    expect(await idsOf(namespaceId, "")).toEqual([]);
  });
});

describe("a filter", () => {
  const namespaceId = randomUUID();
  const closedRun = randomUUID();

  beforeAll(async () => {
    await write(
      record(namespaceId, {
        workflowId: "open-1",
        startedAt: T0 + 3000,
        searchAttributes: attributes({
          Customer: "acme",
          Amount: 5,
          Paid: true,
          Tags: ["x", "y"],
          Ratio: 0.5,
        }),
      }),
      record(namespaceId, {
        workflowId: "open_2",
        startedAt: T0 + 2000,
        workflowType: "Other",
        parentWorkflowId: "open-1",
        parentRunId: closedRun,
        searchAttributes: attributes({
          Customer: "bolt",
          Notes: "The quick brown Fox",
          Due: "2026-03-01T00:00:00Z",
        }),
      }),
      record(namespaceId, {
        workflowId: "closed-1",
        runId: closedRun,
        status: COMPLETED,
        closedAt: T0 + 61_000,
        historyLength: 11,
        searchAttributes: attributes({ Amount: 50, Paid: false, Tags: ["y", "z"], Ratio: 1.5 }),
      }),
      record(namespaceId, { workflowId: "closed%2", status: FAILED, closedAt: T0 + 2000, taskQueue: "slow" }),
      record(namespaceId, {
        workflowId: "hidden",
        searchAttributes: { TemporalNamespaceDivision: payload("d") },
      }),
    );
  });

  it.each<[string, string[]]>([
    ["", ["open-1", "open_2", "closed-1", "closed%2"]],
    ["TemporalNamespaceDivision = 'd'", ["hidden"]],
    ["ExecutionStatus = 'Running'", ["open-1", "open_2"]],
    ["ExecutionStatus = 1", ["open-1", "open_2"]],
    ["ExecutionStatus != 'Running'", ["closed-1", "closed%2"]],
    ["ExecutionStatus IN ('Completed', 'Failed')", ["closed-1", "closed%2"]],
    ["ExecutionStatus NOT IN ('Running', 'Failed')", ["closed-1"]],
    ["WorkflowId = 'open_2'", ["open_2"]],
    ["WorkflowId STARTS_WITH 'closed%'", ["closed%2"]],
    ["WorkflowId NOT STARTS_WITH 'open'", ["closed-1", "closed%2"]],
    ["WorkflowId BETWEEN 'open-' AND 'open-9'", ["open-1"]],
    [`RunId = '${closedRun}'`, ["closed-1"]],
    ["RunId = 'not a uuid'", []],
    [`RunId != '${closedRun}' and CloseTime is not null`, ["closed%2"]],
    [`ParentRunId = '${closedRun}'`, ["open_2"]],
    ["ParentWorkflowId is null", ["open-1", "closed-1", "closed%2"]],
    ["RootWorkflowId = 'open-1'", ["open-1"]],
    ["WorkflowType = 'Other' or TaskQueue = 'slow'", ["open_2", "closed%2"]],
    ["StartTime > '2026-01-01T00:00:00Z'", ["open-1", "open_2"]],
    ["StartTime between '2026-01-01T00:00:02Z' and '2026-01-01T00:00:02.5Z'", ["open_2"]],
    ["CloseTime >= '2026-01-01T00:00:02Z'", ["closed-1", "closed%2"]],
    ["not CloseTime > '2026-01-01T00:00:02Z'", ["closed%2"]],
    ["CloseTime is null", ["open-1", "open_2"]],
    ["ExecutionDuration > '1m'", ["closed-1"]],
    ["HistoryLength > 0", ["closed-1", "closed%2"]],
    ["HistorySizeBytes <= 500 and StateTransitionCount = 1", ["closed-1", "closed%2"]],
    ["Customer = 'acme'", ["open-1"]],
    ["Customer != 'acme'", ["open_2"]],
    ["not Customer = 'acme'", ["open_2"]],
    ["not (Customer = 'acme' or Amount > 10)", []],
    ["Customer in ('acme', 'bolt')", ["open-1", "open_2"]],
    ["Customer not in ('acme')", ["open_2"]],
    ["Customer >= 'b'", ["open_2"]],
    ["Customer STARTS_WITH 'ac'", ["open-1"]],
    ["Customer is null", ["closed-1", "closed%2"]],
    ["Tags = 'y'", ["open-1", "closed-1"]],
    ["Tags != 'x'", ["closed-1"]],
    ["Tags in ('x', 'z')", ["open-1", "closed-1"]],
    ["Tags not in ('x')", ["closed-1"]],
    ["Amount > 5", ["closed-1"]],
    ["Amount between 5 and 50", ["open-1", "closed-1"]],
    ["Amount = 5", ["open-1"]],
    ["Ratio < 1", ["open-1"]],
    ["Ratio = 1.5", ["closed-1"]],
    ["Paid = true", ["open-1"]],
    ["Paid != true", ["closed-1"]],
    ["Notes = 'fox'", ["open_2"]],
    ["Notes = 'nothing brown'", ["open_2"]],
    ["Notes != 'cat'", ["open_2"]],
    ["Due > '2026-02-01T00:00:00+02:00'", ["open_2"]],
    ["Due = '2026-03-01T01:00:00+01:00'", ["open_2"]],
    ["ChangeVersion is null and Customer is not null", ["open-1", "open_2"]],
  ])("%s", async (query, expected) => {
    expect(await idsOf(namespaceId, query)).toEqual(expected);
  });

  it("counts what it lists, in all and by status in the order of the names", async () => {
    const count = (query: string) => countExecutions(pool, { namespaceId, definitions, query });
    expect((await count("CloseTime is null")).count).toBe(2);
    const { count: total, groups } = await count("GROUP BY ExecutionStatus");
    expect(total).toBe(4);
    const byStatus = groups.map((group) => [
      Buffer.from(group.groupValues[0]?.data ?? []).toString(),
      group.count,
    ]);
    expect(byStatus).toEqual([
      ['"Completed"', 1],
      ['"Failed"', 1],
      ['"Running"', 2],
    ]);
  });

  it("serves the older list requests too", async () => {
    const ids = async (query: ReturnType<typeof openFilter>) => {
      const page = await listExecutions(pool, { namespaceId, definitions, query, pageSize: 0 });
      return page.executions.map((info) => info.execution?.workflowId);
    };
    expect(await ids(openFilter({ typeFilter: { name: "Other" } }))).toEqual(["open_2"]);
    expect(await ids(closedFilter({ statusFilter: { status: FAILED } }))).toEqual(["closed%2"]);
    expect(await ids(closedFilter({ executionFilter: { workflowId: "closed-1" } }))).toEqual(["closed-1"]);
  });
});

describe("pages", () => {
  it("show every execution once, although others start, close and go meanwhile", async () => {
    const namespaceId = randomUUID();
    const records = Array.from({ length: 25 }, (_, index) =>
      record(namespaceId, {
        workflowId: `w${index}`,
        startedAt: T0 + Math.floor(index / 5),
        ...(index % 2 === 0 ? { status: COMPLETED, closedAt: T0 + 100 + Math.floor(index / 6) } : {}),
      }),
    );
    await write(...records);
    const seen: string[] = [];
    let pageToken: Uint8Array | undefined;
    for (let page = 0; page < 10; page += 1) {
      const answer = await listExecutions(pool, {
        namespaceId,
        definitions,
        query: "",
        pageSize: 7,
        pageToken,
      });
      seen.push(...answer.executions.map((info) => info.execution?.workflowId ?? ""));
      pageToken = answer.nextPageToken;
      if (pageToken.length === 0) break;
      await write(record(namespaceId, { workflowId: `late${page}`, startedAt: T0 + 1000 + page }));
    }
    expect(seen).toHaveLength(25);
    expect(new Set(seen)).toEqual(new Set(records.map((written) => written.workflowId)));
  });

  it("end at the last full page and refuse a token of someone else's making", async () => {
    const namespaceId = randomUUID();
    await write(record(namespaceId, { workflowId: "a" }), record(namespaceId, { workflowId: "b" }));
    const request = { namespaceId, definitions, query: "", pageSize: 2 };
    expect((await listExecutions(pool, request)).nextPageToken).toHaveLength(0);
    await expect(listExecutions(pool, { ...request, pageToken: Buffer.from("{}") })).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
    });
    await expect(
      listExecutions(pool, { ...request, pageToken: Buffer.concat([Buffer.of(1), Buffer.alloc(32, 0x7e)]) }),
    ).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
    });
  });

  it("are read in the order of the index, without a sort", async () => {
    const plan = await pool.query<{ "QUERY PLAN": string }>(
      `explain select run_id from visibility where namespace_id = $1 and status = 1 and close_time = 'infinity'
       and (close_time, start_time, run_id) < ('infinity', now(), $1)
       order by close_time desc, start_time desc, run_id desc limit 10`,
      [randomUUID()],
    );
    expect(plan.rows.map((row) => row["QUERY PLAN"]).join("\n")).not.toContain("Sort");
  });
});
