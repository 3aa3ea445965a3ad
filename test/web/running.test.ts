// What runs in a namespace, by clicking: task queues with their workers and limits, versions of workers, batch operations.
// Workers are polls as SDKs make them; who may only look is offered nothing.
import { Connection } from "@temporalio/client";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporal } from "#contracts";
import { eventually } from "../harness/eventually.ts";
import { startConsoleWorld, type ConsoleWorld } from "./console-world.ts";
import { inviteReader } from "./invite-reader.ts";
import { look } from "./looks.ts";
import { comeIn, createNamespace } from "./person-acts.ts";

const LIMIT_MS = 300_000;
const WORKFLOWS = 3;
/** The gateway counts refused keys. */
const KEY_POLL_MS = 250;
const { WORKER_VERSIONING_MODE_VERSIONED } = temporal.api.enums.v1.WorkerVersioningMode;

let world: ConsoleWorld;
let page: Page;
let namespace: string;
let sdk: Connection | undefined;

beforeAll(async () => {
  world = await startConsoleWorld();
  page = (await world.person({ viewport: { width: 1440, height: 900 } })).page;
  await comeIn(page, "ada@example.com");
  namespace = await createNamespace(page, "orders");
  sdk = await connectSdk();
}, LIMIT_MS);

afterAll(async () => {
  await sdk?.close();
  await world.stop();
});

/** With a key that is made on the namespace's page. */
async function connectSdk(): Promise<Connection> {
  await page.goto(`/namespaces/${namespace}/connect`);
  await page.getByRole("button", { name: "Create API key" }).click();
  await page.getByRole("button", { name: "Copy the key" }).waitFor();
  const apiKey = (await page.locator("pre").first().innerText()).trim();
  const authority = await (await fetch(`${world.url}/ca.pem`)).text();
  const address = /Gateway for Temporal SDKs\s+(\S+)/.exec(world.cloud.stdout())?.[1] ?? "";
  const tls = { serverRootCACertificate: Buffer.from(authority) };
  return eventually(() => Connection.connect({ address, tls, apiKey }), {
    pollMs: KEY_POLL_MS,
    what: "the new key at the gateway",
  });
}

async function startWorkflows(): Promise<void> {
  for (let number = 1; number <= WORKFLOWS; number += 1) {
    await sdk?.workflowService.startWorkflowExecution({
      ...{ namespace, workflowId: `report-${String(number)}`, requestId: `r-${String(number)}` },
      ...{ workflowType: { name: "report" }, taskQueue: { name: "reports" } },
    });
  }
}

/** A worker of a version that asks for work and keeps waiting. */
function poll(buildId: string): void {
  const deploymentOptions = {
    ...{ deploymentName: "shop", buildId },
    workerVersioningMode: WORKER_VERSIONING_MODE_VERSIONED,
  };
  sdk?.workflowService
    .pollWorkflowTaskQueue({
      ...{ namespace, taskQueue: { name: "reports" }, identity: `worker-${buildId}`, deploymentOptions },
    })
    // It ends with the connection.
    .catch(() => undefined);
}

const go = (label: string): Promise<void> =>
  page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: label, exact: true }).click();

test("each list says what it is for while it is empty", { timeout: LIMIT_MS }, async () => {
  for (const [label, heading, name] of [
    ["Task queues", "No task queue has been seen yet", "task-queues-empty"],
    ["Deployments", "No worker tells its version yet", "deployments-empty"],
    ["Batch operations", "No batch operation yet", "batches-empty"],
  ] as const) {
    await go(label);
    await page.getByRole("heading", { name: heading }).waitFor();
    await look(page, name);
  }
});

test(
  "a task queue that nobody polls shows what waits in it, then who comes",
  { timeout: LIMIT_MS },
  async () => {
    await startWorkflows();
    await go("Task queues");
    const row = page.getByRole("row").filter({ hasText: "reports" });
    await row.getByText("Nobody polls").waitFor();
    await row.getByRole("cell", { name: String(WORKFLOWS), exact: true }).waitFor();
    await row.dblclick();
    await page.getByRole("heading", { level: 1, name: "reports" }).waitFor();
    await page.getByRole("heading", { name: "Nobody polls" }).waitFor();

    poll("1.0");
    await page.getByRole("cell", { name: "worker-1.0" }).waitFor();
    await page.getByRole("cell", { name: "shop:1.0" }).waitFor();
    await look(page, "task-queue");
  },
);

