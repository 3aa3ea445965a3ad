// From the landing page to a running workflow by clicking: sign up, verify, sign in, a namespace, a key, and the snippet
// that the console shows, run as it is. On the way every page is held to axe-core, in both themes.
import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client, Connection } from "@temporalio/client";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "../harness/eventually.ts";
import { startConsoleWorld, type ConsoleWorld } from "./console-world.ts";
import { look as lookAt } from "./looks.ts";
import { comeIn, createNamespace, signIn, type Credentials } from "./person-acts.ts";

const STORY_LIMIT_MS = 240_000;
/** From the landing page, all looks for barriers on the way included. */
const FIRST_WORKFLOW_LIMIT_MS = 300_000;
const WORKER_LIMIT_MS = 60_000;
// Inside of the project, so that the snippet finds the SDK as after `npm install`.
const SNIPPETS = fileURLToPath(new URL("../../node_modules/.cache/console-story", import.meta.url));

let world: ConsoleWorld;
let page: Page;
let owner: Credentials;
let namespace: string;
let begunAt: number;

beforeAll(async () => {
  world = await startConsoleWorld();
  page = (await world.person({ viewport: { width: 1440, height: 900 } })).page;
}, STORY_LIMIT_MS);

afterAll(() => world.stop());

const look = (name: string): Promise<void> => lookAt(page, name);

test("somebody signs up, follows the mail's link, and comes in", { timeout: STORY_LIMIT_MS }, async () => {
  begunAt = performance.now();
  await page.goto("/");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await look("landing");
  owner = await comeIn(page, "ada@example.com");
  await page.getByRole("heading", { name: "Create the first namespace" }).waitFor();
  await look("namespaces-empty");
});

test("a namespace is made, each step shown, and survives a reload", { timeout: STORY_LIMIT_MS }, async () => {
  await page.getByRole("link", { name: "Create namespace" }).first().click();
  await page.getByRole("radio", { name: /N. Virginia/ }).waitFor();
  await look("namespace-create");
  await page.goBack();
  namespace = await createNamespace(page, "orders");

  await page.reload();
  await page.getByText("500 actions per second").waitFor();
  await look("namespace-overview");
});

test.each([
  ["certificates", "Issued here"],
  ["api-keys", "Your keys"],
  ["search-attributes", "Add one"],
  ["access", "People"],
  ["capacity", "Connectivity"],
  ["export", "Add a sink"],
  ["settings", "Retention"],
])(
  "the part %s opens by its address and has no barrier",
  { timeout: STORY_LIMIT_MS },
  async (part, heading) => {
    await page.goto(`/namespaces/${namespace}/${part}`);
    await page.getByRole("heading", { name: heading, exact: true }).waitFor();
    await look(`namespace-${part}`);
  },
);

