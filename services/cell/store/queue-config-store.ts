// Reads and writes the configurations of task queues. Writes are statements of a flush, so they are fenced like everything
// else.
import type { Queryable } from "#shared/postgres";
import type { Statement } from "./statement.ts";

export interface QueueConfigKey {
  namespaceId: string;
  /** temporal.api.enums.v1.TaskQueueType. */
  queueType: number;
  name: string;
}

export interface QueueConfigRow extends QueueConfigKey {
  config: Uint8Array;
}

interface StoredRow {
  namespace_id: string;
  queue_type: number;
  name: string;
  config: Buffer;
}

const UPSERT = `insert into task_queue_configs (namespace_id, queue_type, name, config)
values ($1::uuid, $2::smallint, $3::text, $4::bytea)
on conflict (namespace_id, queue_type, name) do update set config = excluded.config`;

const DELETE = `delete from task_queue_configs
where namespace_id = $1::uuid and queue_type = $2::smallint and name = $3::text`;

/** A page after the given key, in the order of keys. */
export async function readQueueConfigs(
  queryable: Queryable,
  page: { after: QueueConfigKey; rowsMax: number },
): Promise<QueueConfigRow[]> {
  const { namespaceId, queueType, name } = page.after;
  const { rows } = await queryable.query<StoredRow>(
    `select * from task_queue_configs where (namespace_id, queue_type, name) > ($1::uuid, $2::smallint, $3::text)
     order by namespace_id, queue_type, name limit $4`,
    [namespaceId, queueType, name, page.rowsMax],
  );
  return rows.map((row) => ({
    namespaceId: row.namespace_id,
    queueType: row.queue_type,
    name: row.name,
    config: row.config,
  }));
}

/** Repeatable: the row is replaced by its key. */
export function upsertQueueConfig({ namespaceId, queueType, name, config }: QueueConfigRow): Statement {
  return {
    name: "queue-config-upsert",
    text: UPSERT,
    values: [namespaceId, queueType, name, Buffer.from(config)],
  };
}

export function deleteQueueConfig({ namespaceId, queueType, name }: QueueConfigKey): Statement {
  return { name: "queue-config-delete", text: DELETE, values: [namespaceId, queueType, name] };
}

/** Part of the deletion of a namespace. */
export function deleteQueueConfigsOf(namespaceId: string): Statement {
  return {
    name: "queue-configs-delete",
    text: "delete from task_queue_configs where namespace_id = $1::uuid",
    values: [namespaceId],
  };
}
