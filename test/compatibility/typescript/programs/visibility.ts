// Memo, search attributes, lists, counts and histories as clients read them.
import { Buffer } from "node:buffer";
import { SearchAttributeType, defineSearchAttributeKey, TypedSearchAttributes } from "@temporalio/common";
import { temporal } from "@temporalio/proto";
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import type { Fixture } from "../fixture.ts";
import { eventName, eventTypes, expectGrpc, freshQueue, GRPC, start, type Program } from "./program.ts";

const KEYWORD = defineSearchAttributeKey("ContractKeyword", SearchAttributeType.KEYWORD);
const LIST = defineSearchAttributeKey("ContractList", SearchAttributeType.KEYWORD_LIST);
const TEXT = defineSearchAttributeKey("ContractText", SearchAttributeType.TEXT);
const INT = defineSearchAttributeKey("ContractInt", SearchAttributeType.INT);
const DOUBLE = defineSearchAttributeKey("ContractDouble", SearchAttributeType.DOUBLE);
const BOOL = defineSearchAttributeKey("ContractBool", SearchAttributeType.BOOL);
const DATETIME = defineSearchAttributeKey("ContractDatetime", SearchAttributeType.DATETIME);
const DUE = new Date("2026-05-06T07:08:09.123Z");

async function listedIds(fixture: Fixture, query: string): Promise<string[]> {
  const ids = [];
  for await (const run of fixture.client.workflow.list({ query })) ids.push(run.workflowId);
  return ids;
}

/** Visibility of some servers lags: asks until the answer is as expected. */
async function expectListed(fixture: Fixture, query: string, ids: string[]): Promise<void> {
  let last: string[] = [];
  await eventually(
    async () => {
      last = await listedIds(fixture, query);
      return last.length === ids.length && ids.every((id) => last.includes(id));
    },
    { limitMs: 5_000, pollMs: 200 },
  ).catch(() => expect(last, query).toEqual(ids));
}

async function twoTagged(fixture: Fixture): Promise<{ red: string; blue: string; scope: string }> {
  const taskQueue = freshQueue(fixture, "tagged");
  const tag = (keyword: string, int: number, list: string[]) =>
    start(fixture, "forever", [], {
      taskQueue,
      typedSearchAttributes: new TypedSearchAttributes([
        { key: KEYWORD, value: keyword },
        { key: INT, value: int },
        { key: LIST, value: list },
        { key: TEXT, value: `the ${keyword} one` },
        { key: DOUBLE, value: int / 2 },
        { key: BOOL, value: keyword === "red" },
        { key: DATETIME, value: new Date(DUE.getTime() + int) },
      ]),
    });
  const [red, blue] = await Promise.all([tag("red", 5, ["a", "b"]), tag("blue", 50, ["b", "c"])]);
  return { red: red.workflowId, blue: blue.workflowId, scope: `TaskQueue = '${taskQueue}'` };
}

