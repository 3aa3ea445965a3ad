// Schedules by clicking: created with a preview, triggered, paused with a reason, changed, filled in, deleted by name; and
// what somebody sees who may only look.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startConsoleWorld, type ConsoleWorld } from "./console-world.ts";
import { inviteReader } from "./invite-reader.ts";
import { look } from "./looks.ts";
import { comeIn, createNamespace } from "./person-acts.ts";

const LIMIT_MS = 240_000;

let world: ConsoleWorld;
let page: Page;
let namespace: string;

beforeAll(async () => {
  world = await startConsoleWorld();
  page = (await world.person({ viewport: { width: 1440, height: 900 } })).page;
  await comeIn(page, "ada@example.com");
  namespace = await createNamespace(page, "orders");
}, LIMIT_MS);

afterAll(() => world.stop());

const heading = (name: string): Promise<void> =>
  page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
const mark = (word: string): Promise<void> =>
  page.locator("header [data-status]", { hasText: word }).waitFor();

test(
  "a schedule is made from the empty list, with its next runs shown before",
  { timeout: LIMIT_MS },
  async () => {
    await page.getByRole("link", { name: "Schedules", exact: true }).click();
    await page.getByRole("heading", { name: "No schedule yet" }).waitFor();
    await look(page, "schedules-empty");
    await page.getByRole("main").getByRole("link", { name: "Create schedule" }).first().click();
    await page.getByLabel("Schedule id").fill("nightly");
    await page.getByLabel("Workflow type").fill("report");
    await page.getByLabel("Task queue", { exact: true }).fill("reports");
    await page.getByLabel("Arguments").fill('["eu", 7]');

    await page.getByLabel("Hour", { exact: true }).fill("25");
    const preview = page.getByRole("region", { name: "Next runs" });
    await preview.getByText("Hour: write values").waitFor();
    expect(await page.getByRole("button", { name: "Create schedule" }).isDisabled()).toBe(true);
    await page.getByRole("button", { name: "Weekdays at 9" }).click();
    await preview.getByText("At 09:00, Monday to Friday").waitFor();
    await page.getByRole("button", { name: "Add more times" }).click();
    await page.getByRole("combobox", { name: "Kind of times 2" }).click();
    await page.getByRole("option", { name: "At intervals" }).click();
    await page.getByLabel("Every", { exact: true }).fill("6h");
    await preview.getByText("Every 6h").waitFor();
    await look(page, "schedule-create");
    const previewed = await preview.getByRole("listitem").filter({ hasText: "UTC" }).allInnerTexts();
    expect(previewed).toHaveLength(8);

    await page.getByRole("button", { name: "Create schedule" }).click();
    await heading("nightly");
    await mark("Active");
    // The server's own times of the month are those that the form promised.
    const [first = ""] = previewed;
    const isNextMonth = first.slice(0, 7) !== new Date().toISOString().slice(0, 7);
    if (isNextMonth) await page.getByRole("button", { name: "Month after" }).click();
    await page.locator(`td[title^="${first.slice(0, 10)}: "][title*="${first.slice(11, 16)}"]`).waitFor();
  },
);

test("it is triggered, paused with a reason, and resumed", { timeout: LIMIT_MS }, async () => {
  await page.getByRole("button", { name: "Trigger" }).click();
  await look(page, "schedule-trigger");
  await page.getByRole("button", { name: "Trigger now" }).click();
  await page
    .getByRole("cell", { name: /^nightly-2/ })
    .first()
    .waitFor();
  await look(page, "schedule");

  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("dialog").getByLabel("Reason").fill("the warehouse moves");
  await page.getByRole("dialog").getByRole("button", { name: "Pause schedule" }).click();
  await mark("Paused");
  await page.getByText("the warehouse moves", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Resume" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Resume schedule" }).click();
  await mark("Active");
});

test(
  "it is changed to a cron string, and what the form does not show stays",
  { timeout: LIMIT_MS },
  async () => {
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: "Edit" }).click();
    await page.getByRole("button", { name: "Remove times 2" }).click();
    await page.getByRole("combobox", { name: "Kind of times 1" }).click();
    await page.getByRole("option", { name: "By a cron string" }).click();
    await page.getByLabel("Cron string").fill("*/30 * * * *");
    await page.getByLabel("Time zone").fill("Europe/Berlin");
    await page.getByRole("button", { name: "Save schedule" }).click();
    await heading("nightly");
    await page.getByText("Times of Europe/Berlin").waitFor();
    await page.getByText("Every 30 minutes, every day").waitFor();
  },
);

test("times that passed are filled in, and it is found in the list", { timeout: LIMIT_MS }, async () => {
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Backfill" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("From, UTC").fill("2026-01-05T00:00");
  await dialog.getByLabel("To, UTC").fill("2026-01-05T01:00");
  await dialog.getByRole("button", { name: /^Start [23] runs$/ }).waitFor();
  await look(page, "schedule-backfill");
  await dialog.getByRole("button", { name: /^Start [23] runs$/ }).click();
  await page
    .getByRole("cell", { name: /nightly-2026-01-05T00:/ })
    .first()
    .waitFor();

  await page.getByRole("link", { name: "Schedules", exact: true }).first().click();
  await page.getByRole("row").nth(1).waitFor();
  await look(page, "schedules");
});

test("who may only look sees it and is offered no change", { timeout: LIMIT_MS }, async () => {
  const reader = (await world.person()).page;
  await inviteReader({ owner: page, page: reader }, namespace);
  await reader.goto(`/namespaces/${namespace}/schedules/nightly`);
  await reader.getByText("Times of Europe/Berlin").waitFor();
  expect(await reader.getByRole("button", { name: "Trigger" }).count()).toBe(0);
  await reader.goto(`/namespaces/${namespace}/create-schedule`);
  await reader.getByLabel("Schedule id").fill("forged");
  await reader.getByLabel("Workflow type").fill("t");
  await reader.getByLabel("Task queue", { exact: true }).fill("q");
  await reader.getByRole("button", { name: "Create schedule" }).click();
  await reader.getByText("The schedule was not created").waitFor();
});

test("it is deleted only by typing its name", { timeout: LIMIT_MS }, async () => {
  await page.goto(`/namespaces/${namespace}/schedules/nightly`);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete nightly" });
  await dialog.getByLabel(/to confirm/).fill("nightly");
  await dialog.getByRole("button", { name: "Delete schedule" }).click();
  await page.getByRole("heading", { name: "No schedule yet" }).waitFor();
  expect(world.complaints).toEqual([]);
});
