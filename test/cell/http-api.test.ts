// Temporal's HTTP API on a real cell: the same calls as gRPC on the same port, the token, long polls, hostile input.
import net from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "#harness/eventually";
import { NAMESPACE, type TestCell } from "./cell-client.ts";
import { cellWorld } from "./world.ts";

const TOKEN = "http-secret";
const WORKFLOWS = `/api/v1/namespaces/${NAMESPACE}/workflows`;

const world = cellWorld("cell_http", afterAll);
let cell: TestCell;

beforeAll(async () => {
  cell = await world.start({ CELLPLANE_INTERNAL_TOKEN: TOKEN });
});

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

async function call(method: string, path: string, body?: unknown, headers = {}): Promise<Answer> {
  const response = await fetch(`http://${cell.address}${path}`, {
    method,
    headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: isRaw(body) ? body : JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

function isRaw(body: unknown): body is string | Buffer {
  return typeof body === "string" || Buffer.isBuffer(body);
}

function start(workflowId: string, more = {}): Promise<Answer> {
  return call("POST", `${WORKFLOWS}/${encodeURIComponent(workflowId)}`, {
    workflowType: { name: "order" },
    taskQueue: { name: "http" },
    ...more,
  });
}

describe("the calls", () => {
  it("starts, shows, signals, lists, counts and terminates, by both families of paths", async () => {
    const started = await start("a/b c", { input: [{ item: 1 }], memo: { fields: { note: "mine" } } });
    expect(started).toMatchObject({ status: 200, body: { started: true, runId: expect.any(String) } });

    const path = `${WORKFLOWS}/a%2Fb%20c`;
    expect((await call("POST", `${path}/signal/more`, { input: ["now"] })).status).toBe(200);
    const { body } = await call("GET", `${path.replace("/api/v1", "")}/history`);
    expect(body).toMatchObject({
      history: {
        events: [
          {
            eventType: "EVENT_TYPE_WORKFLOW_EXECUTION_STARTED",
            workflowExecutionStartedEventAttributes: {
              input: [{ item: 1 }],
              memo: { fields: { note: "mine" } },
            },
          },
          { eventType: "EVENT_TYPE_WORKFLOW_TASK_SCHEDULED" },
          { workflowExecutionSignaledEventAttributes: { signalName: "more", input: ["now"] } },
        ],
      },
    });
    await eventually(
      async () => {
        const query = encodeURIComponent("WorkflowId = 'a/b c'");
        const counted = await call("GET", `/api/v1/namespaces/${NAMESPACE}/workflow-count?query=${query}`);
        return counted.body["count"] === "1";
      },
      { what: "the run in visibility" },
    );
    const ended = await call("POST", `${path}/terminate`, { reason: "enough" });
    expect(ended).toEqual({ status: 200, body: {} });
    expect(await call("GET", path)).toMatchObject({
      body: { workflowExecutionInfo: { status: "WORKFLOW_EXECUTION_STATUS_TERMINATED" } },
    });
  });

  it("waits for the end of a run as long as the caller does", async () => {
    await start("watched");
    const end = "waitNewEvent=true&historyEventFilterType=HISTORY_EVENT_FILTER_TYPE_CLOSE_EVENT";
    const watching = call("GET", `${WORKFLOWS}/watched/history?${end}`);
    await call("POST", `${WORKFLOWS}/watched/terminate`, {});
    expect((await watching).body).toMatchObject({
      history: { events: [{ eventType: "EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED" }] },
    });
    await start("slow");
    const limited = await call("POST", `${WORKFLOWS}/slow/query/state`, {}, { "grpc-timeout": "300m" });
    expect(limited).toMatchObject({ status: 504, body: { code: 4 } });
  });

  it("asks for the token as gRPC does, and serves the operators' calls too", async () => {
    const response = await fetch(`http://${cell.address}${WORKFLOWS}`);
    expect([response.status, await response.json()]).toEqual([
      401,
      { code: 16, message: expect.any(String) },
    ]);
    expect((await call("GET", "/api/v1/system-info", undefined, { authorization: "Bearer no" })).status).toBe(
      401,
    );
    const attributes = await call("GET", `/cluster/namespaces/${NAMESPACE}/search-attributes`);
    expect(attributes).toMatchObject({ status: 200, body: { systemAttributes: expect.any(Object) } });
  });

  it("tells failures as gRPC does, with their details", async () => {
    await start("once");
    expect(await start("once")).toMatchObject({
      status: 409,
      body: {
        code: 6,
        details: [{ "@type": expect.stringContaining("WorkflowExecutionAlreadyStartedFailure") }],
      },
    });
    expect(await call("GET", "/api/v1/namespaces/none")).toMatchObject({
      status: 404,
      body: { code: 5, details: [{ namespace: "none" }] },
    });
  });
});

describe("hostile input", () => {
  const deep = "[".repeat(5_000) + "]".repeat(5_000);
  it.each([
    ["no JSON", "{"],
    ["deep nesting", `{"input":${deep}}`],
    ["a prototype", '{"__proto__":{"polluted":1}}'],
    ["a key twice", '{"workflowType":{},"workflowType":{}}'],
    ["a field and its other spelling", '{"workflow_type":{},"workflowType":{}}'],
    ["bytes that are no UTF-8", Buffer.from([0x7b, 0xff, 0x7d])],
    ["a number that explodes", '{"workflowRunTimeout":"1e999s"}'],
    ["base64 that is none", '{"memo":{"fields":{}},"lastCompletionResult":{"payloads":[{"data":"%%%"}]}}'],
    ["two of one choice", '{"completionCallbacks":[{"nexus":{},"internal":{}}]}'],
  ])("%s is refused with 400", async (_name, body) => {
    const answer = await call("POST", `${WORKFLOWS}/hostile`, body);
    expect(answer).toMatchObject({ status: 400, body: { code: 3, message: expect.any(String) } });
  });

  it.each([
    ["a path that climbs", `${WORKFLOWS}/../../../etc/passwd`, 404],
    ["a path of 20,000 segments", `/api/v1${"/x".repeat(15_000)}`, 404],
    [
      "a thousand parameters",
      `${WORKFLOWS}?${Array.from({ length: 1_000 }, (_, at) => `p${at}=1`).join("&")}`,
      400,
    ],
    ["a parameter of a message", `${WORKFLOWS}/x/history?execution=1`, 400],
    ["a path into nowhere", `${WORKFLOWS}?__proto__.polluted=1`, 200],
    ["a null byte", `${WORKFLOWS}/%00`, 400],
  ])("%s ends with its status", async (_name, path, status) => {
    expect((await call("GET", path)).status).toBe(status);
  });

  it("goes on serving when callers leave in the middle of what they send and get", async () => {
    const { hostname, port } = new URL(`http://${cell.address}`);
    for (let count = 0; count < 50; count += 1) {
      const socket = net.connect(Number(port), hostname);
      socket.on("error", () => undefined);
      socket.write(`POST ${WORKFLOWS}/half HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n{"half":`, () =>
        socket.destroy(),
      );
    }
    expect((await call("GET", "/api/v1/system-info")).status).toBe(200);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});
