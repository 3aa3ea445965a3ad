// Reads the project's sources once for the tidy tests: path, text, imports, and where in the tree a file lives.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

export const PROJECT_ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface SourceFile {
  /** From the project's root: "services/cell/main.ts". */
  path: string;
  text: string;
  lines: number;
  isTest: boolean;
  imports: ImportedModule[];
}

export interface ImportedModule {
  specifier: string;
  /** Types only: erased at run time. */
  typeOnly: boolean;
}

const SKIPPED = new Set([
  "node_modules",
  "dist",
  "generated",
  "go",
  "python",
  "java",
  "histories",
  "screenshots",
]);

export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) => walk(folder));
}

function walk(folder: string): SourceFile[] {
  return readdirSync(join(PROJECT_ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : walk(path);
    return /\.(ts|tsx|mjs)$/.test(entry.name) ? [read(path)] : [];
  });
}

function read(path: string): SourceFile {
  const text = readFileSync(join(PROJECT_ROOT, path), "utf8");
  return {
    path,
    text,
    lines: text.split("\n").length - 1,
    isTest: path.startsWith("test/") || /\.test\.tsx?$/.test(path),
    imports: importsOf(text),
  };
}

const IMPORT =
  /^(?:import|export)\s+(type\s)?[^"';]*?from\s+"([^"]+)"|^import\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm;

function importsOf(text: string): ImportedModule[] {
  return [...text.matchAll(IMPORT)].map((match) => ({
    specifier: match[2] ?? match[3] ?? match[4] ?? "",
    typeOnly: match[1] !== undefined,
  }));
}

/** Where a relative import leads, from the project's root. */
export function resolveRelative(from: string, specifier: string): string {
  return normalize(join(dirname(from), specifier));
}

/** The process or library a file belongs to: "cell", "domain", "api" ... */
export function areaOf(path: string): string {
  return path.split("/")[1] ?? "";
}

/** The folder whose door must be used from outside: the noun in domain and billing, the area elsewhere. */
export function houseOf(path: string): string {
  const [root = "", area = "", noun = ""] = path.split("/");
  const hasNouns = area === "domain" || area === "billing";
  return hasNouns && !noun.includes(".") ? `${root}/${area}/${noun}` : `${root}/${area}`;
}
