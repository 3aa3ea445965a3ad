// The repository's laws that a linter does not know: sizes, names, headers, and banned calls with their replacement.
import { basename } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { sourceFiles, type SourceFile } from "./sources.ts";

const FILE_LINES_MAX = 400;
const TEST_LINES_MAX = 600;
const FUNCTION_LINES_MAX = 60;

const files = sourceFiles("services", "test", "scripts", "web");
const sources = files.filter((file) => !file.isTest && /^(services|web)\//.test(file.path));

test("a source file has at most 400 lines, a test file 600", () => {
  const large = files
    .filter((file) => file.lines > (file.isTest ? TEST_LINES_MAX : FILE_LINES_MAX))
    .map((file) => `${file.path}: ${file.lines}`);
  expect(large).toEqual([]);
});

test("a function fits a screen of 60 lines", () => {
  expect(sources.flatMap(longFunctions)).toEqual([]);
});

function longFunctions(file: SourceFile): string[] {
  const tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
  const long: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && "body" in node && node.body !== undefined) {
      const from = tree.getLineAndCharacterOfPosition(node.getStart()).line;
      const lines = tree.getLineAndCharacterOfPosition(node.end).line - from + 1;
      if (lines > FUNCTION_LINES_MAX) long.push(`${file.path}:${from + 1}: ${lines} lines`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return long;
}

test("every file opens by saying what it is for", () => {
  const silent = files.filter((file) => !/^(#!.*\n)?(\/\/|\/\*)/.test(file.text)).map((file) => file.path);
  expect(silent).toEqual([]);
});

test("file names are nouns of the field in kebab-case", () => {
  const vague = /(^|[-.])(util|utils|helper|helpers|manager|misc|impl|v2)([-.]|$)|^common\./;
  const wrong = files
    .map((file) => file.path)
    .filter((path) => vague.test(basename(path)) || !/^[a-z0-9.-]+$/.test(basename(path)));
  expect(wrong).toEqual([]);
});

test("nothing is left for later without an issue", () => {
  const marks = new RegExp(["TO" + "DO", "FIX" + "ME", "X" + "XX"].map((mark) => `\\b${mark}\\b`).join("|"));
  expect(files.filter((file) => marks.test(file.text)).map((file) => file.path)).toEqual([]);
});

/** What must not be called, where it may be, and what to use instead. */
const BANNED: { call: RegExp; instead: string; except: RegExp }[] = [
  {
    call: /\bDate\.now\(|\bnew Date\(\)/,
    instead: "a Clock",
    except: /^services\/(shared\/clock\.ts|standalone\/)|^web\/src\/hooks\/use-now\.ts/,
  },
  { call: /\bMath\.random\(/, instead: "Ids", except: /^services\/(shared\/(ids|retry)\.ts)/ },
  {
    call: /\bprocess\.env\b/,
    instead: "the process's config.ts",
    except: /(main\.ts|config\.ts)$|^services\/standalone\//,
  },
  {
    call: /\bprocess\.exit\(/,
    instead: "#shared/process",
    except: /^services\/(shared\/process\.ts|standalone\/|cli\/)/,
  },
];

test("time, chance and environment come in as arguments", () => {
  const calls = sources.flatMap((file) =>
    BANNED.filter(({ call, except }) => !except.test(file.path) && call.test(withoutComments(file.text))).map(
      ({ call, instead }) => `${file.path}: use ${instead} instead of ${call.source}`,
    ),
  );
  expect(calls).toEqual([]);
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}

test("a test waits with eventually(), never by sleeping, and is never skipped", () => {
  const tests = files.filter((file) => /\.test\.ts$/.test(file.path) && !file.path.startsWith("test/tidy/"));
  const sleep = /setTimeout\(\s*(resolve|r|done)\b|timers\/promises/;
  const skipped = /\b(it|test|describe)\.(skip|todo|only|skipIf|runIf)\b/;
  const wrong = tests
    .filter((file) => sleep.test(file.text) || skipped.test(file.text))
    .map((file) => file.path);
  expect(wrong).toEqual([]);
});