const searchPrograms: Program[] = [
  {
    title: "memo and search attributes are described and listed",
    run: async (fixture) => {
      const handle = await start(fixture, "forever", [], {
        memo: { text: "m", number: 1 },
        typedSearchAttributes: new TypedSearchAttributes([
          { key: KEYWORD, value: "k" },
          { key: LIST, value: ["x", "y"] },
          { key: INT, value: 7 },
          { key: DOUBLE, value: 1.5 },
          { key: BOOL, value: true },
          { key: DATETIME, value: DUE },
        ]),
      });
      const described = await handle.describe();
      const [listed] = await eventually(async () => {
        const runs = [];
        for await (const run of fixture.client.workflow.list({
          query: `WorkflowId = '${handle.workflowId}'`,
        })) {
          runs.push(run);
        }
        return runs.length === 1 ? runs : undefined;
      });
      for (const { memo, typedSearchAttributes } of [described, listed ?? described]) {
        expect(memo).toEqual({ text: "m", number: 1 });
        expect(typedSearchAttributes.get(KEYWORD)).toBe("k");
        expect(typedSearchAttributes.get(LIST)).toEqual(["x", "y"]);
        expect(typedSearchAttributes.get(INT)).toBe(7);
        expect(typedSearchAttributes.get(DOUBLE)).toBe(1.5);
        expect(typedSearchAttributes.get(BOOL)).toBe(true);
        expect(typedSearchAttributes.get(DATETIME)).toEqual(DUE);
      }
      await handle.terminate();
    },
  },
  {
    title: "a workflow upserts its memo and search attributes",
    run: async (fixture) => {
      const handle = await start(fixture, "upserts", [[{ key: KEYWORD, value: "upserted" }]], {
        memo: { removed: 1, kept: 2 },
      });
      expect(await handle.result()).toEqual({ kept: 2, added: "later" });
      const described = await handle.describe();
      expect(described.memo).toEqual({ kept: 2, added: "later" });
      expect(described.typedSearchAttributes.get(KEYWORD)).toBe("upserted");
      await expectListed(fixture, `WorkflowId = '${handle.workflowId}' and ContractKeyword = 'upserted'`, [
        handle.workflowId,
      ]);
    },
  },
  {
    title: "an undefined search attribute is refused at the start",
    run: async (fixture) => {
      const work = start(fixture, "forever", [], { searchAttributes: { NoSuchAttribute: ["x"] } });
      await expectGrpc(work, GRPC.INVALID_ARGUMENT, /NoSuchAttribute/);
    },
  },
  {
    title: "a search attribute of the wrong type is refused at the start",
    run: async (fixture) => {
      const work = start(fixture, "forever", [], { searchAttributes: { ContractInt: ["not a number"] } });
      await expectGrpc(
        work,
        GRPC.INVALID_ARGUMENT,
        /invalid value for search attribute ContractInt of type Int/,
      );
    },
  },
  {
    title: "lists filter by every type of search attribute",
    run: async (fixture) => {
      const { red, blue, scope } = await twoTagged(fixture);
      await expectListed(fixture, scope, [red, blue]);
      const cases: [string, string[]][] = [
        ["ContractKeyword = 'red'", [red]],
        ["ContractKeyword != 'red'", [blue]],
        ["ContractKeyword IN ('red', 'blue')", [red, blue]],
        ["ContractKeyword NOT IN ('red')", [blue]],
        ["ContractKeyword STARTS_WITH 're'", [red]],
        ["ContractKeyword NOT STARTS_WITH 're'", [blue]],
        ["ContractKeyword > 'c'", [red]],
        ["ContractInt BETWEEN 1 AND 10", [red]],
        ["ContractInt NOT BETWEEN 1 AND 10", [blue]],
        ["ContractInt >= 50", [blue]],
        ["ContractDouble = 2.5", [red]],
        ["ContractBool = true", [red]],
        ["ContractList = 'a'", [red]],
        ["ContractList IN ('b')", [red, blue]],
        ["ContractList != 'a'", [blue]],
        ["ContractText = 'red'", [red]],
        [`ContractDatetime > '${new Date(DUE.getTime() + 10).toISOString()}'`, [blue]],
        ["ContractKeyword IS NULL", []],
        ["ContractKeyword IS NOT NULL", [red, blue]],
        ["NOT ContractKeyword = 'red'", [blue]],
        ["(ContractInt = 5 OR ContractInt = 50) AND ContractBool = false", [blue]],
        ["ExecutionStatus = 'Running' AND WorkflowType = 'forever'", [red, blue]],
        ["ExecutionStatus = 1 AND CloseTime IS NULL", [red, blue]],
        ["ExecutionStatus != 'Running'", []],
      ];
      for (const [condition, ids] of cases) await expectListed(fixture, `${scope} AND (${condition})`, ids);
    },
  },
  {
    title: "a filter that cannot be understood is refused",
    run: async (fixture) => {
      const cases: [string, RegExp][] = [
        ["NoSuchField = 1", /invalid query: invalid search attribute: NoSuchField/],
        ["WorkflowId = ", /invalid query: malformed SQL query/],
        ["WorkflowId = 'a", /invalid query: malformed SQL query/],
        ["WorkflowId", /invalid query: invalid expression: incomplete expression/],
        ["WorkflowId = 5", /invalid query: .*WorkflowId/],
        [
          "ContractInt = 'x'",
          /invalid query: invalid expression: invalid value type for search attribute ContractInt/,
        ],
        ["ContractText > 'x'", /not supported for Text type search attribute/],
        ["ContractList STARTS_WITH 'x'", /not supported for KeywordList type search attribute/],
        ["ContractDatetime = 'soon'", /unable to parse datetime 'soon'/],
        ["ExecutionStatus = 'Asleep'", /invalid ExecutionStatus value 'Asleep'/],
        ["ORDER BY StartTime", /operation is not supported: 'ORDER BY' clause/],
        ["WorkflowId LIKE 'x'", /not supported/],
        ["WorkflowId = RunId", /not supported.*did you forget to quote/],
      ];
      for (const [query, message] of cases) {
        await expectGrpc(
          fixture.client.workflowService.listWorkflowExecutions({ namespace: fixture.namespace, query }),
          GRPC.INVALID_ARGUMENT,
          message,
        );
      }
    },
  },
  {
    title: "counts count, in all and by status",
    run: async (fixture) => {
      const { scope } = await twoTagged(fixture);
      await eventually(async () => (await fixture.client.workflow.count(scope)).count === 2, {
        what: "count 2",
      });
      const { count, groups } = await fixture.client.workflow.count(`${scope} GROUP BY ExecutionStatus`);
      expect(count).toBe(2);
      expect(groups).toEqual([{ count: 2, groupValues: [["Running"]] }]);
    },
  },
  {
    title: "a list is read in pages",
    run: async (fixture) => {
      const taskQueue = freshQueue(fixture, "pages");
      await Promise.all(Array.from({ length: 5 }, () => start(fixture, "forever", [], { taskQueue })));
      const request = { namespace: fixture.namespace, query: `TaskQueue = '${taskQueue}'`, pageSize: 2 };
      await eventually(async () => (await listedIds(fixture, request.query)).length === 5);
      const sizes = [];
      const seen = new Set<string>();
      let nextPageToken: Uint8Array = new Uint8Array();
      do {
        const page = await fixture.client.workflowService.listWorkflowExecutions({
          ...request,
          nextPageToken,
        });
        sizes.push(page.executions.length);
        for (const info of page.executions) seen.add(info.execution?.workflowId ?? "");
        nextPageToken = page.nextPageToken;
      } while (nextPageToken.length > 0 && sizes.length < 10);
      expect(sizes).toEqual([2, 2, 1]);
      expect(seen.size).toBe(5);
    },
  },
  {
    title: "open and closed executions can be listed the older way",
    run: async (fixture) => {
      const { namespace } = fixture;
      const open = await start(fixture, "forever");
      const closed = await start(fixture, "echo", [1]);
      await closed.result();
      const startTimeFilter = {
        earliestTime: { seconds: 1 as never },
        latestTime: { seconds: 9e9 as never },
      };
      await eventually(async () => {
        const { executions } = await fixture.client.workflowService.listOpenWorkflowExecutions({
          namespace,
          startTimeFilter,
          executionFilter: { workflowId: open.workflowId },
        });
        return executions.length === 1;
      });
      await eventually(async () => {
        const { executions } = await fixture.client.workflowService.listClosedWorkflowExecutions({
          namespace,
          startTimeFilter,
          executionFilter: { workflowId: closed.workflowId },
        });
        return executions.length === 1 && executions[0]?.status === 2;
      });
    },
  },
];

