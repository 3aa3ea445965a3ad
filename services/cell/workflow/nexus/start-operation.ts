// The handler goes on without its caller: the operation has a token now, and a cancel request can be sent.
import { temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";
import type { Transition } from "../transition.ts";
import { int64 } from "../wire-numbers.ts";
import { scheduleTask } from "../workflow-task/schedule-task.ts";
import type { NexusOperation } from "./nexus-operation.ts";

const { EVENT_TYPE_NEXUS_OPERATION_STARTED } = temporal.api.enums.v1.EventType;

export function recordOperationStarted(
  transition: Transition,
  operation: NexusOperation,
  started: {
    operationToken: string;
    links: temporal.api.common.v1.ILink[];
    /** Told by a completion that came before the answer to the start. */
    startedAt?: EpochMs | undefined;
  },
): void {
  const { operationToken, links, startedAt } = started;
  transition.add(
    {
      eventType: EVENT_TYPE_NEXUS_OPERATION_STARTED,
      links,
      nexusOperationStartedEventAttributes: {
        scheduledEventId: int64(operation.scheduledEventId),
        operationToken,
        operationId: operationToken,
        requestId: operation.requestId,
      },
    },
    startedAt ?? transition.now,
  );
  scheduleTask(transition);
}
