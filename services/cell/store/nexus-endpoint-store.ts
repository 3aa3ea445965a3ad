// Reads and writes the Nexus endpoints of the cell. Writes are statements of a flush, so they are fenced like everything else.
import type { Queryable } from "#shared/postgres";
import type { Statement } from "./statement.ts";

export type EndpointTarget = { namespaceId: string; taskQueue: string } | { url: string };

export interface EndpointRow {
  endpointId: string;
  name: string;
  version: number;
  /** Encoded temporal.api.common.v1.Payload. */
  description: Uint8Array | undefined;
  target: EndpointTarget;
  createdAt: number;
  /** Undefined until it is changed. */
  modifiedAt: number | undefined;
}

interface StoredRow {
  endpoint_id: string;
  name: string;
  version: string;
  description: Buffer | null;
  namespace_id: string | null;
  task_queue: string | null;
  url: string | null;
  created_at: string;
  modified_at: string | null;
}

const UPSERT = `insert into nexus_endpoints (endpoint_id, name, version, description, namespace_id, task_queue, url,
  created_at, modified_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict (endpoint_id) do update set name = excluded.name, version = excluded.version,
  description = excluded.description, namespace_id = excluded.namespace_id, task_queue = excluded.task_queue,
  url = excluded.url, modified_at = excluded.modified_at`;

/** Repeatable: the row is replaced by its id. */
export function upsertEndpoint(row: EndpointRow): Statement {
  const { target } = row;
  const isWorker = "namespaceId" in target;
  return {
    name: "nexus-endpoint-upsert",
    text: UPSERT,
    values: [
      row.endpointId,
      row.name,
      row.version,
      row.description === undefined ? null : Buffer.from(row.description),
      isWorker ? target.namespaceId : null,
      isWorker ? target.taskQueue : null,
      isWorker ? null : target.url,
      Math.round(row.createdAt),
      row.modifiedAt === undefined ? null : Math.round(row.modifiedAt),
    ],
  };
}

/** Repeatable: what is gone stays gone. */
export function deleteEndpoint(endpointId: string): Statement {
  return {
    name: "nexus-endpoint-delete",
    text: "delete from nexus_endpoints where endpoint_id = $1",
    values: [endpointId],
  };
}

export async function readEndpoints(queryable: Queryable): Promise<EndpointRow[]> {
  const { rows } = await queryable.query<StoredRow>("select * from nexus_endpoints");
  return rows.map((row) => ({
    endpointId: row.endpoint_id,
    name: row.name,
    version: Number(row.version),
    description: row.description ?? undefined,
    target:
      row.namespace_id === null
        ? { url: row.url ?? "" }
        : { namespaceId: row.namespace_id, taskQueue: row.task_queue ?? "" },
    createdAt: Number(row.created_at),
    modifiedAt: row.modified_at === null ? undefined : Number(row.modified_at),
  }));
}
