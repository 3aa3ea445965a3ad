// Connections to the cells, by the address the directory tells. A cell that is down costs only its own calls (E2).
import { CloudError } from "#shared/errors";
import { Connector, INTERNAL_LIMITS, type Connection } from "#wire";
import type { CellRecord, DirectoryView } from "../directory/directory-view.ts";

export class Cells {
  readonly #connectors = new Map<string, Connector>();

  /** A connection with room, when there is one: the fast path. */
  ready(cell: CellRecord): Connection | undefined {
    return this.#connectors.get(cell.address)?.ready();
  }

  /** Errors: UNAVAILABLE. */
  async acquire(cell: CellRecord): Promise<Connection> {
    let connector = this.#connectors.get(cell.address);
    if (connector === undefined) {
      connector = new Connector({ address: cell.address, limits: INTERNAL_LIMITS });
      this.#connectors.set(cell.address, connector);
    }
    try {
      return await connector.acquire();
    } catch (cause) {
      throw cellUnavailable(cause instanceof CloudError ? cause.internalDetail : String(cause));
    }
  }

  /** Lets go of addresses that no cell has any more; their running calls end by themselves. */
  keepOnly(view: DirectoryView): void {
    const addresses = new Set([...view.cells.values()].map((cell) => cell.address));
    for (const [address, connector] of this.#connectors) {
      if (addresses.has(address)) continue;
      connector.close();
      this.#connectors.delete(address);
    }
  }

  close(): void {
    for (const connector of this.#connectors.values()) connector.close();
  }
}

export function cellUnavailable(internalDetail: string | undefined): CloudError {
  return new CloudError("UNAVAILABLE", "The namespace is not available now. Try again.", {
    ...(internalDetail === undefined ? {} : { internalDetail }),
  });
}
