// The laws of the console's tree: what may import what, and what a browser must never keep.
import { expect, test } from "vitest";
import { resolveRelative, sourceFiles } from "./sources.ts";

const files = sourceFiles("web").filter((file) => file.path.startsWith("web/src/"));

/** Folders of web/src that each folder may use through the import map. */
const ALLOWED: Record<string, readonly string[]> = {
  api: ["api"],
  format: ["format"],
  preferences: ["preferences"],
  hooks: ["hooks", "format", "preferences"],
  components: ["components", "format", "hooks", "preferences", "api", "app"],
  frame: ["frame", "components", "format", "hooks", "preferences", "api", "app"],
  pages: ["components", "frame", "format", "hooks", "preferences", "api", "app"],
  app: ["api", "app"],
};

function folderOf(path: string): string {
  return path.split("/")[2] ?? "";
}

test("a folder of the console imports what the table lets it import", () => {
  const wrong = files.flatMap((file) =>
    file.imports
      .filter(({ specifier }) => specifier.startsWith("#"))
      .filter(({ specifier }) => {
        const rules = ALLOWED[folderOf(file.path)];
        return rules !== undefined && !rules.includes(specifier.slice(1).split("/")[0] ?? "");
      })
      .map(({ specifier }) => `${file.path} imports ${specifier}`),
  );
  expect(wrong).toEqual([]);
});

test("relative imports stay in their folder, and pages in their noun, but for the router's list and routes of parents", () => {
  const wrong = files.flatMap((file) =>
    file.imports
      .filter(({ specifier }) => specifier.startsWith("."))
      .map(({ specifier }) => ({ specifier, target: resolveRelative(file.path, specifier) }))
      .filter(({ target }) => !target.startsWith("web/src/styles/"))
      .filter(({ target }) => houseOf(target) !== houseOf(file.path))
      .filter(({ target }) => folderOf(file.path) !== "app" && !target.endsWith("/routes.ts"))
      .map(({ specifier }) => `${file.path} imports ${specifier}`),
  );
  expect(wrong).toEqual([]);
});

function houseOf(path: string): string {
  const [, , folder = "", noun = ""] = path.split("/");
  return folder === "pages" ? `pages/${noun}` : folder;
}

test("the console knows nothing of the services but the generated types of the API", () => {
  const wrong = files.flatMap((file) =>
    file.imports
      .filter(({ specifier }) => /^\.\.?\//.test(specifier))
      .map(({ specifier }) => resolveRelative(file.path, specifier))
      .filter((target) => !target.startsWith("web/src/")),
  );
  expect(wrong).toEqual([]);
});

test("only preferences are kept in the browser, and no markup is made from text", () => {
  const keeps = /\b(localStorage|sessionStorage|indexedDB|document\.cookie)\b/;
  const markup = /dangerouslySetInnerHTML|\.innerHTML|insertAdjacentHTML|document\.write/;
  const wrong = files
    .filter(
      (file) => (keeps.test(file.text) && folderOf(file.path) !== "preferences") || markup.test(file.text),
    )
    .map((file) => file.path);
  expect(wrong).toEqual([]);
});

test("no file of the console is dead", () => {
  const roots = new Map([
    ["api", "ts"],
    ["app", "ts"],
    ["components", "tsx"],
    ["frame", "tsx"],
    ["format", "ts"],
    ["hooks", "ts"],
    ["preferences", "ts"],
  ]);
  const imported = new Set(
    files.flatMap((file) =>
      file.imports.map(({ specifier }) => {
        if (specifier.startsWith(".")) return resolveRelative(file.path, specifier);
        const [folder = "", name = ""] = specifier.slice(1).split("/");
        return `web/src/${folder}/${name}.${roots.get(folder) ?? ""}`;
      }),
    ),
  );
  const dead = files
    .map((file) => file.path)
    .filter((path) => !imported.has(path) && !/\/main\.tsx$|\.(d|test)\.ts$/.test(path))
    .filter((path) => !FOUNDATION.has(path));
  expect(dead).toEqual([]);
});

/** Components of the foundation that wait for their first page: this list only shrinks. */
const FOUNDATION = new Set<string>([
  "web/src/components/chart.tsx",
  "web/src/components/figure.tsx",
  "web/src/format/money.ts",
  "web/src/format/time-range.ts",
]);
