// Temporal's HTTP API on our cell and on Temporal's own server, answer by answer: the same status and the same document,
// but for ids, times, and what is listed here as known to differ.
import { randomUUID } from "node:crypto";
import http from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { freePort } from "#harness/ports";
import { startProcess, type TestProcess } from "#harness/process";
import type { ContractServer } from "../compatibility/typescript/fixture.ts";
import { startTemporalServer } from "./temporal-server.ts";

let temporal: ContractServer;
let database: TestDatabase;
let cell: TestProcess;
let addresses: { ours: string; theirs: string };

beforeAll(async () => {
  temporal = await startTemporalServer();
  database = await createTestDatabase("http_peers");
  const ours = `127.0.0.1:${await freePort()}`;
  cell = await startProcess("cell", {
    CELLPLANE_DATABASE_URL: database.url,
    CELLPLANE_LISTEN_ADDRESS: ours,
    CELLPLANE_NAMESPACES: temporal.namespace,
  });
  addresses = { ours, theirs: temporal.httpAddress };
});

afterAll(async () => {
  await cell.stop();
  await database.drop();
  await temporal.stop();
});

interface Exchange {
  line: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** Why only the status, or not even that, is the same. */
  known?: "words" | "status";
}

const RUN = randomUUID().slice(0, 8);
const W = `/api/v1/namespaces/default/workflows`;
const FAMILY = `/namespaces/default/workflows`;
const ID = `http-${RUN}`;
const START = { workflowType: { name: "order" }, taskQueue: { name: `queue-${RUN}` } };

const exchanges: Exchange[] = [
  {
    line: `POST ${W}/${ID}`,
    body: { ...START, input: [1, "two", { b: 1, a: [null, true] }, null], requestId: "r" },
  },
  { line: `POST ${W}/${ID}`, body: { ...START, requestId: "other" } },
  {
    line: `POST ${W}/${ID}`,
    body: { ...START, workflowIdConflictPolicy: "UseExisting", requestId: "third" },
  },
  {
    line: `POST ${FAMILY}/${ID}-older`,
    body: { ...START, workflow_id: "ignored", memo: { fields: { a: { b: 1 } } } },
  },
  { line: `GET ${W}/${ID}/history` },
  { line: `GET ${W}/${ID}/history?noPayloadShorthand` },
  // Temporal counts batches of events, not events.
  { line: `GET ${FAMILY}/${ID}/history?maximumPageSize=1&pretty`, known: "words" },
  { line: `GET ${W}/${ID}/history-reverse` },
  { line: `GET ${W}/${ID}-older/history`, headers: { accept: "application/json+no-payload-shorthand" } },
  { line: `GET ${W}/${ID}/history?historyEventFilterType=2&waitNewEvent=false` },
  { line: `GET ${W}/${ID}` },
  { line: `POST ${W}/${ID}/signal/more`, body: { input: [{ x: "y" }], requestId: "signal" }, known: "words" },
  { line: `POST ${W}/${ID}/update-options`, body: {} },
  { line: `GET ${W}/${ID}/history` },
  { line: `POST ${W}/${ID}/query/state`, body: {}, headers: { "grpc-timeout": "1S" }, known: "words" },
  { line: `POST ${W}/${ID}/cancel`, body: { reason: "enough" } },
  { line: `POST ${W}/${ID}/terminate` },
  { line: `POST ${W}/${ID}/terminate`, body: {} },
  {
    line: `GET ${W}/${ID}/history?historyEventFilterType=HISTORY_EVENT_FILTER_TYPE_CLOSE_EVENT&waitNewEvent=true`,
  },
  { line: `GET ${W}/none-${RUN}` },
  { line: `GET /api/v1/namespaces/none-${RUN}/workflows` },
  { line: `GET ${W}?pageSize=many`, known: "words" },
  { line: `GET ${W}?pageSize=1&pageSize=2`, known: "words" },
  { line: `GET ${W}?query=nonsense%20here`, known: "words" },
  { line: `GET ${W}/` },
  { line: `GET ${W}/a%252Fb-${RUN}` },
  { line: `GET ${W}/%zz`, known: "words" },
  { line: `GET /nothing` },
  { line: `PUT ${W}`, known: "status" },
  { line: `POST ${W}/x`, body: "", headers: { "content-type": "application/json" } },
  { line: `POST ${W}/x`, body: "{", known: "words" },
  { line: `POST ${W}/x`, body: "[]", known: "words" },
  { line: `POST ${W}/x`, body: { nope: 1 }, known: "words" },
  { line: `POST ${W}/x`, body: { workflowType: 5 }, known: "words" },
  { line: `POST ${W}/x`, body: { taskQueue: { kind: "Huge" } }, known: "words" },
  { line: `GET /api/v1/system-info`, headers: { "grpc-timeout": "soon" } },
  { line: `POST ${W}/x`, body: `{"x":"${"a".repeat(4 * 1024 * 1024)}"}`, known: "words" },
  {
    line: `POST /api/v1/namespaces/default/schedules/s-${RUN}`,
    body: { schedule: {}, requestId: "s" },
    known: "status",
  },
  { line: `GET /api/v1/namespaces/default/schedules/none-${RUN}`, known: "words" },
  { line: `GET /api/v1/namespaces/default/batch-operations/none-${RUN}`, known: "words" },
  {
    line: `POST /api/v1/namespaces/default/activity-complete`,
    body: { taskToken: "bm9uZQ==" },
    known: "words",
  },
  // Retention, limits and capabilities are each server's own.
  { line: `GET /cluster/namespaces/default`, known: "words" },
];

interface Answer {
  status: number | undefined;
  text: string;
}

function send(address: string, { line, body, headers }: Exchange): Promise<Answer> {
  const [method = "", path = ""] = line.split(" ");
  const [host = "", port] = address.split(":");
  return new Promise((resolve, reject) => {
    const request = http.request({ host, port, method, path, headers, agent: false }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => (text += chunk.toString()));
      response.on("end", () => resolve({ status: response.statusCode, text }));
    });
    request.on("error", reject);
    request.end(body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body));
  });
}

/** What differs from server to server, or because the field was not set in the request. */
const VARYING = new Set(["taskId", "historySizeBytes", "stateTransitionCount", "executionTime", "id"]);
const OMITTED_WHEN_UNSET = new Set(["workflowExecutionTimeout", "workflowRunTimeout", "nextPageToken"]);

function comparable(value: unknown): unknown {
  if (typeof value === "string") {
    return value
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "<id>")
      .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, "<time>");
  }
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !OMITTED_WHEN_UNSET.has(key));
  return Object.fromEntries(
    entries.map(([key, member]) => [comparable(key), VARYING.has(key) ? "<varies>" : comparable(member)]),
  );
}

function parsed(text: string): unknown {
  try {
    return comparable(JSON.parse(text));
  } catch {
    // Go's HTTP server answers some malformed requests itself, in plain text.
    return text;
  }
}

describe("Temporal's HTTP API", () => {
  test("answers as Temporal's own server does, one exchange after the other", async () => {
    for (const exchange of exchanges) {
      const [ours, theirs] = await Promise.all([
        send(addresses.ours, exchange),
        send(addresses.theirs, exchange),
      ]);
      const shown = `${exchange.line} ${JSON.stringify(exchange.body ?? "").slice(0, 80)}`;
      if (exchange.known !== "status") expect.soft(ours.status, shown).toBe(theirs.status);
      if (exchange.known === undefined) expect.soft(parsed(ours.text), shown).toEqual(parsed(theirs.text));
    }
  });
});
