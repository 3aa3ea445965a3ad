// Carries out a batch operation: a page of executions at a time, a few at once, at a limited rate. Progress is stored
// after every few, so that a restart goes on where it stopped; a stopped job is noticed between them.
import { codecOf, temporal } from "#contracts";
import { delay } from "#shared/clock";
import { CloudError } from "#shared/errors";
import type { Engine } from "../engine.ts";
import type { Namespace } from "../namespaces/namespace.ts";
import {
  closeBatch,
  deleteOldBatches,
  readBatch,
  readRunningBatches,
  saveBatchPage,
  saveBatchPosition,
  type BatchRow,
} from "../store/batch-store.ts";
import type { Statement } from "../store/statement.ts";
import { listExecutions } from "../visibility/index.ts";
import { actOnExecution } from "./act-on-execution.ts";
import { batchKindOf, type BatchRequest } from "./batch-operation.ts";

/** Operations of one job per second; a request may ask for fewer. */
export const OPERATIONS_PER_SECOND_MAX = 50;
export const PAGE_SIZE = 100;
const CONCURRENT_OPERATIONS = 5;
const ATTEMPTS_MAX = 50;
const RETRY_MS = 500;
const RUNNING_JOBS_MAX = 100_000;
const SECOND_MS = 1_000;

const { BATCH_OPERATION_STATE_COMPLETED, BATCH_OPERATION_STATE_RUNNING } =
  temporal.api.enums.v1.BatchOperationState;
export const requestCodec = codecOf<BatchRequest>(
  "temporal.api.workflowservice.v1.StartBatchOperationRequest",
);

/** Goes on with every job that was under way; also forgets the jobs of namespaces that are gone. */
export function resumeBatches(engine: Engine): void {
  const run = async (): Promise<void> => {
    for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
      try {
        for (const row of await readRunningBatches(engine.pool, RUNNING_JOBS_MAX))
          runInBackground(engine, row);
        return;
      } catch (error) {
        engine.log.warn({ err: error }, "batch operations could not be read; trying again");
      }
      await delay(RETRY_MS, engine.stopping);
    }
  };
  run().catch(() => undefined);
}

export function runInBackground(engine: Engine, row: BatchRow): void {
  const run = async (): Promise<void> => {
    let job: BatchRow | undefined = row;
    while (job?.state === BATCH_OPERATION_STATE_RUNNING) {
      try {
        const namespace = engine.namespaces.byId(job.namespaceId);
        if (namespace === undefined) return await write(engine, deleteOldBatches(job.namespaceId, 0));
        return await runJob(engine, namespace, job);
      } catch (error) {
        if (engine.stopping.aborted) return;
        engine.log.warn({ err: error, jobId: row.jobId }, "a batch operation was interrupted; going on");
      }
      await delay(RETRY_MS, engine.stopping);
      job = await readBatch(engine.pool, row).catch(() => job);
    }
  };
  // The cell stops: the next start goes on.
  run().catch(() => undefined);
}

export async function write(engine: Engine, statement: Statement): Promise<void> {
  const group = engine.journal.group();
  group.statements.push(statement);
  await group.durable;
}

async function runJob(engine: Engine, namespace: Namespace, job: BatchRow): Promise<void> {
  const request = requestCodec.decode(job.request);
  for (;;) {
    while (job.position < job.page.length) {
      if (!(await isRunning(engine, job))) return;
      await runSome(engine, namespace, { job, request });
    }
    if (job.nextPageToken === undefined) break;
    await loadPage(engine, namespace, { job, request });
  }
  await write(engine, closeBatch(job, BATCH_OPERATION_STATE_COMPLETED, Math.floor(engine.clock.now())));
}

async function isRunning(engine: Engine, job: BatchRow): Promise<boolean> {
  engine.stopping.throwIfAborted();
  return (await readBatch(engine.pool, job))?.state === BATCH_OPERATION_STATE_RUNNING;
}

interface Job {
  job: BatchRow;
  request: BatchRequest;
}

async function loadPage(engine: Engine, namespace: Namespace, { job, request }: Job): Promise<void> {
  const query = request.visibilityQuery ?? "";
  const { executions, nextPageToken } = await listExecutions(engine.pool, {
    namespaceId: namespace.id,
    definitions: namespace.attributes,
    query: batchKindOf(request).isForOpen ? openOnly(query) : query,
    pageSize: PAGE_SIZE,
    pageToken: job.nextPageToken,
  });
  job.page = executions.map(({ execution }) => [execution?.workflowId ?? "", execution?.runId ?? ""]);
  job.position = 0;
  job.nextPageToken = nextPageToken.length > 0 ? nextPageToken : undefined;
  await write(engine, saveBatchPage(job, job));
}

export function openOnly(query: string): string {
  return `(${query}) AND ExecutionStatus = "Running"`;
}

async function runSome(engine: Engine, namespace: Namespace, { job, request }: Job): Promise<void> {
  const began = engine.clock.monotonic();
  const some = job.page.slice(job.position, job.position + CONCURRENT_OPERATIONS);
  const results = await Promise.all(some.map((target) => runOne(engine, namespace, { target, request })));
  job.completed += results.filter((isDone) => isDone).length;
  job.failed += results.filter((isDone) => !isDone).length;
  job.position += some.length;
  await write(engine, saveBatchPosition(job, job));
  const asked = request.maxOperationsPerSecond ?? 0;
  const perSecond = asked > 0 ? Math.min(asked, OPERATIONS_PER_SECOND_MAX) : OPERATIONS_PER_SECOND_MAX;
  const waitMs = (some.length / perSecond) * SECOND_MS - (engine.clock.monotonic() - began);
  if (waitMs > 0) await delay(waitMs, engine.stopping);
}

/** Whether it was done. What is closed or gone needs nothing any more. */
async function runOne(
  engine: Engine,
  namespace: Namespace,
  { target, request }: { target: BatchRow["page"][number]; request: BatchRequest },
): Promise<boolean> {
  const [workflowId, runId] = target;
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    try {
      const lookup = { namespaceId: namespace.id, workflowId, runId };
      const execution = await engine.executions.find(lookup);
      if (execution !== undefined) await actOnExecution(engine, execution, request);
      return true;
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      if (error.code === "NOT_FOUND") return true;
      if (error.code !== "UNAVAILABLE") return false;
    }
    await delay(RETRY_MS, engine.stopping);
  }
  return false;
}
