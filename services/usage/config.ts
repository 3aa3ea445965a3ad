// The settings of the usage process, from CELLPLANE_* variables.
import { z } from "zod";
import { address, logLevel, milliseconds, readConfig } from "#shared/config";

export interface CellAddress {
  cellId: string;
  address: string;
}

/** "cell-a=127.0.0.1:7311,cell-b=127.0.0.1:7312" */
const cells = z
  .string()
  .transform((text) => text.split(",").filter((part) => part.trim() !== ""))
  .transform((parts, context): CellAddress[] =>
    parts.map((part) => {
      const match = /^\s*([a-z0-9-]+)=([^\s:]+:\d{1,5})\s*$/.exec(part);
      if (match === null) context.addIssue(`"${part}" must be CELL=HOST:PORT`);
      return { cellId: match?.[1] ?? "", address: match?.[2] ?? "" };
    }),
  );

const schema = z.object({
  databaseUrl: z.url(),
  listenAddress: address.optional(),
  cells: cells.default([]),
  internalToken: z.string().min(1).optional(),
  intakePeriodMs: milliseconds.default(1_000),
  readyFile: z.string().optional(),
  stopWithStdin: z.stringbool().optional(),
  logLevel,
});

export type UsageConfig = z.infer<typeof schema>;

export function readUsageConfig(environment: Readonly<Record<string, string | undefined>>): UsageConfig {
  return readConfig(schema, environment);
}
