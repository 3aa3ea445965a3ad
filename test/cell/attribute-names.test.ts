// Search attributes that are renamed keep their values, and those that are deleted are forgotten: in lists, in filters,
// in descriptions and in the rows.
import { describe, expect, it } from "vitest";
import type { temporal } from "#contracts";
import { eventually } from "#harness/eventually";
import type { CellClient } from "./cell-client.ts";
import { cellWorld } from "./world.ts";

const CONTROL = { service: "cellplane.cell.v1.CellControlService" };
const NAME = "shop";
const NAMESPACE_ID = "00000000-0000-4000-8000-000000000007";
const KEYS = `select coalesce(array_agg(distinct key), '{}') as keys from (
  select jsonb_object_keys(search_attributes) as key from visibility where search_attributes is not null) held`;

type Fields = Record<string, temporal.api.common.v1.IPayload>;
type Listed = {
  executions: { execution: { workflowId: string }; searchAttributes: { indexedFields: Fields } }[];
};

const world = cellWorld("cell_attribute_names");

function payload(value: unknown, type: string): temporal.api.common.v1.IPayload {
  const metadata = { encoding: Buffer.from("json/plain"), type: Buffer.from(type) };
  return { metadata, data: Buffer.from(JSON.stringify(value)) };
}

let generation = 0;
function apply(
  client: CellClient,
  searchAttributes: Record<string, string>,
  formerAttributeNames: Record<string, string> = {},
): Promise<unknown> {
  generation += 1;
  const namespace = { name: NAME, namespaceId: NAMESPACE_ID, retentionDays: 3, generation };
  return client.call(
    "ApplyNamespace",
    { namespace: { ...namespace, searchAttributes, formerAttributeNames } },
    CONTROL,
  );
}

const start = (client: CellClient, workflowId: string, indexedFields: Fields): Promise<unknown> =>
  client.start(workflowId, { namespace: NAME, searchAttributes: { indexedFields } });

async function list(client: CellClient, query: string): Promise<Record<string, Record<string, string>>> {
  const answer = await client.call<object, Listed>("ListWorkflowExecutions", { namespace: NAME, query });
  return Object.fromEntries(
    answer.executions.map(({ execution, searchAttributes }) => [
      execution.workflowId,
      textsOf(searchAttributes.indexedFields),
    ]),
  );
}

async function describeOf(client: CellClient, workflowId: string): Promise<Record<string, string>> {
  const answer = await client.call<
    object,
    { workflowExecutionInfo: { searchAttributes: { indexedFields: Fields } } }
  >("DescribeWorkflowExecution", { namespace: NAME, execution: { workflowId } });
  return textsOf(answer.workflowExecutionInfo.searchAttributes.indexedFields);
}

function textsOf(fields: Fields): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, { data }]) => [name, Buffer.from(data ?? []).toString("utf8")]),
  );
}

const terminate = (client: CellClient, workflowId: string): Promise<unknown> =>
  client.call("TerminateWorkflowExecution", { namespace: NAME, workflowExecution: { workflowId } });

describe("a renamed search attribute", () => {
  it("shows and finds its old values under its new name, of open and of closed executions, also renamed twice", async () => {
    const { client } = await world.start();
    await apply(client, { Old: "Keyword", Count: "Int" });
    await start(client, "open", { Old: payload("a", "Keyword"), Count: payload(1, "Int") });
    await start(client, "closed", { Old: payload("b", "Keyword"), Count: payload(2, "Int") });
    await terminate(client, "closed");
    await apply(client, { New: "Keyword", Total: "Int" }, { Old: "New", Count: "Total" });
    expect(await list(client, "New = 'a'")).toEqual({ open: { New: '"a"', Total: "1" } });
    expect(await list(client, "Total > 1")).toEqual({ closed: { New: '"b"', Total: "2" } });
    expect(await list(client, "NOT New = 'a'")).toMatchObject({ closed: {} });
    expect(await describeOf(client, "open")).toEqual({ New: '"a"', Total: "1" });
    await expect(list(client, "Old = 'a'")).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
    // The name by which the running workflow set it stays in its state: its end writes it once more.
    await terminate(client, "open");
    await start(client, "newer", { New: payload("a", "Keyword") });
    await apply(
      client,
      { Newest: "Keyword", Total: "Int" },
      { Old: "Newest", New: "Newest", Count: "Total" },
    );
    expect(Object.keys(await list(client, "Newest IN ('a', 'b')")).sort()).toEqual([
      "closed",
      "newer",
      "open",
    ]);
  });
});

describe("a deleted search attribute", () => {
  it("is forgotten in the rows, its former names too, and a new one of its name is empty", async () => {
    const { client } = await world.start();
    await apply(client, { First: "Keyword", Kept: "Keyword" });
    await start(client, "w", { First: payload("a", "Keyword"), Kept: payload("k", "Keyword") });
    await terminate(client, "w");
    await apply(client, { Second: "Keyword", Kept: "Keyword" }, { First: "Second" });
    await apply(client, { Kept: "Keyword" });
    expect(await list(client, "")).toEqual({ w: { Kept: '"k"' } });
    await eventually(async () => JSON.stringify((await world.rows(KEYS))[0]) === '{"keys":["Kept"]}');
    // Told to come back while values are still being forgotten.
    await eventually(() => apply(client, { Kept: "Keyword", First: "Int" }).then(() => true));
    expect(await list(client, "First IS NULL")).toEqual({ w: { Kept: '"k"' } });
    await expect(start(client, "x", { First: payload("text", "Keyword") })).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
    });
  });

  it("is forgotten after a restart that came in between", async () => {
    const { client } = await world.start();
    await apply(client, { Gone: "Keyword" });
    await start(client, "w", { Gone: payload("a", "Keyword") });
    await world.cell.process.kill();
    await world.rows(
      `update namespaces set search_attributes = '{}', forgotten_attributes = '["Gone"]' where name = '${NAME}'`,
    );
    await world.start();
    await eventually(async () => JSON.stringify((await world.rows(KEYS))[0]) === '{"keys":[]}');
    await eventually(
      async () =>
        (
          await world.rows(
            `select forgotten_attributes as left from namespaces where name = '${NAME}' and forgotten_attributes = '[]'`,
          )
        ).length === 1,
    );
  });
});
