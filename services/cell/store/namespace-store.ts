// Reads and writes the cell's namespaces. Writes are statements of a flush, so they are fenced like everything else.
import type { Queryable } from "#shared/postgres";
import type { Statement } from "./statement.ts";

export interface NamespaceRow {
  namespaceId: string;
  name: string;
  retentionDays: number;
  /** Custom name to type. */
  searchAttributes: Record<string, string>;
  /** Name of before to the attribute's name now: values stay stored under the name they were set by. */
  formerAttributeNames: Record<string, string>;
  /** Names whose values are still listed and must go. */
  forgottenAttributes: string[];
  /** Tasks wait by priority alone: the namespace's fairness is off. */
  fairnessKeysIgnored: boolean;
  data: Record<string, string>;
  generation: number;
  startsRefused: boolean;
  description: string;
  ownerEmail: string;
  createdAt: number;
  deletedAt: number | undefined;
}

interface StoredRow {
  namespace_id: string;
  name: string;
  retention_days: number;
  search_attributes: Record<string, string>;
  former_attribute_names: Record<string, string>;
  forgotten_attributes: string[];
  fairness_keys_ignored: boolean;
  data: Record<string, string>;
  generation: string;
  starts_refused: boolean;
  description: string;
  owner_email: string;
  created_at: string;
  deleted_at: string | null;
}

const UPSERT = `insert into namespaces (namespace_id, name, retention_days, search_attributes, data, generation,
  starts_refused, description, owner_email, created_at, deleted_at, former_attribute_names, forgotten_attributes,
  fairness_keys_ignored)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
on conflict (namespace_id) do update set name = excluded.name, retention_days = excluded.retention_days,
  search_attributes = excluded.search_attributes, data = excluded.data, generation = excluded.generation,
  starts_refused = excluded.starts_refused, description = excluded.description, owner_email = excluded.owner_email,
  deleted_at = excluded.deleted_at, former_attribute_names = excluded.former_attribute_names,
  forgotten_attributes = excluded.forgotten_attributes, fairness_keys_ignored = excluded.fairness_keys_ignored`;

export async function readNamespaces(queryable: Queryable): Promise<NamespaceRow[]> {
  const { rows } = await queryable.query<StoredRow>("select * from namespaces order by name");
  return rows.map((row) => ({
    namespaceId: row.namespace_id,
    name: row.name,
    retentionDays: row.retention_days,
    searchAttributes: row.search_attributes,
    formerAttributeNames: row.former_attribute_names,
    forgottenAttributes: row.forgotten_attributes,
    fairnessKeysIgnored: row.fairness_keys_ignored,
    data: row.data,
    generation: Number(row.generation),
    startsRefused: row.starts_refused,
    description: row.description,
    ownerEmail: row.owner_email,
    createdAt: Number(row.created_at),
    deletedAt: row.deleted_at === null ? undefined : Number(row.deleted_at),
  }));
}

/** Repeatable: the row is replaced by its id. */
export function upsertNamespace(row: NamespaceRow): Statement {
  return {
    name: "namespace-upsert",
    text: UPSERT,
    values: [
      row.namespaceId,
      row.name,
      row.retentionDays,
      JSON.stringify(row.searchAttributes),
      JSON.stringify(row.data),
      row.generation,
      row.startsRefused,
      row.description,
      row.ownerEmail,
      row.createdAt,
      row.deletedAt ?? null,
      JSON.stringify(row.formerAttributeNames),
      JSON.stringify(row.forgottenAttributes),
      row.fairnessKeysIgnored,
    ],
  };
}

/** The last step of a deletion, when nothing refers to the namespace any more. */
export function deleteNamespaceRow(namespaceId: string): Statement {
  return {
    name: "namespace-delete",
    text: "delete from namespaces where namespace_id = $1",
    values: [namespaceId],
  };
}
