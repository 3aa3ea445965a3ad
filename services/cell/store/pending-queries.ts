// Finds executions with pending work after a start: those to take up at once, and by their own task queues the others.
// It reads keys, never states.
import type { Queryable } from "#shared/postgres";
import { runOf, type StoredRun } from "./execution-queries.ts";
import type { RunRow } from "./execution-statements.ts";

export interface QueueOfRuns {
  namespaceId: string;
  taskQueue: string;
}

/** A page of executions whose pending work waits for no queue, in the order of their keys. */
export async function readPendingElsewhere(
  queryable: Queryable,
  page: { after: { namespaceId: string; runId: string }; rowsMax: number },
): Promise<RunRow[]> {
  const { rows } = await queryable.query<StoredRun>(
    `select namespace_id, workflow_id, run_id from executions
     where pending = 2 and (namespace_id, run_id) > ($1::uuid, $2::uuid) order by namespace_id, run_id limit $3`,
    [page.after.namespaceId, page.after.runId, page.rowsMax],
  );
  return rows.map(runOf);
}

/** A page of executions with tasks in a queue, oldest runs first. */
export async function readPendingInQueue(
  queryable: Queryable,
  queue: QueueOfRuns,
  page: { afterRunId: string; rowsMax: number },
): Promise<RunRow[]> {
  const { rows } = await queryable.query<StoredRun>(
    `select namespace_id, workflow_id, run_id from executions
     where pending = 1 and namespace_id = $1 and task_queue = $2 and run_id > $3 order by run_id limit $4`,
    [queue.namespaceId, queue.taskQueue, page.afterRunId, page.rowsMax],
  );
  return rows.map(runOf);
}

/**
 * The task queues that such executions have, after one of them. One look into the index for each queue, however many
 * executions it has.
 */
export async function readQueuesWithPending(
  queryable: Queryable,
  page: { after: QueueOfRuns; rowsMax: number },
): Promise<QueueOfRuns[]> {
  const { rows } = await queryable.query<{ namespace_id: string; task_queue: string }>(
    `with recursive queues as (
       (select namespace_id, task_queue from executions
        where pending = 1 and (namespace_id, task_queue) > ($1::uuid, $2::text)
        order by namespace_id, task_queue limit 1)
       union all
       select next.namespace_id, next.task_queue from queues last, lateral (
         select namespace_id, task_queue from executions
         where pending = 1 and (namespace_id, task_queue) > (last.namespace_id, last.task_queue)
         order by namespace_id, task_queue limit 1) next)
     select namespace_id, task_queue from queues limit $3`,
    [page.after.namespaceId, page.after.taskQueue, page.rowsMax],
  );
  return rows.map((row) => ({ namespaceId: row.namespace_id, taskQueue: row.task_queue }));
}
