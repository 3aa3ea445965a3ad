// Nexus as customers of one running cloud use it: the official SDK through the gateway, endpoints through the Cloud Ops
// API. Namespaces of an account call each other, in one cell and across cells; who is not on the list, or of another
// account, does not get through.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { WorkflowHandle } from "@temporalio/client";
import { bundleWorkflowCode, DefaultLogger, Worker, type WorkflowBundle } from "@temporalio/worker";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { createLogger } from "#shared/log";
import { openDoor, type OpenDoor } from "../../services/standalone/quickstart/steps/run-workflows.ts";
import { nexusHandler } from "../compatibility/typescript/nexus-handler.ts";
import type { Wish } from "../compatibility/typescript/nexus-service.ts";
import { eventually } from "../harness/eventually.ts";
import { runStandalone, type Command } from "../harness/standalone.ts";
import { installRuntimeOnce } from "../workflows/world.ts";
import { newTenant, type Tenant } from "./tenant.ts";

const WORKFLOWS = fileURLToPath(new URL("../compatibility/typescript/workflows/index.ts", import.meta.url));
const TASK_QUEUE = "pay";
const SILENT = new DefaultLogger("ERROR", () => undefined);
const asynchronous = z.object({ asyncOperation: z.object({ id: z.string() }) });
const madeNamespace = asynchronous.extend({ namespace: z.string() });
const madeEndpoint = asynchronous.extend({ endpointId: z.string() });
const described = z.object({ endpoint: z.object({ resourceVersion: z.string() }) });

interface Place {
  namespace: string;
  door: OpenDoor;
  worker: Worker;
  running: Promise<void>;
}

let cloud: Command;
let bundle: WorkflowBundle;
let own: Tenant;
let other: Tenant;
const places = new Map<string, Place>();

beforeAll(async () => {
  cloud = runStandalone("main", []);
  await cloud.says("Ready in");
  installRuntimeOnce(createLogger({ process: "test", level: "fatal" }));
  bundle = await bundleWorkflowCode({ workflowsPath: WORKFLOWS, logger: SILENT });
  [own, other] = await Promise.all([newTenant(cloud), newTenant(cloud)]);
  places.set("target", await openPlace(own, own.namespace));
  places.set("foreign", await openPlace(other, other.namespace));
  for (const [name, region] of [
    ["listed", "aws-us-east-1"],
    ["unlisted", "aws-us-east-1"],
    ["far", "aws-eu-west-1"],
  ] as const)
    places.set(name, await openPlace(own, await createNamespace(name, region)));
  await createEndpoint(own, "pay", ["listed", "far"]);
});
afterAll(async () => {
  for (const { door, worker, running } of places.values()) {
    worker.shutdown();
    await running;
    await door.close();
  }
  own.close();
  other.close();
  await cloud.stop();
});

async function createNamespace(name: string, region: string): Promise<string> {
  const spec = { name, regions: [region], retentionDays: 1, apiKeyAuth: { enabled: true } };
  const made = await own.customer.post("/cloud/namespaces", { spec }, madeNamespace);
  await own.customer.fulfilled(made.asyncOperation.id);
  return made.namespace;
}

/** A worker of the namespace, with callers and handlers. */
async function openPlace(tenant: Tenant, namespace: string): Promise<Place> {
  const caFile = join(cloud.dataDirectory, "tls", "ca.pem");
  const door = await openDoor({ address: tenant.address, namespace, caFile }, { apiKey: tenant.token });
  const worker = await Worker.create({
    connection: door.connection,
    namespace,
    taskQueue: TASK_QUEUE,
    workflowBundle: bundle,
    nexusServices: [nexusHandler],
    shutdownGraceTime: 0,
  });
  return { namespace, door, worker, running: worker.run() };
}

const place = (name: string): Place => {
  const found = places.get(name);
  if (found === undefined) throw new Error(`no place ${name}`);
  return found;
};

function specOf(tenant: Tenant, name: string, callers: readonly string[]): object {
  return {
    name,
    targetSpec: { workerTargetSpec: { namespaceId: tenant.namespace, taskQueue: TASK_QUEUE } },
    policySpecs: callers.map((caller) => ({
      allowedCloudNamespacePolicySpec: { namespaceId: place(caller).namespace },
    })),
  };
}

async function createEndpoint(tenant: Tenant, name: string, callers: readonly string[]): Promise<string> {
  const spec = specOf(tenant, name, callers);
  const made = await tenant.customer.post("/cloud/nexus/endpoints", { spec }, madeEndpoint);
  await tenant.customer.fulfilled(made.asyncOperation.id);
  return made.endpointId;
}

let started = 0;

