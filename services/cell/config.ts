// The configuration of a cell process, from CELLPLANE_* variables.
import { z } from "zod";
import { address, logLevel, readConfig } from "#shared/config";

const schema = z.object({
  databaseUrl: z.string().min(1),
  listenAddress: address,
  internalToken: z.string().min(1).optional(),
  cellId: z.string().min(1).max(64).default("cell"),
  /** Comma-separated names of namespaces to create when they are missing. */
  namespaces: z.string().default(""),
  /** The same calls on both; wire at a tenth of the cost, grpc-js to tell a fault of the transport from one of the cell. */
  transport: z.enum(["wire", "grpc-js"]).default("wire"),
  executionsMax: z.coerce.number().int().min(100).default(5_000),
  /** Histories and states in memory; in memory they take about twice their encoded size. */
  heldBytesMax: z.coerce
    .number()
    .int()
    .min(1_000_000)
    .default(48 * 1024 * 1024),
  readyFile: z.string().optional(),
  stopWithStdin: z.stringbool().default(false),
  logLevel,
});

export type CellConfig = z.infer<typeof schema>;

export function readCellConfig(environment: Readonly<Record<string, string | undefined>>): CellConfig {
  return readConfig(schema, environment);
}
