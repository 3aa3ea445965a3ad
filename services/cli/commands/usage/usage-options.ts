// The flags of `cellplane usage`: parsed once, every mistake named. What a report may be grouped by is the server's to say.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { CloudError } from "#shared/errors";
import type { CliEnvironment } from "../../config.ts";

export interface UsageOptions {
  /** With everything that is asked for. */
  url: URL;
  apiKey: string | undefined;
  /** Undefined for the standard output. */
  output: string | undefined;
}

const DEFAULT_ADDRESS = "http://localhost:7300";
const FORMATS = ["csv", "json", "focus"] as const;
const FLAGS = {
  month: { type: "string" },
  "group-by": { type: "string", multiple: true },
  format: { type: "string", default: "csv" },
  focus: { type: "string" },
  namespace: { type: "string" },
  output: { type: "string" },
  address: { type: "string" },
  "api-key-file": { type: "string" },
} as const;

/** Errors: INVALID_ARGUMENT naming the flag and what it takes. */
export function parseUsageOptions(args: readonly string[], environment: CliEnvironment): UsageOptions {
  const flags = parse(args);
  const format = FORMATS.find((one) => one === flags.format);
  if (format === undefined) throw invalid(`--format is one of ${FORMATS.join(", ")}`);
  if (format === "focus" && flags.namespace !== undefined)
    throw invalid("--namespace is for --format csv and json: FOCUS has every namespace's charges");
  if (format !== "focus" && flags.focus !== undefined) throw invalid("--focus needs --format focus");
  const url = new URL(
    format === "focus" ? "/api/v1/focus-report.csv" : "/api/v1/usage-report.csv",
    addressOf(flags.address ?? environment.address ?? DEFAULT_ADDRESS),
  );
  const asked: [string, string | undefined][] = [
    ["month", flags.month],
    ["namespace", flags.namespace],
    ["version", flags.focus],
    ["format", format === "json" ? format : undefined],
    ...groupsOf(flags["group-by"]).map((name): [string, string] => ["group_by", name]),
  ];
  for (const [name, value] of asked) if (value !== undefined) url.searchParams.append(name, value);
  return { url, apiKey: keyOf(flags["api-key-file"], environment), output: flags.output };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS }).values;
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : String(error));
  }
}

function groupsOf(given: readonly string[] | undefined): string[] {
  return (given ?? []).flatMap((names) => names.split(",")).map((name) => name.trim());
}

function addressOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === "http:" || url?.protocol === "https:") return url;
  throw invalid("--address takes a URL like https://cloud.example.com");
}

function keyOf(file: string | undefined, environment: CliEnvironment): string | undefined {
  if (file === undefined) return environment.apiKey?.trim();
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    throw invalid(`--api-key-file cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function invalid(message: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", message);
}