function start(
  caller: string,
  endpoint: string,
  operation: "echo" | "run",
  wish: Wish,
): Promise<WorkflowHandle> {
  started += 1;
  return place(caller).door.client.workflow.start("callOperation", {
    workflowId: `call-${started}`,
    taskQueue: TASK_QUEUE,
    args: [endpoint, operation, wish, { scheduleToCloseTimeout: "1 minute" }],
  });
}

async function callOperation(
  caller: string,
  operation: "echo" | "run",
  wish: Wish,
): Promise<Record<string, unknown>> {
  return (await (await start(caller, "pay", operation, wish)).result()) as Record<string, unknown>;
}

/** Why the workflow's command was refused, once it is. */
async function refusalOf(handle: WorkflowHandle): Promise<string> {
  const message = await eventually(async () => {
    const { events } = await handle.fetchHistory();
    const failed = (events ?? []).find((event) => event.workflowTaskFailedEventAttributes != null);
    return failed?.workflowTaskFailedEventAttributes?.failure?.message ?? undefined;
  });
  await handle.terminate("refused, as it should be");
  return message;
}

describe.each(["listed", "far"])("a namespace on the list (%s)", (caller) => {
  test("gets what the handler answers at once", async () => {
    expect(await callOperation(caller, "echo", { value: "hello" })).toMatchObject({ value: "hello" });
  });

  test("gets the result of the workflow behind the operation", async () => {
    const told = await callOperation(caller, "run", { value: "paid", workflowId: `behind-${caller}` });
    expect(told).toEqual({ value: "paid", hasToken: true });
    const behind = place("target").door.client.workflow.getHandle(`behind-${caller}`);
    expect((await behind.describe()).status.name).toBe("COMPLETED");
  });

  test("gets the failure of the handler, and of the workflow behind the operation", async () => {
    for (const operation of ["echo", "run"] as const) {
      const told = await callOperation(caller, operation, { value: "x", how: "fail" });
      expect(JSON.stringify(told), operation).toContain("AsAsked");
    }
  });
});

describe("nobody else gets through", () => {
  test("a namespace of the account that is not on the list", async () => {
    const refusal = await refusalOf(await start("unlisted", "pay", "echo", { value: "no" }));
    expect(refusal).toContain(`caller namespace "${place("unlisted").namespace}" unauthorized for "pay"`);
  });

  test("the target's own namespace, which is not on the list either", async () => {
    expect(await refusalOf(await start("target", "pay", "echo", { value: "no" }))).toContain("unauthorized");
  });

  test("a namespace of another account, for which there is no such endpoint", async () => {
    const refusal = await refusalOf(await start("foreign", "pay", "echo", { value: "no" }));
    expect(refusal).toContain('endpoint "pay" not found');
    expect(refusal).not.toContain(own.accountId);
  });

  test("another account has an endpoint of the same name, and each gets its own", async () => {
    await createEndpoint(other, "pay", ["foreign"]);
    await (await start("foreign", "pay", "run", { value: "theirs", workflowId: "theirs" })).result();
    await callOperation("listed", "run", { value: "ours", workflowId: "ours" });
    const ids = async (name: string): Promise<string[]> => {
      const found: string[] = [];
      const query = 'WorkflowType = "operationBackedBy"';
      for await (const { workflowId } of place(name).door.client.workflow.list({ query }))
        found.push(workflowId);
      return found;
    };
    await eventually(async () => (await ids("foreign")).length > 0 && (await ids("target")).includes("ours"));
    expect(await ids("foreign")).toEqual(["theirs"]);
    expect(await ids("target")).not.toContain("theirs");
  });
});

test("a caller that is taken off the list, and an endpoint that is deleted, end at the next call", async () => {
  const endpointId = await createEndpoint(own, "brief", ["listed", "far"]);
  const path = `/cloud/nexus/endpoints/${endpointId}`;
  const echo = async (caller: string): Promise<WorkflowHandle> =>
    start(caller, "brief", "echo", { value: "still" });
  for (const caller of ["listed", "far"])
    expect(await (await echo(caller)).result()).toMatchObject({ value: "still" });

  const { endpoint } = await own.customer.get(path, described);
  const body = { spec: specOf(own, "brief", ["listed"]), resourceVersion: endpoint.resourceVersion };
  const updated = await own.customer.post(path, body, asynchronous);
  await own.customer.fulfilled(updated.asyncOperation.id);
  expect(await refusalOf(await echo("far"))).toContain("unauthorized");
  expect(await (await echo("listed")).result()).toMatchObject({ value: "still" });

  const { endpoint: changed } = await own.customer.get(path, described);
  const query = `resourceVersion=${changed.resourceVersion}`;
  const deleted = await own.customer.remove(`${path}?${query}`, asynchronous);
  await own.customer.fulfilled(deleted.asyncOperation.id);
  for (const caller of ["listed", "far"])
    expect(await refusalOf(await echo(caller))).toContain('endpoint "brief" not found');
});