test("the snippet with a key made here runs a workflow", { timeout: STORY_LIMIT_MS }, async () => {
  await page.goto(`/namespaces/${namespace}/connect`);
  await page.getByRole("button", { name: "Create API key" }).click();
  await page.getByRole("button", { name: "Copy the key" }).waitFor();
  await look("namespace-connect");
  const token = await page.locator("pre").first().innerText();
  const snippet = await page.locator("pre").filter({ hasText: "Worker.create" }).innerText();
  expect(snippet).toContain(token.trim());
  const check = page.getByRole("status").filter({ hasText: "first worker" });
  await check.waitFor();

  const authority = await (await fetch(`${world.url}/ca.pem`)).text();
  const { child, folder } = runSnippet(snippet, authority);
  try {
    await expectResult({ token: token.trim(), authority });
    // Green by itself: nobody loads the page again.
    await page.getByRole("status").filter({ hasText: "A worker polls" }).waitFor();
    await check.waitFor({ state: "hidden" });
    const tookMs = performance.now() - begunAt;
    expect(tookMs).toBeLessThan(FIRST_WORKFLOW_LIMIT_MS);
    await look("namespace-connected");
    await page.getByRole("link", { name: "See its workflows" }).click();
    await page.getByRole("row").filter({ hasText: "hello-1" }).waitFor();
    await page.goto(`/namespaces/${namespace}`);
    await page.getByRole("status").filter({ hasText: "A worker polls" }).waitFor();
  } finally {
    child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
});

function runSnippet(text: string, authority: string): { child: ChildProcess; folder: string } {
  mkdirSync(SNIPPETS, { recursive: true });
  const folder = mkdtempSync(join(SNIPPETS, "run-"));
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  writeFileSync(join(folder, "worker.ts"), text);
  writeFileSync(join(folder, "ca.pem"), authority);
  const env = { PATH: process.env["PATH"], HOME: process.env["HOME"] };
  const child = spawn(process.execPath, ["--import", "tsx", "worker.ts"], {
    cwd: folder,
    env: { ...env, SSL_CERT_FILE: "ca.pem", NODE_EXTRA_CA_CERTS: "ca.pem" },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return { child, folder };
}

async function expectResult({ token, authority }: { token: string; authority: string }): Promise<void> {
  const address = /Gateway for Temporal SDKs\s+(\S+)/.exec(world.cloud.stdout())?.[1] ?? "";
  const connection = await Connection.connect({
    address,
    tls: { serverRootCACertificate: Buffer.from(authority) },
    apiKey: token,
  });
  const client = new Client({ connection, namespace });
  const result = await eventually(() => client.workflow.getHandle("hello-1").result() as Promise<string>, {
    limitMs: WORKER_LIMIT_MS,
    what: "the snippet's workflow",
  });
  await connection.close();
  expect(result).toBe("Hello world");
}

test(
  "by the keyboard alone: search, the map, the rows, the way out",
  { timeout: STORY_LIMIT_MS },
  async () => {
    await page.goto("/namespaces");
    await page.getByRole("row").nth(1).waitFor();
    await look("namespaces");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard" }).waitFor();
    await look("keyboard-map");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "Keyboard" }).waitFor({ state: "hidden" });
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: namespace }).waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("n");
    await page.getByRole("heading", { level: 1, name: "Namespaces" }).waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Search commands" }).fill("orders");
    await look("command-palette");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: namespace }).waitFor();
  },
);

test("a namespace is deleted only by typing its id", { timeout: STORY_LIMIT_MS }, async () => {
  await page.goto(`/namespaces/${namespace}/settings`);
  await page.getByRole("button", { name: "Delete namespace" }).click();
  const dialog = page.getByRole("dialog", { name: `Delete ${namespace}` });
  await look("namespace-delete");
  const confirm = dialog.getByRole("button", { name: "Delete namespace" });
  await dialog.getByLabel(/to confirm/).fill("orders");
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByLabel(/to confirm/).fill(namespace);
  await confirm.click();
  await page.getByRole("heading", { name: "Create the first namespace" }).waitFor();
});

test(
  "who signs out is out everywhere, and comes back to where they were",
  { timeout: STORY_LIMIT_MS },
  async () => {
    const other = (await world.person({ storageState: await page.context().storageState() })).page;
    await other.goto("/namespaces");
    await other.getByRole("heading", { level: 1, name: "Namespaces" }).waitFor();
    await page.getByRole("button", { name: /Signed in as/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
    await look("sign-in");

    await other.goto("/namespaces/create");
    await other.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
    await signIn(other, owner);
    await other.getByRole("heading", { level: 1, name: "Create namespace" }).waitFor();
  },
);

test("no policy refused anything, no script failed, nothing was asked of others, nothing secret was kept", async () => {
  expect(world.complaints).toEqual([]);
  const kept = (await page.evaluate(
    "JSON.stringify([{ ...localStorage }, { ...sessionStorage }])",
  )) as string;
  expect(kept).not.toMatch(/eyJ|csrf|session"|llamas/i);
});
