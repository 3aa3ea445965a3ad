// What a transition gives back: the events to append, what to do after the commit, and what to bill. The state itself
// is changed in place; nothing here may be acted upon before it is stored.
import type { Action } from "#usage/actions";
import type { EpochMs } from "#shared/clock";
import type { Ids } from "#shared/ids";
import type { ActivityEnd } from "./activities/activity-end.ts";
import type { Effect } from "./effect.ts";
import type { Limits } from "./limits.ts";
import type { StartResult } from "./start-input.ts";
import type { ExecutionState, HistoryEvent } from "./state.ts";
import type { VersionName } from "./versioning/version-name.ts";

export type NexusEndpointFinding = { endpointId: string } | "unknown" | "notAllowed";

export interface DecideContext {
  now: EpochMs;
  ids: Ids;
  limits: Limits;
  /** Whether workflows may know that there is a namespace of this name. Without it they may know of any. */
  seesNamespace?: (name: string) => boolean;
  /** How long the namespace keeps closed runs; 0, if it is not given. */
  retentionMs?: (namespaceId: string) => number;
  /** The Nexus endpoint of this name, if the namespace may call it. Without it no endpoint is known. */
  nexusEndpoint?: (namespaceId: string, name: string) => NexusEndpointFinding;
  /** Whether workers of this version poll a task queue for workflow tasks; never, if it is not given. */
  isServedBy?: (namespaceId: string, taskQueue: string, version: VersionName) => boolean;
}

/** Events that are stored as one piece; bytes of consecutive batches concatenate to the encoded history. */
export interface EventBatch {
  firstEventId: number;
  /** One after the last event of the batch. */
  nextEventId: number;
  events: HistoryEvent[];
  /** Encoded temporal.api.history.v1.History. */
  bytes: Uint8Array;
}

export interface NewRun {
  state: ExecutionState;
  outcome: Outcome<StartResult>;
}

export interface Outcome<Result> {
  batches: EventBatch[];
  effects: Effect[];
  /** Billable actions, for the counters of this run's workflow type and task queue. */
  actions: Action[];
  result: Result;
  /** Activities and attempts that ended, for whoever measures. */
  activityEnds?: ActivityEnd[];
  /** The next run of the chain: commit both in one transaction. */
  newRun?: NewRun;
  /** False when nothing changed that must outlive a crash: no commit is needed before answering. */
  isDurable: boolean;
  /** What lists say of the run changed, though no event tells it. */
  isListed: boolean;
}
