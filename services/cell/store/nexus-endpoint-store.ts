// Reads and writes the Nexus endpoints of the cell. Writes are statements of a flush, so they are fenced like everything else.
import type { Queryable } from "#shared/postgres";
import { textArray } from "#shared/postgres-arrays";
import type { Statement } from "./statement.ts";

/** A worker of this cell, an address, or the cell that has the target and knows the endpoint by the same id. */
export type EndpointTarget =
  { namespaceId: string; taskQueue: string } | { url: string } | { cellId: string };

export interface EndpointRow {
  endpointId: string;
  name: string;
  /** The end of the names of those that see it; empty when all namespaces of the cell do. */
  scope: string;
  /** Names of namespaces that may call it; undefined when all that see it may. */
  callers: ReadonlySet<string> | undefined;
  /** Of the control plane; 0 for endpoints of the cell itself. */
  generation: number;
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
  scope: string;
  callers: string[] | null;
  generation: string;
  version: string;
  description: Buffer | null;
  namespace_id: string | null;
  task_queue: string | null;
  url: string | null;
  cell_id: string | null;
  created_at: string;
  modified_at: string | null;
}

const UPSERT = `insert into nexus_endpoints (endpoint_id, name, version, description, namespace_id, task_queue, url,
  created_at, modified_at, scope, callers, generation, cell_id)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
on conflict (endpoint_id) do update set name = excluded.name, version = excluded.version,
  description = excluded.description, namespace_id = excluded.namespace_id, task_queue = excluded.task_queue,
  url = excluded.url, modified_at = excluded.modified_at, scope = excluded.scope, callers = excluded.callers,
  generation = excluded.generation, cell_id = excluded.cell_id`;

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
      "url" in target ? target.url : null,
      Math.round(row.createdAt),
      row.modifiedAt === undefined ? null : Math.round(row.modifiedAt),
      row.scope,
      row.callers === undefined ? null : textArray([...row.callers]),
      row.generation,
      "cellId" in target ? target.cellId : null,
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
    scope: row.scope,
    callers: row.callers === null ? undefined : new Set(row.callers),
    generation: Number(row.generation),
    version: Number(row.version),
    description: row.description ?? undefined,
    target: targetOf(row),
    createdAt: Number(row.created_at),
    modifiedAt: row.modified_at === null ? undefined : Number(row.modified_at),
  }));
}

/** The table's check holds that exactly one of them is there. */
function targetOf(row: StoredRow): EndpointTarget {
  if (row.namespace_id !== null) return { namespaceId: row.namespace_id, taskQueue: row.task_queue ?? "" };
  return row.cell_id === null ? { url: row.url ?? "" } : { cellId: row.cell_id };
}
