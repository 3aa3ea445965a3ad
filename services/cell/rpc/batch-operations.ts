// StartBatchOperation, StopBatchOperation, DescribeBatchOperation and ListBatchOperations.
import Long from "long";
import { temporal, timestampOfMs } from "#contracts";
import { CloudError } from "#shared/errors";
import { batchKindOf, checkBatch, type BatchRequest } from "../batches/batch-operation.ts";
import { openOnly, requestCodec, runInBackground, write } from "../batches/run-batch.ts";
import type { Engine } from "../engine.ts";
import type { FlushGroup } from "../journal/flush-group.ts";
import type { Namespace } from "../namespaces/namespace.ts";
import {
  closeBatch,
  deleteOldBatches,
  insertBatch,
  readBatch,
  readBatchesOfNamespace,
  type BatchRow,
} from "../store/batch-store.ts";
import { countExecutions } from "../visibility/index.ts";
import { checkText, executionNotFound, invalid } from "./lookup.ts";
import { rpc } from "./operation.ts";

type StopRequest = temporal.api.workflowservice.v1.IStopBatchOperationRequest;
type DescribeRequest = temporal.api.workflowservice.v1.IDescribeBatchOperationRequest;
type DescribeResponse = temporal.api.workflowservice.v1.IDescribeBatchOperationResponse;
type ListRequest = temporal.api.workflowservice.v1.IListBatchOperationsRequest;
type ListResponse = temporal.api.workflowservice.v1.IListBatchOperationsResponse;

const { BatchOperationState, ExecutionType } = temporal.api.enums.v1;

const RUNNING_PER_NAMESPACE_MAX = 1;
const EXECUTIONS_MAX = 1_000;
const REQUEST_BYTES_MAX = 2 * 1024 * 1024;
const PAGE_SIZE_MAX = 1_000;
const DAY_MS = 86_400_000;

export const startBatchOperation = rpc<BatchRequest, object>(
  "StartBatchOperation",
  async (engine, request) => {
    const namespace = engine.namespaces.named(request.namespace);
    checkBatch(request);
    checkText(request.jobId ?? "", "JobId");
    const row = await newRow(engine, namespace, request);
    const group = engine.journal.group();
    const expired = engine.clock.now() - namespace.retentionDays * DAY_MS;
    group.statements.push(
      deleteOldBatches(namespace.id, expired),
      insertBatch(row, RUNNING_PER_NAMESPACE_MAX),
    );
    const stored = await storedRow(engine, group, row);
    if (stored === undefined) {
      throw new CloudError("RESOURCE_EXHAUSTED", "Max concurrent batch operations is reached");
    }
    if (stored.token !== row.token) {
      throw new CloudError(
        "ALREADY_EXISTS",
        `A batch operation with the job id ${row.jobId} exists already.`,
      );
    }
    runInBackground(engine, stored);
    return {};
  },
);

/** What is stored is run, also when its caller is told that it may have failed: nobody else would before a restart. */
async function storedRow(engine: Engine, group: FlushGroup, row: BatchRow): Promise<BatchRow | undefined> {
  try {
    await group.durable;
    return await readBatch(engine.pool, row);
  } catch (error) {
    const runIfStored = async (): Promise<void> => {
      const stored = await readBatch(engine.pool, row);
      if (stored?.token === row.token) runInBackground(engine, stored);
    };
    engine.journal.readAgain(runIfStored).catch(() => undefined);
    throw error;
  }
}

async function newRow(engine: Engine, namespace: Namespace, request: BatchRequest): Promise<BatchRow> {
  const bytes = requestCodec.encode(request);
  const page = targetsOf(request);
  if (bytes.length > REQUEST_BYTES_MAX || page.length > EXECUTIONS_MAX) {
    throw invalid(`A batch operation takes at most ${String(EXECUTIONS_MAX)} executions and 2 MiB.`);
  }
  for (const [workflowId, runId] of page) checkText(`${workflowId}${runId}`, "Execution");
  const query = request.visibilityQuery ?? "";
  const isQuery = query !== "";
  // Counting also refuses a query that cannot be understood.
  const counted = isQuery
    ? await countExecutions(engine.pool, {
        namespaceId: namespace.id,
        definitions: namespace.attributes,
        query: batchKindOf(request).isForOpen ? openOnly(query) : query,
      })
    : { count: page.length };
  return {
    namespaceId: namespace.id,
    jobId: request.jobId ?? "",
    token: engine.ids.uuid(),
    state: BatchOperationState.BATCH_OPERATION_STATE_RUNNING,
    request: bytes,
    startedAt: Math.floor(engine.clock.now()),
    closedAt: undefined,
    total: counted.count,
    completed: 0,
    failed: 0,
    page,
    position: 0,
    // An empty token is the beginning of the list.
    nextPageToken: isQuery ? new Uint8Array(0) : undefined,
  };
}

