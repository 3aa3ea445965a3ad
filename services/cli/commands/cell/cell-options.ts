// The flags of `cellplane cell`: parsed once, every mistake named.
import { isIP } from "node:net";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { CloudError } from "#shared/errors";

const DEFAULT_PORT = 7233;
const DEFAULT_DATA = ".cellplane-cell";
const DEFAULT_NAMESPACE = "default";
const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];
const ATTRIBUTE_TYPES = ["Text", "Keyword", "Int", "Double", "Bool", "Datetime", "KeywordList"];

export interface CellOptions {
  /** host:port to listen on; port 0 lets the system choose. */
  address: string;
  /** An own PostgreSQL in a folder, by its absolute path, or somebody else's by URL. */
  store: { dataDirectory: string } | { databaseUrl: string };
  namespaces: readonly string[];
  /** "name=Type" each. */
  searchAttributes: readonly string[];
  readyFile: string | undefined;
  logLevel: string;
}

const FLAGS = {
  port: { type: "string" },
  ip: { type: "string" },
  data: { type: "string" },
  database: { type: "string" },
  namespace: { type: "string", multiple: true },
  "search-attribute": { type: "string", multiple: true },
  "ready-file": { type: "string" },
  "log-level": { type: "string" },
} as const;

/** Errors: INVALID_ARGUMENT naming the flag and what it takes. */
export function parseCellOptions(args: readonly string[], workingDirectory: string): CellOptions {
  const values = parse(args);
  for (const [flag, value] of Object.entries(values)) {
    if ([value].flat().some((one) => one.trim() === "")) throw invalid(`--${flag} needs a value`);
  }
  if (values.data !== undefined && values.database !== undefined)
    throw invalid("--data and --database exclude each other: the data is in one or the other");
  return {
    address: `${hostOf(values.ip ?? "127.0.0.1")}:${portOf(values.port)}`,
    store:
      values.database === undefined
        ? { dataDirectory: resolve(workingDirectory, values.data ?? DEFAULT_DATA) }
        : { databaseUrl: databaseUrlOf(values.database) },
    namespaces: [...new Set([DEFAULT_NAMESPACE, ...(values.namespace ?? []).map(namespaceOf)])],
    searchAttributes: (values["search-attribute"] ?? []).map(attributeOf),
    readyFile:
      values["ready-file"] === undefined ? undefined : resolve(workingDirectory, values["ready-file"]),
    logLevel: logLevelOf(values["log-level"] ?? "warn"),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS }).values;
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : String(error));
  }
}

function portOf(text: string | undefined): number {
  const port = Number(text ?? DEFAULT_PORT);
  if (!/^\d*$/.test(text ?? "") || port > 65_535)
    throw invalid(`--port takes a whole number from 0 to 65535, not "${text ?? ""}"`);
  return port;
}

function hostOf(text: string): string {
  if (text === "localhost") return "127.0.0.1";
  const family = isIP(text);
  if (family === 0) throw invalid(`--ip takes an IP address of this machine, not "${text}"`);
  return family === 6 ? `[${text}]` : text;
}

function databaseUrlOf(text: string): string {
  const protocol = URL.canParse(text) ? new URL(text).protocol : "";
  if (protocol !== "postgres:" && protocol !== "postgresql:")
    throw invalid("--database takes a URL like postgres://user:password@host:5432/database");
  return text;
}

function namespaceOf(text: string): string {
  if (text.includes(",")) throw invalid(`--namespace takes one name, not "${text}"; repeat it for more`);
  return text.trim();
}

function attributeOf(text: string): string {
  const [name = "", type = "", ...more] = text.split("=").map((part) => part.trim());
  const known = ATTRIBUTE_TYPES.find((one) => one.toLowerCase() === type.toLowerCase());
  if (name === "" || name.includes(",") || known === undefined || more.length > 0) {
    throw invalid(
      `--search-attribute takes NAME=TYPE with one of ${ATTRIBUTE_TYPES.join(", ")}, not "${text}"`,
    );
  }
  return `${name}=${known}`;
}

function logLevelOf(text: string): string {
  if (LOG_LEVELS.includes(text)) return text;
  throw invalid(`--log-level takes one of ${LOG_LEVELS.join(", ")}, not "${text}"`);
}

function invalid(message: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", message);
}
