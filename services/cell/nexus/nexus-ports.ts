// What the Nexus part of a cell consists of, for the engine to hold.
import type { CallbackAddresses } from "./callback-addresses.ts";
import type { CallbackTokens } from "./callback-tokens.ts";
import type { CallerPolicy } from "./caller-policy.ts";
import type { NexusEndpoints } from "./nexus-endpoints.ts";
import type { PeerCells } from "./peer-cells.ts";
import type { NexusTasks } from "./nexus-tasks.ts";

export interface Nexus {
  readonly endpoints: NexusEndpoints;
  readonly callers: CallerPolicy;
  readonly peers: PeerCells;
  readonly tasks: NexusTasks;
  readonly tokens: CallbackTokens;
  readonly addresses: CallbackAddresses;
  /** Where handlers outside the cell tell that an operation has ended; `{namespace}` stands for who waits. */
  readonly callbackUrl: string | undefined;
}
