// Temporal's own Web UI at the gateway of the standalone cloud, by client certificate: each of its pages is opened in a
// real browser on real executions, and every call that it makes must work.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleWorkflowCode, DefaultLogger, Worker } from "@temporalio/worker";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createLogger } from "#shared/log";
import { openDoor, type OpenDoor } from "../../services/standalone/quickstart/steps/run-workflows.ts";
import { eventually } from "../harness/eventually.ts";
import { runStandalone, type Command } from "../harness/standalone.ts";
import { newTenant, type Tenant } from "../journeys/tenant.ts";
import { openBrowser } from "../web/browser.ts";
import { installRuntimeOnce } from "../workflows/world.ts";
import { nexusHandler } from "./typescript/nexus-handler.ts";
import * as activities from "./typescript/activities.ts";
import { startWebUi, type WebUiServer } from "./web-ui/web-ui-server.ts";

const WORKFLOWS = fileURLToPath(new URL("./typescript/workflows/index.ts", import.meta.url));
const SILENT = new DefaultLogger("ERROR", () => undefined);
const QUEUE = "web-ui";
const SETUP_LIMIT_MS = 300_000;
const PAGE_LIMIT_MS = 30_000;
const SETTLE_MS = 500;
const HTTP_ERROR = 400;

let folder: string;
let cloud: Command;
let tenant: Tenant;
let door: OpenDoor;
let worker: { worker: Worker; running: Promise<void> };
let webUi: WebUiServer;
let browser: Browser;
const runs: Record<string, string> = {};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "cellplane-web-ui-"));
  cloud = runStandalone("main", []);
  await cloud.says("Ready in");
  tenant = await newTenant(cloud);
  const { address, namespace, certificate } = tenant;
  const caFile = join(cloud.dataDirectory, "tls", "ca.pem");
  installRuntimeOnce(createLogger({ process: "test", level: "fatal" }));
  door = await openDoor({ address, namespace, caFile }, { apiKey: tenant.token });
  await makeExecutions(namespace);
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text, { mode: 0o600 });
    return join(folder, name);
  };
  webUi = await startWebUi({
    address,
    namespace,
    caFile,
    certFile: file("client.pem", certificate.chainPem),
    keyFile: file("client.key", certificate.keyPem),
  });
  browser = await openBrowser();
}, SETUP_LIMIT_MS);

afterAll(async () => {
  await browser.close();
  await webUi.stop();
  worker.worker.shutdown();
  await worker.running;
  await door.close();
  tenant.close();
  await cloud.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** One that waits, one with children, one that failed, and a schedule. */
async function makeExecutions(namespace: string): Promise<void> {
  const made = await Worker.create({
    connection: door.connection,
    namespace,
    taskQueue: QUEUE,
    workflowBundle: await bundleWorkflowCode({ workflowsPath: WORKFLOWS, logger: SILENT }),
    activities,
    nexusServices: [nexusHandler],
    shutdownGraceTime: 0,
  });
  worker = { worker: made, running: made.run() };
  const { workflow, schedule } = door.client;
  const start = async (type: string, args: unknown[] = []): Promise<void> => {
    const handle = await workflow.start(type, { taskQueue: QUEUE, workflowId: `ui-${type}`, args });
    runs[type] = handle.firstExecutionRunId;
    if (type !== "gather") await handle.result().catch(() => undefined);
  };
  await Promise.all([
    start("gather"),
    start("grandparent"),
    start("manyGreetings", [3]),
    start("fail", ["why"]),
  ]);
  await schedule.create({
    scheduleId: "ui-schedule",
    spec: { intervals: [{ every: "1 hour" }] },
    action: { type: "startWorkflow", workflowType: "echo", taskQueue: QUEUE, args: [1] },
  });
  await schedule.getHandle("ui-schedule").trigger();
}

/** Opens a page of the namespace, and gives each call that did not work once the page shows what it is about. */
async function refusedCalls(page: Page, [path, shows]: readonly [string, string]): Promise<string[]> {
  const refused: string[] = [];
  const note = (response: { url(): string; status(): number }): void => {
    const { pathname } = new URL(response.url());
    if (pathname.startsWith("/api/v1/") && response.status() >= HTTP_ERROR)
      refused.push(`${path}: ${String(response.status())} ${pathname}`);
  };
  page.on("response", note);
  await page.goto(`${webUi.url}/namespaces/${tenant.namespace}${path}`);
  await page.getByText(shows).filter({ visible: true }).first().waitFor();
  // The page asks for more when it has shown itself; it never falls silent, because it waits for events.
  await page.waitForTimeout(SETTLE_MS);
  page.off("response", note);
  return refused;
}

const run = (type: string): string => `/workflows/ui-${type}/${String(runs[type])}`;

/** Each page, with a text that only what was asked for can have put there. */
const pages = (): (readonly [string, string])[] => [
  ["", "1 day"],
  ["/workflows", "ui-grandparent"],
  ["/workflows?query=WorkflowType%3D%22gather%22", "ui-gather"],
  [`${run("gather")}/history`, "Workflow Execution Started"],
  [`${run("gather")}/workers`, QUEUE],
  [`${run("gather")}/relationships`, "ui-gather"],
  [`${run("gather")}/pending-activities`, "ui-gather"],
  [`${run("gather")}/call-stack`, "gather"],
  [`${run("gather")}/query`, "ui-gather"],
  [`${run("gather")}/metadata`, "ui-gather"],
  [`${run("grandparent")}/relationships`, "ui-grandparent"],
  [`${run("manyGreetings")}/history`, "greet"],
  [`${run("fail")}/history`, "why"],
  ["/workflows/start-workflow", "Start Workflow"],
  ["/schedules", "ui-schedule"],
  ["/schedules/ui-schedule", "echo"],
  ["/batch-operations", "No Batch Operations"],
  ["/worker-deployments", "Deployments"],
  ["/workers", "Instances"],
  [`/task-queues/${QUEUE}`, QUEUE],
];

it(
  "makes no call that is refused, on any page",
  async () => {
    const page = await browser.newPage({ locale: "en-US" });
    page.setDefaultTimeout(PAGE_LIMIT_MS);
    const refused: string[] = [];
    for (const one of pages()) refused.push(...(await refusedCalls(page, one)));

    expect(refused).toEqual([]);
  },
  SETUP_LIMIT_MS,
);

it(
  "terminates a run",
  async () => {
    const page = await browser.newPage({ locale: "en-US" });
    page.setDefaultTimeout(PAGE_LIMIT_MS);
    await page.goto(`${webUi.url}/namespaces/${tenant.namespace}${run("gather")}/history`);
    await page.getByRole("button", { name: /more actions/i }).click();
    await page.getByRole("menuitem", { name: "Terminate" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Terminate" }).click();
    const handle = door.client.workflow.getHandle("ui-gather");

    await eventually(async () => (await handle.describe()).status.name === "TERMINATED", {
      what: "the end of the run",
    });
  },
  SETUP_LIMIT_MS,
);
