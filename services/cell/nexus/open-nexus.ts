// Puts the Nexus part of a cell together: what the store keeps of it, and what lives in memory.
import { randomBytes } from "node:crypto";
import type { Clock } from "#shared/clock";
import type { Ids } from "#shared/ids";
import type { Queryable } from "#shared/postgres";
import type { CellConfig } from "../config.ts";
import type { Matching } from "../matching/matching.ts";
import type { Namespaces } from "../namespaces/namespaces.ts";
import { readOrMakeKey } from "../store/key-store.ts";
import { CallbackAddresses } from "./callback-addresses.ts";
import { CALLBACK_KEY_BYTES, CallbackTokens } from "./callback-tokens.ts";
import { listedCallers } from "./caller-policy.ts";
import { NexusEndpoints } from "./nexus-endpoints.ts";
import type { Nexus } from "./nexus-ports.ts";
import { NexusTasks } from "./nexus-tasks.ts";
import { PeerCells } from "./peer-cells.ts";

const CALLBACK_KEY = "nexus-callback";

export interface StoredNexus {
  endpoints: NexusEndpoints;
  peers: PeerCells;
  callbackKey: Uint8Array;
}

/** `writer` may write: the key is made the first time. */
export async function loadNexus(
  pool: Queryable,
  writer: Queryable,
  { internalToken }: Pick<CellConfig, "internalToken">,
): Promise<StoredNexus> {
  const endpoints = new NexusEndpoints();
  await endpoints.load(pool);
  const peers = new PeerCells(internalToken);
  await peers.load(pool);
  const callbackKey = await readOrMakeKey(writer, CALLBACK_KEY, randomBytes(CALLBACK_KEY_BYTES));
  return { endpoints, peers, callbackKey };
}

export function openNexus(
  { endpoints, peers, callbackKey }: StoredNexus,
  ports: {
    clock: Clock;
    ids: Ids;
    matching: Matching;
    namespaces: Namespaces;
    stopping: AbortSignal;
    config: Pick<CellConfig, "callbackAddresses" | "callbackUrl">;
  },
): Nexus {
  return {
    endpoints,
    callers: listedCallers(ports.namespaces),
    peers,
    tasks: new NexusTasks(ports),
    tokens: new CallbackTokens(callbackKey),
    addresses: new CallbackAddresses(ports.config.callbackAddresses, peers),
    callbackUrl: ports.config.callbackUrl,
  };
}
