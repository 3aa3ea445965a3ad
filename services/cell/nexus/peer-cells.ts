// The other cells of the installation, as the control plane said: where operations of endpoints with a target there are
// asked for, and where their completions go. Tenants see ids of cells, never addresses, and reach nothing but callbacks.
import { CloudError } from "#shared/errors";
import type { Queryable } from "#shared/postgres";
import type { Journal } from "../journal/journal.ts";
import { readPeerCells, upsertPeerCell, type PeerCellRow } from "../store/peer-cell-store.ts";
import { endpointPath } from "./endpoint.ts";

const PEERS_MAX = 1_000;
const CALLBACK_PREFIX = "temporal://cell/";
const CALLBACK = /^temporal:\/\/cell\/([a-z0-9-]+)$/;
const CALLBACK_PATH = "/nexus/callback";

/** One address in another cell, with what opens it. */
export interface PeerAddress {
  url: string;
  headers: Readonly<Record<string, string>>;
}

export class PeerCells {
  readonly #addresses = new Map<string, string>();
  readonly #headers: Readonly<Record<string, string>>;

  constructor(internalToken: string | undefined) {
    this.#headers = internalToken === undefined ? {} : { authorization: `Bearer ${internalToken}` };
  }

  async load(pool: Queryable): Promise<void> {
    for (const { cellId, address } of await readPeerCells(pool)) this.#addresses.set(cellId, address);
  }

  /** Cells are added and moved, never removed: what was begun with one can still end. Errors: RESOURCE_EXHAUSTED, UNAVAILABLE. */
  async learn(journal: Journal, peers: readonly PeerCellRow[]): Promise<void> {
    const news = peers.filter(({ cellId, address }) => this.#addresses.get(cellId) !== address);
    if (news.length === 0) return;
    if (this.#addresses.size + news.length > PEERS_MAX)
      throw new CloudError("RESOURCE_EXHAUSTED", `A cell knows at most ${PEERS_MAX} other cells.`);
    const group = journal.group();
    group.statements.push(...news.map(upsertPeerCell));
    await group.durable;
    for (const { cellId, address } of news) this.#addresses.set(cellId, address);
  }

  /** Below which the services of an endpoint are; undefined for a cell that nobody told of. */
  servicesOf(cellId: string, endpointId: string): PeerAddress | undefined {
    return this.#at(cellId, endpointPath(endpointId));
  }

  /** What a callback stands for; undefined when it is not one to a known cell. */
  callbackAt(url: string): PeerAddress | undefined {
    const [, cellId] = CALLBACK.exec(url) ?? [];
    return cellId === undefined ? undefined : this.#at(cellId, CALLBACK_PATH);
  }

  #at(cellId: string, path: string): PeerAddress | undefined {
    const address = this.#addresses.get(cellId);
    return address === undefined ? undefined : { url: `http://${address}${path}`, headers: this.#headers };
  }
}

/** Never resolved by anybody: other cells of the installation know what it stands for. */
export function peerCallbackUrl(cellId: string): string {
  return `${CALLBACK_PREFIX}${cellId}`;
}
