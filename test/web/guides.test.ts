// The guides in the console: found by words, read, and nothing in them runs.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseGuide } from "../../web/guides/parse-guide.ts";
import { lookAt } from "./accessible.ts";
import { startConsoleWorld, type ConsoleWorld } from "./console-world.ts";
import { comeIn } from "./person-acts.ts";

const LIMIT_MS = 240_000;
let world: ConsoleWorld;
let page: Page;

beforeAll(async () => {
  world = await startConsoleWorld();
  page = (await world.person({ viewport: { width: 1440, height: 900 } })).page;
  await comeIn(page, "ada@example.com");
}, LIMIT_MS);

afterAll(() => world.stop());

test("raw markup and links that run something become text", () => {
  const markdown =
    "# T\n\n<img src=x onerror=alert(1)> [x](javascript:alert(1)) [y](data:text/html,z) a &lt; b\n\n<script>z</script>\n";
  const { blocks } = parseGuide("t", markdown);
  const parts = JSON.stringify(blocks);
  expect(parts).not.toContain('"kind":"link"');
  expect(parts).not.toContain("javascript:");
  expect(blocks.map(({ kind }) => kind)).toEqual(["paragraph", "paragraph"]);
  expect(parts).toContain("a < b");
});

test("a guide is found by its words, by the keyboard, and read", { timeout: LIMIT_MS }, async () => {
  await page.getByRole("heading", { name: "Create the first namespace" }).waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("h");
  await page.getByRole("heading", { level: 1, name: "Guides" }).waitFor();
  await page.getByRole("link", { name: "Quickstart", exact: true }).waitFor();
  await lookAt(page, "guides");
  await page.keyboard.press("/");
  await page.keyboard.type("pg_dump");
  await page
    .getByRole("list", { name: "Found" })
    .getByRole("link", { name: /Backup/ })
    .first()
    .click();
  await page.getByRole("heading", { level: 1, name: "Backup and restore" }).waitFor();
  await page.goto("/guides/connect");
  await page.getByText("Worker.create").waitFor();
  await lookAt(page, "guide");
  await page.getByRole("main").getByRole("link", { name: "certificates", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: /Certificates/i }).waitFor();
  await page.goto("/guides/nothing");
  await page.getByRole("heading", { name: "There is no such guide" }).waitFor();
});

test("no guide asks others for anything", () => {
  expect(world.complaints).toEqual([]);
});
