// The folder of --data: made when it can be, else refused at once with its reason.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeDataDirectory } from "./data-directory.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "cellplane-data-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test("a folder is made with those above it, and an existing one is taken", () => {
  const path = join(root, "a", "b", "c d");
  makeDataDirectory(path);
  makeDataDirectory(path);
  expect(existsSync(path)).toBe(true);
});

test("a file is not a folder, and nothing is made below one", () => {
  const file = join(root, "file");
  writeFileSync(file, "");
  expect(() => makeDataDirectory(file)).toThrow(`${file} is not a folder`);
  expect(() => makeDataDirectory(join(file, "below"))).toThrow(`${file} is not a folder`);
});

test("a file system that takes no folders is refused, not tried forever", () => {
  expect(() => makeDataDirectory("/proc/cellplane")).toThrow("--data /proc/cellplane cannot be used");
});
