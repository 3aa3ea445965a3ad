// Who sees and does what with workflows at the console: encrypted payloads through the user's codec server and no other
// way, people who may only look, sessions that end, an API that comes back.
import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "../harness/eventually.ts";
import { callApi } from "./call-api.ts";
import { startConsoleWorld, type ConsoleWorld } from "./console-world.ts";
import { look } from "./looks.ts";
import { comeIn, PASSWORD, signIn, type Credentials } from "./person-acts.ts";
import { encodedPayload, startCodecServer, type CodecServer } from "./shop/codec.ts";
import { openShop, TASK_QUEUE, type Shop } from "./shop/open-shop.ts";

const LIMIT_MS = 240_000;
const EVIL = "<script>alert(1)</script>\u202Efdp";

let world: ConsoleWorld;
let page: Page;
let owner: Credentials;
let shop: Shop;
let codec: CodecServer;

beforeAll(async () => {
  world = await startConsoleWorld();
  page = (await world.person({ viewport: { width: 1440, height: 900 } })).page;
  owner = await comeIn(page, "ada@example.com");
  shop = await openShop(world, page, { hasWorker: false });
  codec = await startCodecServer(world.url);
}, LIMIT_MS);

afterAll(async () => {
  await codec.stop();
  await shop.stop();
  await world.stop();
});

async function startEncrypted(workflowId: string, value: unknown): Promise<void> {
  const { client, namespace } = shop;
  await client.workflowService.startWorkflowExecution({
    namespace,
    workflowId,
    workflowType: { name: "secret" },
    taskQueue: { name: TASK_QUEUE },
    input: { payloads: [encodedPayload(value)] },
    requestId: randomUUID(),
  });
}

function pathOf(workflowId: string): string {
  return `/namespaces/${shop.namespace}/workflows/${workflowId}`;
}

test("without a codec server a payload says that it is encoded", { timeout: LIMIT_MS }, async () => {
  await startEncrypted("secret-1", { card: EVIL });
  await page.goto(pathOf("secret-1"));
  const input = page.getByRole("region", { name: "Input" });
  await input.getByText(/binary\/encrypted/).waitFor();
  await input.getByText(/Set a codec server/).waitFor();
  expect(codec.asked).toEqual([]);
});

test(
  "with one the browser has it decoded, as text, in the namespace's name",
  { timeout: LIMIT_MS },
  async () => {
    await page.goto(`/namespaces/${shop.namespace}/settings`);
    await page.getByLabel("Endpoint").fill(codec.endpoint);
    await page.getByRole("button", { name: "Save codec server" }).click();
    await page.getByText("Codec server changed").waitFor();
    const input = page.getByRole("region", { name: "Input" });
    await eventually(
      async () => {
        await page.goto(pathOf("secret-1"));
        await input.getByText(/JSON, decoded/).waitFor({ timeout: 5_000 });
        return true;
      },
      { limitMs: 60_000, what: "the decoded payload" },
    );
    expect(await input.locator("pre").innerText()).toContain("<script>alert(1)</script>\\u202efdp");
    expect(await page.locator("main script").count()).toBe(0);
    expect(codec.asked[0]).toEqual({ path: "/decode", origin: world.url, namespace: shop.namespace });
    await look(page, "workflow-decoded");
  },
);

test("what is sent from here is encoded by it", { timeout: LIMIT_MS }, async () => {
  await page.getByRole("button", { name: "Signal" }).click();
  const dialog = page.getByRole("dialog", { name: "Send a signal" });
  await dialog.getByLabel("Signal name").fill("approve");
  await dialog.getByLabel("Input").fill('{"by": "Ada"}');
  await dialog.getByRole("button", { name: "Send signal" }).click();
  await page.getByRole("row").filter({ hasText: "approve" }).click();
  const details = page.getByRole("complementary", { name: "Details" });
  await details.getByText('"by": "Ada"').waitFor();
  expect(codec.asked.some(({ path }) => path === "/encode")).toBe(true);
  const history = await shop.client.workflow.getHandle("secret-1").fetchHistory();
  expect(JSON.stringify(history.events?.at(-1))).not.toContain("Ada");
});

