// What waits in a task queue: enough to find the execution again, nothing of its content.
import type { temporal } from "#contracts";
import type { VersionDirective } from "../workflow/index.ts";
import type { Place } from "./place.ts";
import type { TaskQueue } from "./task-queue.ts";

export interface RunKey {
  namespaceId: string;
  workflowId: string;
  runId: string;
}

interface Offer {
  run: RunKey;
  scheduledAt: number;
  place?: Place | undefined;
  /** Where a task of a run with a version belongs. */
  directive?: VersionDirective | undefined;
  /** The queue whose backlog it is in, and the next task of the same run; written by matching alone. */
  waitsIn?: TaskQueue | undefined;
  nextOfRun?: TaskOffer | undefined;
}

export interface WorkflowTaskOffer extends Offer {
  kind: "workflow";
  scheduledEventId: number;
  attempt: number;
}

export interface ActivityTaskOffer extends Offer {
  kind: "activity";
  scheduledEventId: number;
  attempt: number;
  stamp: number;
}

/** An attempt of an activity without a workflow; its `run` has no workflow id. */
export interface StandaloneActivityOffer extends Offer {
  kind: "standaloneActivity";
  activityId: string;
  attempt: number;
  stamp: number;
}

/** A query that a worker answers without a workflow task. */
export interface QueryTaskOffer extends Offer {
  kind: "query";
  queryId: string;
  query: temporal.api.query.v1.IWorkflowQuery;
  isSticky: boolean;
}

/** A Nexus request; what it says is with those that wait for its answer. It is of no run: its `run` names itself. */
export interface NexusTaskOffer extends Offer {
  kind: "nexus";
  taskId: string;
}

export type TaskOffer =
  WorkflowTaskOffer | ActivityTaskOffer | StandaloneActivityOffer | QueryTaskOffer | NexusTaskOffer;

export interface QueueName {
  namespaceId: string;
  /** Sticky queues are workflow queues with a name of their own. */
  type: "workflow" | "activity" | "nexus";
  name: string;
  /** Of the workers that it is for: tasks for one version and its polls meet in a queue of their own. */
  version?: string;
}
