// A cell as a row, as configuration and as the public message.
import { z } from "zod";
import { timestampOfMs, type cloudV1 } from "#contracts";
import type { Cell } from "#prisma";
import { address } from "#shared/config";
import { CELL_DRIVERS } from "./cell-driver.ts";

export type CellRow = Cell;
const SERVED_REGIONS_MAX = 20;
export type CellState = "REGISTERING" | "ACTIVE" | "FAILED";

/** A cell of the installation's configuration. */
export const cellSettings = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,38}[a-z0-9]$/, "must be 2 to 40 of a-z, 0-9 and -"),
  region: z.string().min(1),
  driver: z.enum(CELL_DRIVERS),
  address,
  /** Further regions whose namespaces it takes. */
  alsoServes: z.array(z.string().min(1)).max(SERVED_REGIONS_MAX).default([]),
});
export type CellSettings = z.input<typeof cellSettings>;

export function toCell(row: CellRow, namespaces: number): cloudV1.ICell {
  return {
    spec: {
      ...{ cellId: row.id, region: row.regionId, alsoServes: row.alsoServes },
      ...{ driver: row.driver, address: row.address },
    },
    state: row.state,
    namespaces,
    createdTime: timestampOfMs(row.createdAt.getTime()),
    asyncOperationId: row.asyncOperationId,
  };
}