function targetsOf({ executions, targetExecutions }: BatchRequest): BatchRow["page"] {
  for (const { type } of targetExecutions ?? []) {
    if (type !== ExecutionType.EXECUTION_TYPE_WORKFLOW) throw invalid("target_executions must be workflows");
  }
  const named = (executions ?? []).map(({ workflowId, runId }) => [workflowId ?? "", runId ?? ""] as const);
  const targets = (targetExecutions ?? []).map(
    ({ businessId, runId }) => [businessId ?? "", runId ?? ""] as const,
  );
  return [...named, ...targets].map(([workflowId, runId]) => [workflowId, runId]);
}

export const stopBatchOperation = rpc<StopRequest, object>("StopBatchOperation", async (engine, request) => {
  const row = await findBatch(engine, request);
  if ((request.reason ?? "") === "") throw invalid("Reason is not set on request.");
  if (row.state !== BatchOperationState.BATCH_OPERATION_STATE_RUNNING) {
    throw new CloudError("NOT_FOUND", "workflow execution already completed");
  }
  await write(
    engine,
    closeBatch(row, BatchOperationState.BATCH_OPERATION_STATE_FAILED, Math.floor(engine.clock.now())),
  );
  return {};
});

export const describeBatchOperation = rpc<DescribeRequest, DescribeResponse>(
  "DescribeBatchOperation",
  async (engine, request) => {
    const row = await findBatch(engine, request);
    const asked = requestCodec.decode(row.request);
    const { identity } = batchKindOf(asked);
    const isDone = row.state === BatchOperationState.BATCH_OPERATION_STATE_COMPLETED;
    return {
      ...infoOf(row),
      totalOperationCount: Long.fromNumber(isDone ? row.completed + row.failed : row.total),
      completeOperationCount: Long.fromNumber(row.completed),
      failureOperationCount: Long.fromNumber(row.failed),
      identity,
      reason: asked.reason ?? "",
      query: asked.visibilityQuery ?? "",
      executions: targetsOf(asked).map(([businessId, runId]) => ({
        type: ExecutionType.EXECUTION_TYPE_WORKFLOW,
        businessId,
        runId,
      })),
    };
  },
);

export const listBatchOperations = rpc<ListRequest, ListResponse>(
  "ListBatchOperations",
  async (engine, request) => {
    const namespace = engine.namespaces.named(request.namespace);
    const asked = request.pageSize ?? 0;
    const pageSize = asked > 0 && asked <= PAGE_SIZE_MAX ? asked : PAGE_SIZE_MAX;
    const rows = await readBatchesOfNamespace(engine.pool, {
      namespaceId: namespace.id,
      before: decodePlace(request.nextPageToken),
      rowsMax: pageSize + 1,
    });
    const shown = rows.slice(0, pageSize);
    const last = rows.length > pageSize ? shown.at(-1) : undefined;
    return {
      operationInfo: shown.map(infoOf),
      nextPageToken:
        last === undefined ? new Uint8Array(0) : Buffer.from(JSON.stringify([last.startedAt, last.jobId])),
    };
  },
);

function decodePlace(token: Uint8Array | null | undefined): { startedAt: number; jobId: string } | undefined {
  if (token == null || token.length === 0) return undefined;
  try {
    const place: unknown = JSON.parse(Buffer.from(token).toString("utf8"));
    if (Array.isArray(place) && Number.isSafeInteger(place[0]) && typeof place[1] === "string") {
      return { startedAt: Number(place[0]), jobId: place[1] };
    }
  } catch {
    // Not ours: refused below.
  }
  throw invalid("Invalid NextPageToken.");
}

async function findBatch(
  engine: Engine,
  request: { namespace?: string | null; jobId?: string | null },
): Promise<BatchRow> {
  const namespace = engine.namespaces.named(request.namespace);
  const jobId = request.jobId ?? "";
  if (jobId === "") throw invalid("JobId is not set on request.");
  checkText(jobId, "JobId");
  const row = await readBatch(engine.pool, { namespaceId: namespace.id, jobId });
  if (row === undefined) throw executionNotFound(jobId, "");
  return row;
}

function infoOf(row: BatchRow): temporal.api.batch.v1.IBatchOperationInfo {
  return {
    jobId: row.jobId,
    state: row.state,
    startTime: timestampOfMs(row.startedAt),
    closeTime: row.closedAt === undefined ? null : timestampOfMs(row.closedAt),
    operationType: batchKindOf(requestCodec.decode(row.request)).type,
  };
}
