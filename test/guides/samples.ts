// The code samples of docs/guides, and those that no test runs, each with its reason: that list only shrinks.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../docs/guides", import.meta.url));
const NOT_RUN = fileURLToPath(new URL("not-run.txt", import.meta.url));

export interface Sample {
  /** "quickstart 2": the guide, and which of its samples. */
  id: string;
  guide: string;
  /** "sh", "ts"; empty when the fence names none. */
  language: string;
  /** The rest of the fence's words: a file's name, or what it does. */
  title: string;
  text: string;
}

/** Samples within lists are indented as the fence is. */
export function readSamples(): Sample[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".md"))
    .flatMap((name) => {
      const guide = name.slice(0, -".md".length);
      const text = readFileSync(join(FOLDER, name), "utf8");
      return [...text.matchAll(/^( *)```(\S*) *(.*)\n([\s\S]*?)^ *```$/gm)].map((found, index) => {
        const [, indent = "", language = "", title = "", code = ""] = found;
        const plain = code.replace(new RegExp(`^${indent}`, "gm"), "");
        return { id: `${guide} ${String(index + 1)}`, guide, language, title: title.trim(), text: plain };
      });
    });
}

export function samplesOf(guide: string): Sample[] {
  return readSamples().filter((sample) => sample.guide === guide);
}

/** Those that are not run, by their ids. Errors: a reason that says nothing. */
export function readNotRun(): Map<string, string> {
  const lines = readFileSync(NOT_RUN, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => {
      const [, id = "", why = ""] = /^(\S+ \d+): (.{10,})$/.exec(line) ?? [];
      if (id === "") throw new Error(`not "<guide> <number>: <reason>": ${line}`);
      return [id, why] as const;
    }),
  );
}
