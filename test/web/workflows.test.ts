// Workflows at the console, by clicking, in Chromium, against the real cloud with a real worker: found, understood,
// changed; live, with hostile payloads, for people who may only look, and after the session has ended.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startConsoleWorld, type ConsoleWorld } from "./console-world.ts";
import { look } from "./looks.ts";
import { comeIn } from "./person-acts.ts";
import { openShop, TASK_QUEUE, type Shop } from "./shop/open-shop.ts";

const LIMIT_MS = 240_000;

let world: ConsoleWorld;
let page: Page;
let shop: Shop;

beforeAll(async () => {
  world = await startConsoleWorld();
  page = (await world.person({ viewport: { width: 1440, height: 900 } })).page;
  await comeIn(page, "ada@example.com");
  shop = await openShop(world, page);
}, LIMIT_MS);

afterAll(async () => {
  await shop.stop();
  await world.stop();
});

function listPath(query = ""): string {
  const search = query === "" ? "" : `?query=${encodeURIComponent(query)}`;
  return `/namespaces/${shop.namespace}/workflows${search}`;
}

async function open(workflowId: string, part = ""): Promise<void> {
  await page.goto(`/namespaces/${shop.namespace}/workflows/${encodeURIComponent(workflowId)}`);
  await page.getByRole("navigation", { name: "Parts of the workflow" }).waitFor();
  if (part !== "") await page.getByRole("link", { name: part }).click();
}

test(
  "an empty list says how to begin, and a workflow is started from there",
  { timeout: LIMIT_MS },
  async () => {
    await page.goto(listPath());
    await page.getByRole("heading", { name: "No workflow has run here yet" }).waitFor();
    await look(page, "workflows-empty");
    await page.getByRole("link", { name: "Start workflow" }).first().click();
    await page.getByLabel("Workflow ID").fill("order-42");
    await page.getByLabel("Workflow type").fill("order");
    await page.getByLabel("Task queue").fill(TASK_QUEUE);
    await page.getByLabel("Input").fill('{"id": 4');
    await page.getByText("It is no JSON").waitFor();
    expect(await page.getByRole("button", { name: "Start workflow" }).isDisabled()).toBe(true);
    await page.getByLabel("Input").fill('{"id": 42}');
    await look(page, "workflow-start");
    await page.getByRole("button", { name: "Start workflow" }).click();
    await page.getByRole("heading", { level: 1, name: "order-42" }).waitFor();
  },
);

test(
  "its history is live: attempts, timer, child, and what it was given",
  { timeout: LIMIT_MS },
  async () => {
    const line = page.getByRole("row").filter({ hasText: "charge" });
    await line.getByText("Completed").waitFor();
    expect(await line.innerText()).toMatch(/\b3\b/);
    expect(await line.innerText()).toContain("card declined");
    await page.getByRole("row").filter({ hasText: "Child workflow" }).getByText("Completed").waitFor();
    await page.getByRole("row").filter({ hasText: "Timer" }).getByText("Completed").waitFor();
    expect(await page.getByRole("region", { name: "Input" }).innerText()).toContain('"id": 42');
    await page.getByText(/events, live/).waitFor();
    await look(page, "workflow-compact");
    await line.click();
    await page.getByRole("complementary", { name: "Details" }).getByText("Last failure").first().waitFor();
    await look(page, "workflow-event");
    await page.keyboard.press("Escape");
  },
);

test("a query, the stack, the workers, the relations and the details", { timeout: LIMIT_MS }, async () => {
  await page.getByRole("link", { name: "Stack and queries" }).click();
  await page
    .getByText(/at order/)
    .first()
    .waitFor();
  await page.getByText("It takes state.").waitFor();
  await page.getByLabel("Query name").fill("state");
  await page.getByRole("button", { name: "Run query" }).click();
  await page.getByText('"waits for approval"').waitFor();
  await look(page, "workflow-queries");
  await page.getByRole("link", { name: "Workers" }).click();
  await page.getByText("shop-worker").first().waitFor();
  await look(page, "workflow-workers");
  await page.getByRole("link", { name: "Relationships" }).click();
  await page.getByRole("link", { name: "ship-42" }).waitFor();
  await look(page, "workflow-relationships");
  await page.getByRole("link", { name: "Details", exact: true }).click();
  await page.getByText("charged").first().waitFor();
  await look(page, "workflow-details");
});

