// What waits in a task queue: enough to find the execution again, nothing of its content.
import type { temporal } from "#contracts";

export interface RunKey {
  namespaceId: string;
  workflowId: string;
  runId: string;
}

export interface WorkflowTaskOffer {
  kind: "workflow";
  run: RunKey;
  scheduledEventId: number;
  attempt: number;
  scheduledAt: number;
}

export interface ActivityTaskOffer {
  kind: "activity";
  run: RunKey;
  scheduledEventId: number;
  attempt: number;
  stamp: number;
  scheduledAt: number;
}

/** A query that a worker answers without a workflow task. */
export interface QueryTaskOffer {
  kind: "query";
  run: RunKey;
  queryId: string;
  query: temporal.api.query.v1.IWorkflowQuery;
  isSticky: boolean;
  scheduledAt: number;
}

export type TaskOffer = WorkflowTaskOffer | ActivityTaskOffer | QueryTaskOffer;

export interface QueueName {
  namespaceId: string;
  /** Sticky queues are workflow queues with a name of their own. */
  type: "workflow" | "activity";
  name: string;
}
