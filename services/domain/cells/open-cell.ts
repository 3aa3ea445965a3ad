// Opens drivers by a cell's row and keeps one per cell and address, so that connections are shared.
import type { CellDriver, CellDriverName } from "./cell-driver.ts";
import { createEmbeddedDriver } from "./embedded-driver.ts";
import { createTemporalDriver } from "./temporal-driver.ts";

export interface CellTarget {
  driver: string;
  address: string;
}

export interface Cells {
  open(cell: CellTarget): CellDriver;
  close(): void;
}

const DRIVERS = {
  embedded: createEmbeddedDriver,
  temporal: createTemporalDriver,
} satisfies Record<CellDriverName, unknown>;

/** `token` is the installation's internal one; it is sent to embedded cells only. */
export function createCells(options: { token: string | undefined }): Cells {
  const drivers = new Map<string, CellDriver>();
  return {
    open({ driver, address }) {
      const key = `${driver} ${address}`;
      let opened = drivers.get(key);
      if (opened === undefined) {
        // The column holds only names of DRIVERS: registration checks it.
        const create = DRIVERS[driver as CellDriverName];
        opened = create({ address, token: driver === "embedded" ? options.token : undefined });
        drivers.set(key, opened);
      }
      return opened;
    },
    close() {
      for (const driver of drivers.values()) driver.close();
      drivers.clear();
    },
  };
}