test("an update answers, a wrong one says why, a signal ends the wait", { timeout: LIMIT_MS }, async () => {
  await page.getByRole("link", { name: "History" }).click();
  await page.getByRole("button", { name: "Update" }).click();
  const update = page.getByRole("dialog", { name: "Send an update" });
  await update.getByLabel("Update name").fill("addItem");
  await update.getByLabel("Input").fill('{"sku": ""}');
  await update.getByRole("button", { name: "Send update" }).click();
  await update.getByText("an item needs a sku", { exact: true }).waitFor();
  await update.getByLabel("Input").fill('{"sku": "A1"}');
  await update.getByRole("button", { name: "Send update" }).click();
  await update.getByRole("region", { name: "Answer" }).locator("pre").waitFor();
  await look(page, "workflow-update");
  await update.getByRole("button", { name: "Close" }).last().click();

  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByText("It is still open.").waitFor();
  await page.getByRole("button", { name: "Signal" }).click();
  const signal = page.getByRole("dialog", { name: "Send a signal" });
  await signal.getByLabel("Signal name").fill("approve");
  await signal.getByLabel("Input").fill('{"by": "Ada"}');
  await signal.getByText("Show as CLI").click();
  expect(await signal.locator("pre").innerText()).toContain("temporal workflow signal");
  await look(page, "workflow-signal");
  await signal.getByRole("button", { name: "Send signal" }).click();
  for (const tab of [page, other]) {
    await tab.getByRole("region", { name: "Result" }).getByText('"by": "Ada"').waitFor();
  }
  await other.close();
});

test("the four modes show the same history", { timeout: LIMIT_MS }, async () => {
  await page.getByRole("button", { name: "Timeline" }).click();
  await page.getByRole("button", { name: /Activity charge/ }).waitFor();
  await page.getByRole("button", { name: "Zoom in" }).click();
  await page.getByRole("button", { name: "Show all of it" }).click();
  await look(page, "workflow-timeline");
  await page.getByRole("button", { name: "All", exact: true }).click();
  await page
    .getByRole("row")
    .filter({ hasText: /Workflow execution completed/ })
    .waitFor();
  await look(page, "workflow-all");
  await page.getByRole("button", { name: "JSON", exact: true }).click();
  await page.getByLabel("Find in the JSON").fill("declined");
  await page.getByText("of 1 events").waitFor();
  await look(page, "workflow-json");
});

test("the download is what the SDK replays", { timeout: LIMIT_MS }, async () => {
  await page.getByRole("button", { name: "More" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: /Download the history/ }).click(),
  ]);
  const { readFile } = await import("node:fs/promises");
  const { Worker } = await import("@temporalio/worker");
  const history = JSON.parse(await readFile(await download.path(), "utf8")) as unknown;
  await Worker.runReplayHistory(
    { workflowsPath: new URL("shop/workflows.ts", import.meta.url).pathname },
    history,
    "order-42",
  );
});

test("a failure is told with its cause, and hostile text stays text", { timeout: LIMIT_MS }, async () => {
  const { client } = shop;
  const evil = "<img src=x onerror=alert(1)>\u202Efdp";
  await client.workflow.start("failing", { taskQueue: TASK_QUEUE, workflowId: "failing-1", args: [evil] });
  await open("failing-1");
  const result = page.getByRole("region", { name: "Result" });
  await result.getByText("no stock left", { exact: true }).waitFor();
  await result.getByText("the shelf is empty", { exact: true }).waitFor();
  expect(await page.getByRole("region", { name: "Input" }).innerText()).toContain(
    "onerror=alert(1)>\\u202efdp",
  );
  expect(await page.locator("img[src=x]").count()).toBe(0);
  await look(page, "workflow-failed");
});

test(
  "a pending activity shows its failure, and is tried again by a click",
  { timeout: LIMIT_MS },
  async () => {
    const { client } = shop;
    await client.workflow.start("stuck", { taskQueue: TASK_QUEUE, workflowId: "stuck-1" });
    await open("stuck-1", "Pending");
    await page.getByText("the carrier does not answer", { exact: true }).waitFor();
    await look(page, "workflow-pending");
    await page.getByRole("button", { name: "Try again now" }).click();
    await page.getByText("The activity begins again").waitFor();
  },
);

test("pausing, resetting and terminating, each with its reason", { timeout: LIMIT_MS }, async () => {
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Pause…" }).click();
  await page.getByRole("dialog").getByLabel("Reason").fill("a look at the carrier");
  await page.getByRole("button", { name: "Pause workflow" }).click();
  await page.locator("header").getByText("Paused").waitFor();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Unpause…" }).click();
  await page.getByRole("button", { name: "Unpause workflow" }).click();
  await page.locator("header").getByText("Running").waitFor();

  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Reset…" }).click();
  const before = page.url();
  await page.getByRole("dialog").getByLabel("Reason").fill("once more");
  await look(page, "workflow-reset");
  await page.getByRole("button", { name: "Reset workflow" }).click();
  await page.waitForURL((url) => url.href !== before);

  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Terminate…" }).click();
  expect(await page.getByRole("button", { name: "Terminate workflow" }).isDisabled()).toBe(true);
  await page.getByRole("dialog").getByLabel("Reason").fill("enough");
  await page.getByRole("button", { name: "Terminate workflow" }).click();
  await page.getByRole("region", { name: "Result" }).getByText("It was terminated: enough").waitFor();
});

