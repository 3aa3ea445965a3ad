// The configuration of a cell process, from CELLPLANE_* variables.
import { z } from "zod";
import { address, logLevel, readConfig } from "#shared/config";
import { isFailpoint } from "./failpoints.ts";

const schema = z.object({
  databaseUrl: z.string().min(1),
  listenAddress: address,
  internalToken: z.string().min(1).optional(),
  cellId: z.string().min(1).max(64).default("cell"),
  /** Comma-separated names of namespaces to create when they are missing. */
  namespaces: z.string().default(""),
  /** Comma-separated `name=Type` of custom search attributes that those namespaces get when they lack them. */
  searchAttributes: z
    .string()
    .default("")
    .transform(attributesOf)
    .refine((attributes) => attributes !== undefined, "must be name=Type, separated by commas"),
  /** The same calls on both; wire at a tenth of the cost, grpc-js to tell a fault of the transport from one of the cell. */
  transport: z.enum(["wire", "grpc-js"]).default("wire"),
  executionsMax: z.coerce.number().int().min(100).default(5_000),
  /** Histories and states in memory; in memory they take about twice their encoded size. */
  heldBytesMax: z.coerce
    .number()
    .int()
    .min(1_000_000)
    .default(48 * 1024 * 1024),
  /** Where completion callbacks may go outside the cell: host:port patterns; see nexus/callback-addresses.ts. */
  callbackAddresses: z.string().default(""),
  /** Where handlers of Nexus operations outside the cell reach `/namespaces/{namespace}/nexus/callback` of this cell. */
  callbackUrl: z.url().optional(),
  /** How long after a version stopped taking work, and how often then, its open workflows are counted. */
  drainageGraceMs: z.coerce
    .number()
    .int()
    .min(0)
    .default(3 * 60_000),
  drainageRefreshMs: z.coerce
    .number()
    .int()
    .min(100)
    .default(5 * 60_000),
  /** For tests: the place and the turn at which the process ends; see failpoints.ts. */
  failpoint: z.string().refine(isFailpoint, "must be a place of failpoints.ts and a turn").optional(),
  /** For tests: a file with the milliseconds by which the wall clock is wrong; see shifted-clock.ts. */
  clockOffsetFile: z.string().min(1).optional(),
  readyFile: z.string().optional(),
  stopWithStdin: z.stringbool().default(false),
  logLevel,
});

/** "a=Keyword,b=Int" by name; undefined when it is not that. */
function attributesOf(text: string): Record<string, string> | undefined {
  const pairs = text.split(",").filter((part) => part.trim() !== "");
  const entries = pairs.map((pair) => pair.split("=").map((part) => part.trim()));
  if (entries.some((entry) => entry.length !== 2 || entry.includes(""))) return undefined;
  return Object.fromEntries(entries) as Record<string, string>;
}

export type CellConfig = z.infer<typeof schema>;

export function readCellConfig(environment: Readonly<Record<string, string | undefined>>): CellConfig {
  return readConfig(schema, environment);
}
