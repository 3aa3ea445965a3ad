// The main job as a newcomer does it: one command, the whole story, and the facts it must print.
import { afterEach, expect, test } from "vitest";
import { runStandalone, type Command } from "../harness/standalone.ts";

const STORY_LIMIT_MS = 110_000;
let command: Command | undefined;
afterEach(() => command?.stop());

interface Facts {
  namespace: string;
  operation: string;
  workflows: number;
  actions: number;
  actionsFromHistories: number;
  storageByteSeconds: string;
  invoiceCents: number;
  stripeInvoiceCents: number;
  steps: { name: string; milliseconds: number }[];
}

test("the quickstart tells its story, its counts agree, and it leaves no process behind", async () => {
  command = runStandalone("quickstart/main", ["--json", "--exit"]);

  const code = await command.ended(STORY_LIMIT_MS);

  expect(command.stderr()).not.toContain("failed");
  expect(code).toBe(0);
  const facts = JSON.parse(command.stdout()) as Facts;
  expect(facts.actions).toBe(facts.actionsFromHistories);
  expect(facts.actions).toBeGreaterThan(2_000);
  expect(facts.workflows).toBeGreaterThanOrEqual(200);
  expect(BigInt(facts.storageByteSeconds)).toBeGreaterThan(0n);
  expect(facts.invoiceCents).toBe(facts.stripeInvoiceCents);
  expect(facts.invoiceCents).toBeGreaterThan(0);
  expect(facts.namespace).toMatch(/^orders-[a-z0-9]+\.[a-z0-9]+$/);
  expect(facts.steps.map((step) => step.name)).toEqual([
    "start the cloud",
    "sign up",
    "verification mail",
    "verify and sign in",
    "create namespace",
    "create API key",
    "issue certificate",
    "workflows over mTLS",
    "workflows over API key",
    "recount from histories",
    "usage report",
    "usage as CSV",
    "close billing period",
  ]);
});

test("C1: kill -9 of the cell in the middle of the orders loses nothing, and the counts still agree", async () => {
  command = runStandalone("quickstart/main", ["--json", "--exit"]);
  await command.says("issue certificate", STORY_LIMIT_MS);
  const victim = command.pidOf("cell-a");

  process.kill(victim, "SIGKILL");
  const code = await command.ended(STORY_LIMIT_MS);

  expect({ code, stderr: command.stderr().slice(-2000) }).toMatchObject({ code: 0 });
  const facts = JSON.parse(command.stdout()) as Facts;
  expect(facts.actions).toBe(facts.actionsFromHistories);
  expect(facts.invoiceCents).toBe(facts.stripeInvoiceCents);
});

test.each([
  [["--port-base", "70000"], "--port-base takes a whole number"],
  [["--speed", "11"], "--speed"],
])("a wrong flag %j ends with its reason and status 2", async (args, reason) => {
  command = runStandalone("quickstart/main", args);

  const code = await command.ended(STORY_LIMIT_MS);

  expect(code).toBe(2);
  expect(command.stderr()).toContain(reason);
  expect(command.stderr()).not.toContain("    at ");
});
