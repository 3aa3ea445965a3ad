// Puts the Nexus part of a cell together: what the store keeps of it, and what lives in memory.
import { randomBytes } from "node:crypto";
import type { Clock } from "#shared/clock";
import type { Ids } from "#shared/ids";
import type { Queryable } from "#shared/postgres";
import type { CellConfig } from "../config.ts";
import type { Matching } from "../matching/matching.ts";
import { readOrMakeKey } from "../store/key-store.ts";
import { CallbackAddresses } from "./callback-addresses.ts";
import { CALLBACK_KEY_BYTES, CallbackTokens } from "./callback-tokens.ts";
import { everyCaller } from "./caller-policy.ts";
import { NexusEndpoints } from "./nexus-endpoints.ts";
import type { Nexus } from "./nexus-ports.ts";
import { NexusTasks } from "./nexus-tasks.ts";

const CALLBACK_KEY = "nexus-callback";

export interface StoredNexus {
  endpoints: NexusEndpoints;
  callbackKey: Uint8Array;
}

/** `writer` may write: the key is made the first time. */
export async function loadNexus(pool: Queryable, writer: Queryable): Promise<StoredNexus> {
  const endpoints = new NexusEndpoints();
  await endpoints.load(pool);
  const callbackKey = await readOrMakeKey(writer, CALLBACK_KEY, randomBytes(CALLBACK_KEY_BYTES));
  return { endpoints, callbackKey };
}

export function openNexus(
  { endpoints, callbackKey }: StoredNexus,
  ports: {
    clock: Clock;
    ids: Ids;
    matching: Matching;
    stopping: AbortSignal;
    config: Pick<CellConfig, "callbackAddresses" | "callbackUrl">;
  },
): Nexus {
  return {
    endpoints,
    callers: everyCaller,
    tasks: new NexusTasks(ports),
    tokens: new CallbackTokens(callbackKey),
    addresses: new CallbackAddresses(ports.config.callbackAddresses),
    callbackUrl: ports.config.callbackUrl,
  };
}
