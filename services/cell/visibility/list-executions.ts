// Lists the workflow executions of one namespace that match a filter.
import Long from "long";
import { codecOf, durationOfMs, timestampOfMs, type temporal } from "#contracts";
import type { Queryable } from "#shared/postgres";
import { attributesOf, readPage, type ListedRow, type PageRequest } from "./read-page.ts";
import { WORKFLOWS } from "./schema.ts";
import type { AttributeDefinitions } from "./search-attributes.ts";

type ExecutionInfo = temporal.api.workflow.v1.IWorkflowExecutionInfo;

export type ListRequest = Omit<PageRequest, "schema">;

export interface ExecutionPage {
  readonly executions: ExecutionInfo[];
  /** Empty on the last page. */
  readonly nextPageToken: Uint8Array;
}

interface Row extends ListedRow {
  workflow_id: string;
  workflow_type: string;
  task_queue: string;
  status: number;
  execution_micros: string;
  history_length: number;
  history_size_bytes: string;
  state_transition_count: string;
  parent_workflow_id: string | null;
  parent_run_id: string | null;
  root_workflow_id: string | null;
  root_run_id: string | null;
  memo: Buffer | null;
}

const memoCodec = codecOf<temporal.api.common.v1.IMemo>("temporal.api.common.v1.Memo");

const COLUMNS = `workflow_id, workflow_type, task_queue, status,
  (extract(epoch from execution_time) * 1000000)::bigint as execution_micros,
  history_length, history_size_bytes, state_transition_count, parent_workflow_id, parent_run_id,
  root_workflow_id, root_run_id, memo`;

/** Errors: INVALID_ARGUMENT for a filter or a token that cannot be understood. */
export async function listExecutions(queryable: Queryable, request: ListRequest): Promise<ExecutionPage> {
  const { rows, nextPageToken } = await readPage<Row>(queryable, { ...request, schema: WORKFLOWS }, COLUMNS);
  return { executions: rows.map((row) => infoOf(row, request.definitions)), nextPageToken };
}

function infoOf(row: Row, definitions: AttributeDefinitions): ExecutionInfo {
  const info: ExecutionInfo = {
    execution: { workflowId: row.workflow_id, runId: row.run_id },
    type: { name: row.workflow_type },
    taskQueue: row.task_queue,
    status: row.status,
    startTime: timestampOfMs(Number(row.start_micros) / 1000),
    executionTime: timestampOfMs(Number(row.execution_micros) / 1000),
    memo: row.memo === null ? {} : memoCodec.decode(row.memo),
    searchAttributes: { indexedFields: attributesOf(row, definitions) },
    rootExecution: {
      workflowId: row.root_workflow_id ?? row.workflow_id,
      runId: row.root_run_id ?? row.run_id,
    },
  };
  if (row.parent_workflow_id !== null) {
    info.parentExecution = { workflowId: row.parent_workflow_id, runId: row.parent_run_id ?? "" };
  }
  if (row.close_micros !== null) addClosedFacts(info, row, Number(row.close_micros) / 1000);
  return info;
}

/** Sizes of an open execution change with every transition and are not kept here: DescribeWorkflowExecution has them. */
function addClosedFacts(info: ExecutionInfo, row: Row, closeMs: number): void {
  info.closeTime = timestampOfMs(closeMs);
  info.executionDuration = durationOfMs(closeMs - Number(row.execution_micros) / 1000);
  info.historyLength = Long.fromNumber(row.history_length);
  info.historySizeBytes = Long.fromString(row.history_size_bytes);
  info.stateTransitionCount = Long.fromString(row.state_transition_count);
}
