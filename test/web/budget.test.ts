// What a first visit may cost: the compressed script and styles that the start and the first page behind sign-in load.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PROJECT_ROOT } from "../tidy/sources.ts";

const SCRIPT_BYTES_MAX = 250 * 1024;
const FOLDER = join(PROJECT_ROOT, "dist", "web", "console");

/** The files that one needs, by static imports, from itself on. */
function needed(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(join(FOLDER, file), "utf8");
  for (const [, name = ""] of text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
    needed(name, seen);
  return seen;
}

function compressedBytes(files: Iterable<string>): number {
  return [...files].reduce((sum, file) => sum + statSync(join(FOLDER, `${file}.br`)).size, 0);
}

function chunk(name: string): string {
  const found = readdirSync(FOLDER).find((file) => file.startsWith(`${name}-`) && file.endsWith(".js"));
  if (found === undefined) throw new Error(`there is no chunk ${name}`);
  return found;
}

const entry = /src="\/console\/([\w.-]+\.js)"/.exec(
  readFileSync(join(PROJECT_ROOT, "dist", "web", "index.html"), "utf8"),
)?.[1];

test.each([
  ["the landing page", ["landing-page"]],
  ["sign-in", ["sign-in-page"]],
  ["the frame and the list of namespaces", ["frame", "list-page"]],
])("%s loads at most 250 KB of compressed script", (_, chunks) => {
  const files = new Set([entry ?? "", ...chunks.map(chunk)].flatMap((file) => [...needed(file)]));

  const bytes = compressedBytes(files);
  expect(bytes).toBeLessThan(SCRIPT_BYTES_MAX);
  // Less would mean that imports are no longer found.
  expect(bytes).toBeGreaterThan(SCRIPT_BYTES_MAX / 5);
});
