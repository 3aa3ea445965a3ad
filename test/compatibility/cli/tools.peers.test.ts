// Other people's tools pointed at a cell: grpcurl, which learns the services by reflection, and Temporal's Web UI, whose
// server makes gRPC calls of what its pages ask for.
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually } from "#harness/eventually";
import { builtGoTool } from "#harness/go-tool";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { freePort } from "#harness/ports";
import { startProcess, type TestProcess } from "#harness/process";

const GRPCURL = {
  name: "grpcurl",
  package: "github.com/fullstorydev/grpcurl/cmd/grpcurl",
  version: "v1.9.4",
};
/** The newest that the Go of today builds. */
const WEB_UI = {
  name: "temporal-ui",
  package: "github.com/temporalio/ui-server/v2/cmd/server",
  version: "v2.55.0",
};
const WORKFLOW_SERVICE = "temporal.api.workflowservice.v1.WorkflowService";
const RUN_ID = /[0-9a-f-]{36}/;

let database: TestDatabase;
let cell: TestProcess;
let address: string;

beforeAll(async () => {
  database = await createTestDatabase("tools");
  address = `127.0.0.1:${await freePort()}`;
  cell = await startProcess("cell", {
    CELLPLANE_DATABASE_URL: database.url,
    CELLPLANE_LISTEN_ADDRESS: address,
    CELLPLANE_NAMESPACES: "default",
  });
});

afterAll(async () => {
  await cell.stop();
  await database.drop();
});

describe("grpcurl", () => {
  async function grpcurl(...args: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(await builtGoTool(GRPCURL), args);
    return stdout;
  }

  test("lists and describes the services by reflection, and calls them", async () => {
    const services = await grpcurl("-plaintext", address, "list");
    expect(services.split("\n")).toEqual(
      expect.arrayContaining([WORKFLOW_SERVICE, "temporal.api.operatorservice.v1.OperatorService"]),
    );
    const described = await grpcurl("-plaintext", address, "describe", `${WORKFLOW_SERVICE}.GetSystemInfo`);
    expect(described).toContain("rpc GetSystemInfo");
    const request = {
      namespace: "default",
      workflowId: "by-grpcurl",
      workflowType: { name: "order" },
      taskQueue: { name: "orders" },
      requestId: "1",
    };
    const method = `${WORKFLOW_SERVICE}/StartWorkflowExecution`;
    const started = await grpcurl("-plaintext", "-d", JSON.stringify(request), address, method);
    expect(JSON.parse(started)).toMatchObject({ runId: expect.stringMatching(RUN_ID), started: true });
  });
});

describe("Temporal's Web UI", () => {
  const id = "ui-order";
  let root: string;
  let server: ChildProcess;
  let ui: string;

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), "cellplane-ui-"));
    const port = await freePort();
    mkdirSync(join(root, "config"));
    // JSON is YAML.
    writeFileSync(
      join(root, "config", "development.yaml"),
      JSON.stringify({ temporalGrpcAddress: address, port, enableUi: true, defaultNamespace: "default" }),
    );
    server = spawn(await builtGoTool(WEB_UI), ["--root", root, "start"], { stdio: "ignore" });
    ui = `http://127.0.0.1:${port}`;
    await eventually(async () => (await fetch(`${ui}/healthz`)).ok, { limitMs: 60_000, what: "the Web UI" });
    const started = await fetch(`http://${address}/api/v1/namespaces/default/workflows/${id}`, {
      method: "POST",
      body: JSON.stringify({ workflowType: { name: "order" }, taskQueue: { name: "orders" }, input: [1] }),
    });
    expect(started.status).toBe(200);
  });

  afterAll(async () => {
    const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
    server.kill("SIGTERM");
    await ended;
    rmSync(root, { recursive: true, force: true });
  });

  const NAMESPACE = "/api/v1/namespaces/default";
  const query = encodeURIComponent('`WorkflowType`="order"');

  test.each([
    "/",
    "/api/v1/settings",
    "/api/v1/cluster-info",
    "/api/v1/system-info",
    "/api/v1/namespaces?pageSize=100",
    NAMESPACE,
    `${NAMESPACE}/search-attributes`,
    `${NAMESPACE}/workflows?query=${query}`,
    `${NAMESPACE}/workflow-count?query=${encodeURIComponent("GROUP BY ExecutionStatus")}`,
    `${NAMESPACE}/workflows/${id}`,
    `${NAMESPACE}/workflows/${id}/history?maximumPageSize=50`,
    `${NAMESPACE}/workflows/${id}/history-reverse?maximumPageSize=20`,
    `${NAMESPACE}/task-queues/orders?taskQueueType=1`,
    `${NAMESPACE}/task-queues/orders?taskQueueType=2`,
    `${NAMESPACE}/schedules?maximumPageSize=50`,
    `${NAMESPACE}/schedule-count`,
    `${NAMESPACE}/batch-operations?pageSize=50`,
    `${NAMESPACE}/workers?pageSize=50`,
    `${NAMESPACE}/worker-deployments?pageSize=50`,
    `${NAMESPACE}/activities?pageSize=50`,
    `${NAMESPACE}/activity-count`,
    "/api/v1/nexus/endpoints",
  ])("what its pages ask for at %s is answered", async (path) => {
    const response = await fetch(`${ui}${path}`);
    expect([response.status, response.ok ? "" : await response.text()]).toEqual([200, ""]);
  });

  test("a workflow is signalled and terminated from its pages", async () => {
    const page = await fetch(`${ui}/api/v1/settings`);
    const cookies = page.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
    const csrf = cookies.find((cookie) => cookie.startsWith("_csrf="))?.slice("_csrf=".length) ?? "";
    const post = (action: string, body: object): Promise<Response> =>
      fetch(`${ui}${NAMESPACE}/workflows/${id}/${action}`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-csrf-token": csrf, cookie: cookies.join("; ") },
        body: JSON.stringify(body),
      });
    expect(
      (await post("signal/more", { input: { payloads: [] }, workflowExecution: { workflowId: id } })).status,
    ).toBe(200);
    expect((await post("terminate", { reason: "from the page" })).status).toBe(200);
    const described = await fetch(`${ui}${NAMESPACE}/workflows/${id}`);
    expect(await described.json()).toMatchObject({
      workflowExecutionInfo: { status: "WORKFLOW_EXECUTION_STATUS_TERMINATED" },
    });
  });
});
