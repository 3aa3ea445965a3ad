// The flags of `cellplane audit verify`: parsed once, every mistake named.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { CloudError } from "#shared/errors";

const DEFAULT_DATA = ".cellplane";

/** A standalone cloud's folder, by its absolute path, or a database by URL. */
export type VerifyOptions = { dataDirectory: string } | { databaseUrl: string };

/** Errors: INVALID_ARGUMENT naming the flag and what it takes. */
export function parseVerifyOptions(args: readonly string[], workingDirectory: string): VerifyOptions {
  const { data, database } = parse(args);
  if (data !== undefined && database !== undefined)
    throw invalid("--data and --database exclude each other: the records are in one or the other");
  if (database === undefined) {
    if (data?.trim() === "") throw invalid("--data needs the name of a folder");
    return { dataDirectory: resolve(workingDirectory, data ?? DEFAULT_DATA) };
  }
  const protocol = URL.canParse(database) ? new URL(database).protocol : "";
  if (protocol !== "postgres:" && protocol !== "postgresql:")
    throw invalid("--database takes a URL like postgres://user:password@host:5432/database");
  return { databaseUrl: database };
}

function parse(args: readonly string[]): { data?: string; database?: string } {
  try {
    return parseArgs({
      args: [...args],
      options: { data: { type: "string" }, database: { type: "string" } },
    }).values;
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : String(error));
  }
}

function invalid(message: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", message);
}