const historyPrograms: Program[] = [
  {
    title: "a history is read in pages",
    run: async (fixture) => {
      const handle = await start(fixture, "greeting", ["x"]);
      await handle.result();
      const seen: number[] = [];
      let nextPageToken: Uint8Array = new Uint8Array();
      let pages = 0;
      do {
        const page = await fixture.raw.getWorkflowExecutionHistory({
          namespace: fixture.namespace,
          execution: { workflowId: handle.workflowId },
          maximumPageSize: 3,
          nextPageToken,
        });
        seen.push(...(page.history?.events ?? []).map((event) => Number(event.eventId)));
        nextPageToken = page.nextPageToken;
        pages += 1;
      } while (nextPageToken.length > 0 && pages < 20);
      expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
      expect(pages).toBeGreaterThan(1);
    },
  },
  {
    title: "a long poll waits for the closing event",
    run: async (fixture) => {
      const handle = await start(fixture, "wait", [400]);
      const { history } = await fixture.raw.getWorkflowExecutionHistory({
        namespace: fixture.namespace,
        execution: { workflowId: handle.workflowId },
        waitNewEvent: true,
        historyEventFilterType:
          temporal.api.enums.v1.HistoryEventFilterType.HISTORY_EVENT_FILTER_TYPE_CLOSE_EVENT,
      });
      const names = (history?.events ?? []).map((event) => eventName(event.eventType));
      expect(names).toEqual(["WORKFLOW_EXECUTION_COMPLETED"]);
    },
  },
  {
    title: "a long poll for new events goes on from its token until the workflow closes",
    run: async (fixture) => {
      const handle = await start(fixture, "wait", [200]);
      const names: string[] = [];
      let nextPageToken: Uint8Array = new Uint8Array();
      for (let poll = 0; poll < 20; poll += 1) {
        const page = await fixture.raw.getWorkflowExecutionHistory({
          namespace: fixture.namespace,
          execution: { workflowId: handle.workflowId },
          waitNewEvent: true,
          nextPageToken,
        });
        names.push(...(page.history?.events ?? []).map((event) => eventName(event.eventType)));
        nextPageToken = page.nextPageToken;
        if (nextPageToken.length === 0) break;
      }
      expect(names).toEqual(await eventTypes(handle));
    },
  },
  {
    title: "a history can be read backwards",
    run: async (fixture) => {
      const handle = await start(fixture, "greeting", ["x"]);
      await handle.result();
      const { history } = await fixture.raw.getWorkflowExecutionHistoryReverse({
        namespace: fixture.namespace,
        execution: { workflowId: handle.workflowId },
        maximumPageSize: 100,
      });
      const ids = (history?.events ?? []).map((event) => Number(event.eventId));
      expect(ids).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    },
  },
  {
    title: "input, result and headers stay byte for byte",
    run: async (fixture) => {
      const bytes = Buffer.from([0, 255, 1, 128]);
      const handle = await start(fixture, "echo", [bytes]);
      expect(Buffer.from((await handle.result()) as Uint8Array)).toEqual(bytes);
    },
  },
];

export const visibilityPrograms: Program[] = [...searchPrograms, ...historyPrograms];
