// Every row of the security checklist is shown by a test that is there, or stands in a committed list with its reason,
// which may only shrink.
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { SECURITY_ROWS } from "./security-rows.ts";

const ROOT = new URL("../../", import.meta.url);
/** Rows of each chapter: mutual TLS, keys, identity, tenants, data, limits, console, building. */
const CHAPTERS = { M: 12, K: 8, I: 14, T: 12, D: 9, L: 12, C: 8, B: 6 };
/** Of the list of exceptions. Lower it when one goes. */
const EXCEPTIONS_MAX = 24;

const ids = Object.entries(CHAPTERS).flatMap(([chapter, count]) =>
  Array.from({ length: count }, (_, index) => `${chapter}${String(index + 1)}`),
);
const exceptions = new Map(
  readFileSync(new URL("security-exceptions.txt", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const at = line.indexOf(": ");
      return [line.slice(0, at), line.slice(at + 2)] as const;
    }),
);

test("every row is shown by a test or is an exception, and nothing else is", () => {
  expect(ids.filter((id) => !(id in SECURITY_ROWS) && !exceptions.has(id))).toEqual([]);
  expect([...Object.keys(SECURITY_ROWS), ...exceptions.keys()].filter((id) => !ids.includes(id))).toEqual([]);
});

test("the tests that rows name are there", () => {
  const missing = Object.entries(SECURITY_ROWS).flatMap(([id, { shownBy }]) =>
    shownBy
      .filter(([file, name]) => {
        const at = new URL(file, ROOT);
        return !existsSync(at) || !readFileSync(at, "utf8").includes(name);
      })
      .map(([file, name]) => `${id}: ${file}: ${name}`),
  );
  expect(missing).toEqual([]);
  expect(Object.entries(SECURITY_ROWS).filter(([, { shownBy }]) => shownBy.length === 0)).toEqual([]);
});

test("an exception has its reason, and there are no more than there were", () => {
  expect([...exceptions].filter(([, why]) => why.length < 10)).toEqual([]);
  expect(exceptions.size).toBeLessThanOrEqual(EXCEPTIONS_MAX);
});