test("a chain of runs is followed from one to the next", { timeout: LIMIT_MS }, async () => {
  const handle = await shop.client.workflow.start("counted", {
    taskQueue: TASK_QUEUE,
    workflowId: "counted-1",
    args: [2],
  });
  expect(await handle.result()).toBe("counted");
  await page.goto(`/namespaces/${shop.namespace}/workflows/counted-1/${handle.firstExecutionRunId}`);
  for (const _ of ["second", "third"]) await page.getByRole("link", { name: "the next run" }).click();
  await page.getByRole("region", { name: "Result" }).getByText('"counted"').waitFor();
});

test(
  "the list: counts, the builder, the text with its mistakes, saved views",
  { timeout: LIMIT_MS },
  async () => {
    await page.goto(listPath());
    await page.getByRole("link", { name: "order-42" }).waitFor();
    await look(page, "workflows");
    await page.getByRole("group", { name: "Workflows by status" }).getByText("Failed").click();
    await page.getByRole("link", { name: "order-42" }).waitFor({ state: "hidden" });
    await page.getByRole("link", { name: "failing-1" }).waitFor();
    await page.getByRole("button", { name: "Remove the condition on ExecutionStatus" }).click();
    await page.getByRole("button", { name: "Add condition" }).click();
    const popup = page.getByRole("dialog", { name: "Condition" });
    await popup.getByLabel("Value").fill("order");
    await look(page, "workflows-condition");
    await popup.getByRole("button", { name: "Apply condition" }).click();
    await page.getByRole("link", { name: "stuck-1" }).first().waitFor({ state: "hidden" });
    expect(page.url()).toContain("WorkflowType");
    await page.getByRole("button", { name: "Edit as text" }).click();
    await page.getByLabel("Filter as text").fill('WorkflowType = "order" AND ExecutionStatus = "Runing"');
    await page.getByRole("button", { name: "Apply filter" }).click();
    expect(await page.getByRole("alert").locator("mark").innerText()).toBe('"Runing"');
    await look(page, "workflows-mistake");
    await page.getByLabel("Filter as text").fill('WorkflowType = "order" OR WorkflowType = "failing"');
    await page.getByRole("button", { name: "Apply filter" }).click();
    await page.getByRole("link", { name: "failing-1" }).waitFor();
    await page.getByRole("button", { name: "Views" }).click();
    await page.getByRole("menuitem", { name: "Save this filter…" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("Orders and failures");
    await page.getByRole("button", { name: "Save filter" }).click();
    await page.reload();
    await page.getByRole("button", { name: "Orders and failures" }).waitFor();
  },
);

test("a row is peeked at, and many are terminated at once", { timeout: LIMIT_MS }, async () => {
  for (const number of [1, 2, 3]) {
    await shop.client.workflow.start("stuck", {
      taskQueue: TASK_QUEUE,
      workflowId: `batch-${String(number)}`,
    });
  }
  await page.goto(listPath('WorkflowId STARTS_WITH "batch-"'));
  await page.getByRole("row").nth(3).waitFor();
  await page.getByRole("row").nth(1).getByText("stuck").click();
  await page
    .getByRole("complementary", { name: "Details" })
    .getByText("the carrier does not answer")
    .waitFor();
  await look(page, "workflows-peek");
  await page.keyboard.press("Escape");
  await page.getByRole("checkbox", { name: "Select all loaded rows" }).click();
  await page.getByRole("button", { name: "Terminate" }).click();
  const dialog = page.getByRole("dialog", { name: "Terminate 3 workflows" });
  await dialog.getByLabel("Reason").fill("a test");
  await dialog.getByLabel(/to confirm/).fill("3");
  await look(page, "workflows-batch");
  await dialog.getByRole("button", { name: "Terminate 3 workflows" }).click();
  await page.getByText("Done: 3 of 3 workflows").waitFor();
  await page.getByRole("row").nth(3).getByText("Terminated").waitFor();
});

test("no policy refused anything, no script failed, nothing was asked of others", () => {
  expect(world.complaints).toEqual([]);
});
