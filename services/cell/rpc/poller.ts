// What a poll says of its worker, and what its answer suggests to the worker's pollers.
import Long from "long";
import type { temporal } from "#contracts";
import type { SeenPoller } from "../matching/poller-history.ts";
import type { Dispatch } from "../matching/task-queue.ts";

interface Poll {
  identity?: string | null;
  workerInstanceKey?: string | null;
  workerVersionCapabilities?: temporal.api.common.v1.IWorkerVersionCapabilities | null;
  deploymentOptions?: temporal.api.deployment.v1.IWorkerDeploymentOptions | null;
}

export function pollerOf(poll: Poll): SeenPoller & { workerInstanceKey: string } {
  return {
    identity: poll.identity ?? "",
    workerInstanceKey: poll.workerInstanceKey ?? "",
    workerVersionCapabilities: poll.workerVersionCapabilities,
    deploymentOptions: poll.deploymentOptions,
  };
}

/** What the queue tells the worker along with a task. */
export type PollHints = Pick<Dispatch, "pollerDelta" | "backlogCount">;

/** Of a task that did not come through a queue. */
export const NO_HINTS: PollHints = { pollerDelta: 0, backlogCount: 0 };

export function hintsMessage(
  hints: PollHints,
): Pick<
  temporal.api.workflowservice.v1.IPollWorkflowTaskQueueResponse,
  "backlogCountHint" | "pollerScalingDecision"
> {
  const pollerScalingDecision = scalingDecision(hints);
  if (hints.backlogCount === 0) return { pollerScalingDecision };
  return { pollerScalingDecision, backlogCountHint: Long.fromNumber(hints.backlogCount) };
}

/** Nothing is said when the number of pollers is right. */
export function scalingDecision({
  pollerDelta,
}: PollHints): temporal.api.taskqueue.v1.IPollerScalingDecision | null {
  return pollerDelta === 0 ? null : { pollRequestDeltaSuggestion: pollerDelta };
}
