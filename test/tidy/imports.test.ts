// Which folder may import which: the table of the design, made executable.
import { expect, test } from "vitest";
import { areaOf, houseOf, resolveRelative, sourceFiles, type SourceFile } from "./sources.ts";

/** Import keys (beside #shared) that each area may use. A trailing * stands for any noun. */
const ALLOWED: Record<string, readonly string[]> = {
  shared: [],
  contracts: [],
  wire: [],
  domain: ["#domain/*", "#contracts", "#prisma"],
  api: ["#domain/*", "#contracts", "#usage/reports", "#billing/*"],
  workflows: ["#domain/*", "#billing/*", "#usage/reports", "#contracts"],
  cell: ["#wire", "#contracts", "#usage/actions"],
  gateway: ["#wire", "#contracts", "#usage/actions"],
  usage: ["#contracts"],
  billing: ["#contracts", "#usage/reports", "#billing/*"],
  "stripe-emulator": [],
  standalone: ["#*"],
  cli: ["#*"],
};

const files = sourceFiles("services").filter((file) => !file.isTest);

function isAllowed(file: SourceFile, specifier: string): boolean {
  if (specifier.startsWith("#shared/")) return true;
  if (specifier === "#workflows/starter" && file.path === "services/api/main.ts") return true;
  const rules = ALLOWED[areaOf(file.path)] ?? [];
  return rules.some((rule) =>
    rule.endsWith("*") ? specifier.startsWith(rule.slice(0, -1)) : specifier === rule,
  );
}

test("every folder of services is in the import table", () => {
  const unknown = new Set(files.map((file) => areaOf(file.path)).filter((area) => !(area in ALLOWED)));
  expect([...unknown]).toEqual([]);
});

test("a folder imports only what the design lets it import", () => {
  const wrong = files.flatMap((file) =>
    file.imports
      .filter(({ specifier }) => specifier.startsWith("#") && !isAllowed(file, specifier))
      .map(({ specifier }) => `${file.path} imports ${specifier}`),
  );
  expect(wrong).toEqual([]);
});

test("relative imports stay inside their own folder: others are reached by their door", () => {
  const wrong = files.flatMap((file) =>
    file.imports
      .filter(({ specifier }) => specifier.startsWith("."))
      .map(({ specifier }) => ({ specifier, target: resolveRelative(file.path, specifier) }))
      .filter(({ target }) => houseOf(target) !== houseOf(file.path) && areaOf(file.path) !== "standalone")
      .map(({ specifier }) => `${file.path} imports ${specifier}`),
  );
  expect(wrong).toEqual([]);
});

test("workflow code imports the SDK and types only", () => {
  const wrong = files
    .filter((file) => file.path.endsWith(".workflow.ts"))
    .flatMap((file) =>
      file.imports
        .filter(
          ({ specifier, typeOnly }) => !typeOnly && !/^(@temporalio\/(workflow|common)|\.)/.test(specifier),
        )
        .map(({ specifier }) => `${file.path} imports ${specifier}`),
    );
  expect(wrong).toEqual([]);
});

test("only billing/stripe imports the Stripe SDK, and only shared and contracts know protobufjs", () => {
  const wrong = files.flatMap((file) =>
    file.imports
      .filter(({ specifier }) => specifier === "stripe" && !file.path.startsWith("services/billing/stripe/"))
      .map(({ specifier }) => `${file.path} imports ${specifier}`),
  );
  expect(wrong).toEqual([]);
});

test("no file is dead: each is a process, a workflow, a door, or imported by another", () => {
  const imported = new Set(
    files.flatMap((file) =>
      file.imports
        .filter(({ specifier }) => specifier.startsWith("."))
        .map(({ specifier }) => resolveRelative(file.path, specifier)),
    ),
  );
  const specifiers = new Set(
    sourceFiles("services", "test").flatMap((file) => file.imports.map(({ specifier }) => specifier)),
  );
  const isEntry = (path: string): boolean =>
    /\/(main|index|starter|workflows)\.ts$/.test(path) ||
    path.endsWith(".workflow.ts") ||
    path.endsWith("guard.mjs");
  const isShared = (path: string): boolean => {
    const name = /^services\/shared\/(.+)\.ts$/.exec(path)?.[1];
    return name !== undefined && specifiers.has(`#shared/${name}`);
  };
  const dead = files
    .map((file) => file.path)
    .filter((path) => !imported.has(path) && !isEntry(path) && !isShared(path));
  expect(dead).toEqual([]);
});
