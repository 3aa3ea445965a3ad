// `npm start`: quick, one per folder, the same after a restart, and nothing survives its supervisor.
import { readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { Client, Connection } from "@temporalio/client";
import { temporal } from "#contracts";
import { afterEach, expect, test } from "vitest";
import { Customer } from "../../services/standalone/quickstart/customer.ts";
import { createNamespace } from "../../services/standalone/quickstart/steps/create-namespace.ts";
import { findToken, signUp, verifyAndSignIn } from "../../services/standalone/quickstart/steps/sign-up.ts";
import { z } from "zod";
import { eventually } from "../harness/eventually.ts";
import { freePort } from "../harness/ports.ts";
import { apiAddressOf, isAlive, runStandalone, type Command } from "../harness/standalone.ts";

const PARTS = ["control", "cell-a", "cell-b", "stripe", "api", "workflows", "usage", "gateway"];
const { EventType } = temporal.api.enums.v1;
const started: Command[] = [];
afterEach(async () => {
  for (const command of started.splice(0)) await command.stop();
});

async function start(args: string[] = [], dataDirectory?: string): Promise<Command> {
  const command = runStandalone("main", args, dataDirectory);
  started.push(command);
  await command.says("Ready in");
  return command;
}

async function newCustomer(
  address: string,
): Promise<{ customer: Customer; email: string; password: string }> {
  const customer = new Customer(address);
  const { email, password } = await signUp(customer);
  await verifyAndSignIn(customer, { email, password, token: await findToken(customer, email) });
  return { customer, email, password };
}

const session = z.object({ csrfToken: z.string(), session: z.object({ accountId: z.string() }) });
const namespaces = z.object({ namespaces: z.array(z.object({ namespace: z.string(), state: z.string() })) });

test("a second start on the same folder finds the account and its namespace as they were", async () => {
  const first = await start();
  const { customer, email, password } = await newCustomer(apiAddressOf(first));
  const { namespace } = await createNamespace(customer);
  first.child.kill("SIGINT");
  await first.ended(30_000);

  const second = await start([], first.dataDirectory);
  const again = new Customer(apiAddressOf(second));
  again.useSession((await again.post("/api/v1/sessions", { email, password }, session)).csrfToken);
  const found = await again.get("/cloud/namespaces", namespaces);
  await second.stop();
  rmSync(first.dataDirectory, { recursive: true, force: true });

  expect(found.namespaces).toMatchObject([{ namespace, state: expect.stringContaining("ACTIVE") as string }]);
});

test("a folder holds one cloud: a second start on a running one is refused with its reason", async () => {
  const first = await start();

  const second = runStandalone("main", [], first.dataDirectory);
  const code = await second.ended(20_000);

  expect(code).toBe(1);
  expect(second.stderr()).toContain("already runs on");
});

test("a busy default port moves the whole range; a busy port of one's own choice is named", async () => {
  const port = await freePort();
  const blocker = createServer();
  await new Promise<void>((resolve) => blocker.listen(port, "127.0.0.1", () => resolve()));

  const refused = runStandalone("main", ["--port-base", String(port)]);
  started.push(refused);
  const code = await refused.ended(20_000);
  blocker.close();

  expect(code).toBe(1);
  expect(refused.stderr()).toContain(`port ${port} is in use`);
});

test("P1: kill -9 of the workflows worker in the middle of a provisioning: the operation is fulfilled all the same", async () => {
  const cloud = await start();
  const { customer } = await newCustomer(apiAddressOf(cloud));
  const victim = cloud.pidOf("workflows");

  const creating = createNamespace(customer);
  process.kill(victim, "SIGKILL");
  const { namespace } = await creating;

  expect(namespace).toMatch(/^orders-/);
  expect(cloud.pidOf("workflows")).not.toBe(victim);
});

test("the history of a provisioning is on the control-plane cell, to be read with any Temporal client", async () => {
  const cloud = await start();
  const address = apiAddressOf(cloud);
  const { customer } = await newCustomer(address);
  const { namespace, operationId } = await createNamespace(customer);

  const { events } = await readControlHistory(cloud, `${namespace.split(".")[1] ?? ""}/${operationId}`);

  const types = (events ?? []).map((event) => event.eventType);
  expect(types[0]).toBe(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED);
  expect(
    types.filter((type) => type === EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED).length,
  ).toBeGreaterThan(0);
  expect(types.at(-1)).toBe(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED);
});

const CONTROL_PORT_FROM_API = 9;

async function readControlHistory(
  cloud: Command,
  workflowId: string,
): Promise<temporal.api.history.v1.IHistory> {
  const secrets = z
    .object({ internalToken: z.string() })
    .parse(JSON.parse(readFileSync(join(cloud.dataDirectory, "secrets.json"), "utf8")));
  const connection = await Connection.connect({
    address: `127.0.0.1:${Number(new URL(apiAddressOf(cloud)).port) + CONTROL_PORT_FROM_API}`,
    metadata: { authorization: `Bearer ${secrets.internalToken}` },
  });
  try {
    const client = new Client({ connection, namespace: "cellplane" });
    // The SDK types a fetched history as unknown; it is the decoded message.
    return (await client.workflow.getHandle(workflowId).fetchHistory()) as temporal.api.history.v1.IHistory;
  } finally {
    await connection.close();
  }
}

test("kill -9 of the supervisor leaves no process behind, and the next start works", async () => {
  const cloud = await start();
  const pids = PARTS.map((part) => cloud.pidOf(part));

  cloud.child.kill("SIGKILL");
  await eventually(() => pids.every((pid) => !isAlive(pid)), { what: "the end of all parts" });
  const next = await start([], cloud.dataDirectory);

  expect(next.stdout()).toContain("Ready in");
  await next.stop();
  rmSync(cloud.dataDirectory, { recursive: true, force: true });
});
