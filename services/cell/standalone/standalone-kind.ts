// What a kind of standalone execution gives to the runtime that stores, finds, times and lists it. The runtime knows
// nothing of what an execution does; the kind knows nothing of how it is kept.
import type { temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";
import type { CloudError } from "#shared/errors";
import type { Engine } from "../engine.ts";
import type { StandaloneKindNumber } from "../store/standalone-statements.ts";
import type { LiveStandalone } from "./live-standalone.ts";

/** What every state has. Changed in place by the kind's own core only. */
export interface StandaloneState {
  namespaceId: string;
  /** Chosen by the caller; names the current run. */
  id: string;
  runId: string;
  /** What it was started with; never changes. */
  request: { searchAttributes?: temporal.api.common.v1.ISearchAttributes | null };
  /** 0 while open. */
  closedAt: EpochMs;
  /** Rises with everything that is to be stored: long polls follow it. */
  transitionCount: number;
}

/** What lists and counts show. */
export interface StandaloneListing {
  /** As clients know it. */
  status: number;
  startedAt: EpochMs;
  executionAt: EpochMs;
  /** The columns keyword_1 to keyword_3: the kind's fields say what they are. */
  keywords: readonly [string, string, string];
}

export interface StandaloneKind<State extends StandaloneState> {
  readonly number: StandaloneKindNumber;
  /** As messages to callers call one. */
  readonly noun: string;
  /** What never changes after the start. */
  encodeRequest(state: State): Uint8Array;
  encodeState(state: State): Uint8Array;
  /** Of results, failures and the like in the state: what may be large. Costs nothing. */
  payloadBytes(state: State): number;
  decode(
    key: { namespaceId: string; id: string; runId: string },
    encoded: { request: Uint8Array; state: Uint8Array },
  ): State;
  listing(state: State): StandaloneListing;
  /** Of billable actions: what stands in the place of a workflow's type, and the task queue. */
  actionLabels(state: State): { workflowType: string; taskQueue: string };
  /** The refusal when there is no such execution. */
  notFound(id: string): CloudError;
  /** When to call `wake`; undefined for never. */
  nextWakeAt(state: State): EpochMs | undefined;
  /** Something is offered or owed that only this process knows of: a boot calls `resume` then. */
  hasTasks(state: State): boolean;
  /** Offers and sends again what the state says is under way. Harmless when it was done already. */
  resume(engine: Engine, execution: LiveStandalone<State>): void;
  /** The time has come. Throws when it must be tried again. */
  wake(engine: Engine, execution: LiveStandalone<State>): void;
}
