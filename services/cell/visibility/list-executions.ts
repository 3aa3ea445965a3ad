// Lists the executions of one namespace: open ones first, then by close time, start time and run id, newest first.
// Pages follow the last row's place (keyset), so a page costs the same wherever it is, and none is shown twice.
import Long from "long";
import { codecOf, durationOfMs, timestampOfMs, type temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Queryable } from "#shared/postgres";
import { compileFilter } from "./compile-filter.ts";
import type { Filter } from "./filter-syntax.ts";
import { LIMITS } from "./limits.ts";
import { decodePageToken, encodePageToken, timestampLiteral } from "./page-token.ts";
import { parseFilter } from "./parse-filter.ts";
import { NOT_SUPPORTED, queryError } from "./query-error.ts";
import { payloadOfJson } from "./search-attribute-values.ts";
import { predefinedAttribute, type AttributeDefinitions } from "./search-attributes.ts";

type ExecutionInfo = temporal.api.workflow.v1.IWorkflowExecutionInfo;

export interface ListRequest {
  readonly namespaceId: string;
  readonly definitions: AttributeDefinitions;
  /** A filter's text, or a filter made of an older request's fields. */
  readonly query: string | Filter;
  /** 0 means the limit; more than the limit is cut to it. */
  readonly pageSize: number;
  readonly pageToken?: Uint8Array | null | undefined;
}

export interface ExecutionPage {
  readonly executions: ExecutionInfo[];
  /** Empty on the last page. */
  readonly nextPageToken: Uint8Array;
}

interface Row {
  run_id: string;
  workflow_id: string;
  workflow_type: string;
  task_queue: string;
  status: number;
  start_micros: string;
  execution_micros: string;
  close_micros: string | null;
  history_length: number;
  history_size_bytes: string;
  state_transition_count: string;
  parent_workflow_id: string | null;
  parent_run_id: string | null;
  root_workflow_id: string | null;
  root_run_id: string | null;
  memo: Buffer | null;
  attributes: Record<string, string> | null;
}

const memoCodec = codecOf<temporal.api.common.v1.IMemo>("temporal.api.common.v1.Memo");

// Values of search attributes come as JSON texts, so that 64-bit integers stay exact.
const COLUMNS = `run_id, workflow_id, workflow_type, task_queue, status,
  (extract(epoch from start_time) * 1000000)::bigint as start_micros,
  (extract(epoch from execution_time) * 1000000)::bigint as execution_micros,
  case when close_time < 'infinity' then (extract(epoch from close_time) * 1000000)::bigint end as close_micros,
  history_length, history_size_bytes, state_transition_count, parent_workflow_id, parent_run_id,
  root_workflow_id, root_run_id, memo,
  case when search_attributes is not null then
    (select jsonb_object_agg(key, value::text) from jsonb_each(search_attributes)) end as attributes`;

/** Errors: INVALID_ARGUMENT for a filter or a token that cannot be understood. */
export async function listExecutions(queryable: Queryable, request: ListRequest): Promise<ExecutionPage> {
  const pageSize = pageSizeOf(request.pageSize);
  const filter = typeof request.query === "string" ? parseFilter(request.query) : request.query;
  if (filter.groupBy.length > 0) throw queryError(NOT_SUPPORTED, "'GROUP BY' clause");
  const { where, parameters } = compileFilter(filter, request);
  const after = decodePageToken(request.pageToken);
  const clauses = [where];
  if (after !== undefined) {
    const close = parameters.add(timestampLiteral(after.closeMicros), "timestamptz");
    const start = parameters.add(timestampLiteral(after.startMicros), "timestamptz");
    clauses.push(
      `(close_time, start_time, run_id) < (${close}, ${start}, ${parameters.add(after.runId, "uuid")})`,
    );
  }
  // One row more than asked tells whether there is a next page.
  const limit = parameters.add(pageSize + 1, "int");
  const { rows } = await queryable.query<Row>(
    `select ${COLUMNS} from visibility where ${clauses.join(" and ")}
     order by close_time desc, start_time desc, run_id desc limit ${limit}`,
    parameters.values,
  );
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    executions: shown.map((row) => infoOf(row, request.definitions)),
    nextPageToken:
      rows.length > pageSize && last !== undefined ? encodePageToken(positionOf(last)) : new Uint8Array(),
  };
}

function pageSizeOf(pageSize: number): number {
  if (pageSize < 0) throw new CloudError("INVALID_ARGUMENT", "Invalid PageSize.", { field: "pageSize" });
  return pageSize === 0 ? LIMITS.pageSizeMax : Math.min(pageSize, LIMITS.pageSizeMax);
}

function positionOf(row: Row): { closeMicros: bigint | undefined; startMicros: bigint; runId: string } {
  return {
    closeMicros: row.close_micros === null ? undefined : BigInt(row.close_micros),
    startMicros: BigInt(row.start_micros),
    runId: row.run_id,
  };
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

/** Attributes that the namespace no longer defines are not shown. */
function attributesOf(
  row: Row,
  definitions: AttributeDefinitions,
): Record<string, temporal.api.common.v1.IPayload> {
  const fields: Record<string, temporal.api.common.v1.IPayload> = {};
  for (const [name, json] of Object.entries(row.attributes ?? {})) {
    const type = predefinedAttribute(name)?.type ?? definitions.get(name);
    if (type !== undefined) fields[name] = payloadOfJson(json, type);
  }
  return fields;
}