test("its worker is for people of the account, and may reach the codec server alone", async () => {
  const path = `/codec-worker/${shop.namespace}.js`;
  expect((await fetch(world.url + path)).status).toBe(401);
  const policy = await page.evaluate(async (url) => {
    const answer = await fetch(url);
    return answer.headers.get("content-security-policy");
  }, path);
  expect(policy).toBe(`default-src 'none'; connect-src ${codec.endpoint}; frame-ancestors 'none'`);
  const stranger = (await world.person()).page;
  await comeIn(stranger, "eve@example.com", "Evil");
  const status = await stranger.evaluate(async (url) => (await fetch(url)).status, path);
  expect([403, 404]).toContain(status);
  await stranger.context().close();
});

test(
  "who may only look finds nothing to change, and is refused when they forge it",
  { timeout: LIMIT_MS },
  async () => {
    const { namespace } = shop;
    const invited = await callApi(page, "POST", "/cloud/users", {
      spec: {
        email: "rea@example.com",
        access: {
          accountAccess: { role: "ROLE_READ" },
          namespaceAccesses: { [namespace]: { permission: "PERMISSION_READ" } },
        },
      },
    });
    expect(invited.status).toBe(200);
    const reader = (await world.person({ viewport: { width: 1440, height: 900 } })).page;
    await reader.goto("/mailbox");
    await reader
      .getByRole("article")
      .filter({ hasText: "rea@example.com" })
      .getByRole("link")
      .first()
      .click();
    await reader.getByLabel("Password").fill(PASSWORD);
    await reader.getByRole("button", { name: "Accept invitation" }).click();
    await reader.getByRole("main").getByRole("link", { name: "Sign in" }).click();
    await signIn(reader, { email: "rea@example.com", password: PASSWORD });

    await reader.goto(`/namespaces/${namespace}/workflows`);
    await reader.getByRole("link", { name: "secret-1" }).click();
    await reader.getByRole("button", { name: "More" }).click();
    await reader.getByRole("menuitem", { name: /Download the history/ }).waitFor();
    expect(await reader.getByRole("menuitem").count()).toBe(1);
    await reader.keyboard.press("Escape");
    expect(await reader.getByRole("button", { name: /^(Signal|Update|Cancel)$/ }).count()).toBe(0);
    await look(reader, "workflow-reader");
    const forged = await callApi(reader, "POST", "/api/v1/workflow-service/TerminateWorkflowExecution", {
      namespace,
      workflowExecution: { workflowId: "secret-1" },
      reason: "forged",
    });
    expect(forged.status).toBe(403);
    await reader.context().close();
  },
);

test("after the API's restart the page goes on by itself", { timeout: LIMIT_MS }, async () => {
  await page.goto(pathOf("secret-1"));
  await page.getByText(/events, live/).waitFor();
  process.kill(world.cloud.pidOf("api"), "SIGKILL");
  await shop.client.workflow.getHandle("secret-1").signal("after-restart");
  await page.getByRole("row").filter({ hasText: "after-restart" }).waitFor({ timeout: 120_000 });
});

test("a session that ended leads to sign-in and back to the workflow", { timeout: LIMIT_MS }, async () => {
  await page.goto(pathOf("secret-1"));
  await page.getByRole("row").filter({ hasText: "after-restart" }).waitFor();
  const address = page.url();
  await page.context().clearCookies();
  await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
  await signIn(page, owner);
  await page.getByRole("heading", { level: 1, name: "secret-1" }).waitFor();
  expect(page.url()).toBe(address);
});

test("no script failed, and nothing was asked of others than the codec server", () => {
  const others = world.complaints.filter(
    (complaint) => !complaint.startsWith(`request to ${codec.endpoint}/`),
  );
  expect(others).toEqual([]);
});
