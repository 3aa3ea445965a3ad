// A schedule as lists find it: a row of visibility in a division of its own, hidden from lists of workflows.
import { codecOf, temporal } from "#contracts";
import type { ExecutionKey, VisibilityRecord } from "../visibility/index.ts";
import { jsonPayload } from "./scheduled-start.ts";
import type { ScheduleState } from "./state.ts";

type Payload = temporal.api.common.v1.IPayload;

export const SCHEDULE_DIVISION = "TemporalScheduler";
export const SCHEDULE_WORKFLOW_ID_PREFIX = "temporal-sys-scheduler:";
const WORKFLOW_TYPE = "temporal-sys-scheduler-workflow";
const TASK_QUEUE = "temporal-sys-per-ns-tq";

const payloadCodec = codecOf<Payload>("temporal.api.common.v1.Payload");
const { WORKFLOW_EXECUTION_STATUS_RUNNING } = temporal.api.enums.v1.WorkflowExecutionStatus;

export function listedSchedule(state: ScheduleState): VisibilityRecord {
  const key = listedKey(state);
  return {
    ...key,
    workflowType: WORKFLOW_TYPE,
    taskQueue: TASK_QUEUE,
    status: WORKFLOW_EXECUTION_STATUS_RUNNING,
    ...{ startedAt: state.createdAt, executionAt: state.createdAt, closedAt: undefined },
    ...{ historyLength: 0, historySizeBytes: 0, stateTransitionCount: state.revision },
    ...{ parentWorkflowId: "", parentRunId: "", rootWorkflowId: key.workflowId, rootRunId: key.runId },
    memo: encoded(state.memo?.fields ?? {}),
    searchAttributes: encoded({
      ...state.searchAttributes?.indexedFields,
      TemporalNamespaceDivision: typed(SCHEDULE_DIVISION, "Keyword"),
      TemporalSchedulePaused: typed(state.schedule.state.paused === true, "Bool"),
    }),
  };
}

export function listedKey(state: ScheduleState): ExecutionKey {
  return {
    namespaceId: state.namespaceId,
    workflowId: `${SCHEDULE_WORKFLOW_ID_PREFIX}${state.scheduleId}`,
    runId: state.incarnationId,
  };
}

function typed(value: unknown, type: string): Payload {
  const payload = jsonPayload(value);
  return { ...payload, metadata: { ...payload.metadata, type: Buffer.from(type) } };
}

function encoded(fields: Readonly<Record<string, Payload>>): Record<string, Uint8Array> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, payloadCodec.encode(value)]),
  );
}
