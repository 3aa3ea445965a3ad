// The table of Stripe's traps in the README names a test for each, by its title: it must be there.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const ROOT = new URL("../../../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), "utf8");

const [, section = ""] = read("services/billing/README.md").split("## Stripe's traps");
const rows = section
  .split("\n")
  .filter((row) => row.startsWith("|"))
  .slice(2)
  .map((row) => row.split("|").map((cell) => cell.trim()));

test("there are traps", () => {
  expect(rows.length).toBeGreaterThanOrEqual(13);
});

test.each(rows.map(([, trap = "", , named = ""]) => [trap, named] as const))("%s", (_trap, named) => {
  const [, file = "", title = ""] = /^`([\w.-]+)`: (.+)$/.exec(named) ?? [];
  expect(title).not.toBe("");
  const titles = [...read(`test/billing/${file}`).matchAll(/test\(\s*"([^"]+)"/g)].map(
    ([, each]) => each ?? "",
  );
  expect(titles.filter((each) => each.replace(/^(B\d, )*B\d: /, "").startsWith(title))).toHaveLength(1);
});