test("its limit is set with a reason, and lifted", { timeout: LIMIT_MS }, async () => {
  await page.getByLabel("Limit", { exact: true }).fill("5");
  await page.getByLabel("Reason").fill("the printer is slow");
  await page.getByRole("button", { name: "Set limit" }).click();
  await page.getByText("5 per second", { exact: true }).waitFor();
  await page.getByText("the printer is slow", { exact: true }).waitFor();
  await page.getByText("ada@example.com", { exact: true }).first().waitFor();
  await page.getByRole("button", { name: "Lift limit" }).click();
  await page.getByText("5 per second", { exact: true }).waitFor({ state: "hidden" });
});

test("a version is made current, the next one ramps up", { timeout: LIMIT_MS }, async () => {
  poll("2.0");
  await go("Deployments");
  await page.getByRole("row").filter({ hasText: "shop" }).dblclick();
  await page.getByRole("heading", { level: 1, name: "shop" }).waitFor();
  await page.getByRole("button", { name: "Actions of 1.0" }).click();
  await page.getByRole("menuitem", { name: "Make current" }).click();
  await page.getByRole("button", { name: "Make current" }).click();
  await page.locator('td [data-status="completed"]', { hasText: "Current" }).waitFor();

  await page.getByRole("button", { name: "Actions of 2.0" }).click();
  await page.getByRole("menuitem", { name: "Ramp up" }).click();
  await page.getByRole("dialog").getByLabel("Share").fill("20");
  await look(page, "deployment-ramp");
  await page.getByRole("dialog").getByRole("button", { name: "Set ramp" }).click();
  await page.locator('td [data-status="running"]', { hasText: "Ramping" }).waitFor();
  await page.getByRole("img", { name: "80 % go to 1.0, 20 % to 2.0" }).waitFor();
  await look(page, "deployment");

  await page.getByRole("button", { name: "Change the ramp" }).click();
  await page.getByRole("button", { name: "Stop the ramp" }).click();
  await page.getByRole("img", { name: "100 % go to 1.0" }).waitFor();
});

test("a batch ends what a filter finds, after the name is typed", { timeout: LIMIT_MS }, async () => {
  await go("Batch operations");
  await page.getByRole("main").getByRole("link", { name: "Start batch operation" }).first().click();
  await page.getByLabel("List filter").fill("WorkflowType =");
  await page.getByText(/invalid query/i).waitFor();
  await page.getByLabel("List filter").fill("WorkflowType = 'report'");
  await page.getByText(`It is about ${String(WORKFLOWS)} workflows now.`).waitFor();
  await page.getByRole("radio", { name: /Terminate/ }).click();
  await page.getByLabel("Reason").fill("a bad release");
  await look(page, "batch-start");
  await page.getByRole("button", { name: "Terminate 3 workflows" }).click();
  const dialog = page.getByRole("dialog", { name: "Terminate 3 workflows" });
  await dialog.getByLabel(/to confirm/).fill(namespace);
  await dialog.getByRole("button", { name: "Terminate 3 workflows" }).click();
  await page.getByText("3 of 3 done").waitFor();
  await page.locator('header [data-status="completed"]').waitFor();
  await page.getByText("a bad release", { exact: true }).waitFor();
  await look(page, "batch");
  await go("Batch operations");
  await page.getByRole("row").filter({ hasText: "Terminate" }).waitFor();
  await look(page, "batches");
});

test("who may only look sees all of it and is offered no change", { timeout: LIMIT_MS }, async () => {
  const reader = (await world.person()).page;
  await inviteReader({ owner: page, page: reader }, namespace);
  await reader.goto(`/namespaces/${namespace}/task-queues/reports`);
  await reader.getByRole("cell", { name: "worker-1.0" }).waitFor();
  expect(await reader.getByRole("button", { name: "Set limit" }).count()).toBe(0);
  await reader.goto(`/namespaces/${namespace}/deployments/shop`);
  await reader.getByRole("cell", { name: "1.0", exact: true }).waitFor();
  expect(await reader.getByRole("button", { name: "Actions of 1.0" }).count()).toBe(0);
  await reader.goto(`/namespaces/${namespace}/batch-operations`);
  await reader.getByRole("row").filter({ hasText: "Terminate" }).waitFor();
  expect(await reader.getByRole("link", { name: "Start batch operation" }).count()).toBe(0);
  expect(world.complaints).toEqual([]);
});
