// Reads a page of a list: open executions first, then by close time, start time and run id, newest first. Pages follow the
// last row's place (keyset), so a page costs the same wherever it is, and none is shown twice.
import type { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Queryable } from "#shared/postgres";
import { compileFilter } from "./compile-filter.ts";
import type { Filter } from "./filter-syntax.ts";
import { LIMITS } from "./limits.ts";
import { decodePageToken, encodePageToken, timestampLiteral, type ListPosition } from "./page-token.ts";
import { parseFilter } from "./parse-filter.ts";
import type { Schema } from "./schema.ts";
import { payloadOfJson } from "./search-attribute-values.ts";
import { predefinedAttribute, presentFields, type AttributeDefinitions } from "./search-attributes.ts";

export interface PageRequest {
  readonly namespaceId: string;
  readonly schema: Schema;
  readonly definitions: AttributeDefinitions;
  /** A filter's text, or a filter made of an older request's fields. */
  readonly query: string | Filter;
  /** 0 means the limit; more than the limit is cut to it. */
  readonly pageSize: number;
  readonly pageToken?: Uint8Array | null | undefined;
}

/** What every listed row has, beside the columns that the caller asks for. */
export interface ListedRow {
  run_id: string;
  start_micros: string;
  close_micros: string | null;
  attributes: Record<string, string> | null;
}

export interface Page<Row> {
  readonly rows: Row[];
  /** Empty on the last page. */
  readonly nextPageToken: Uint8Array;
}

// Values of search attributes come as JSON texts, so that 64-bit integers stay exact.
const LISTED = `run_id, (extract(epoch from start_time) * 1000000)::bigint as start_micros,
  case when close_time < 'infinity' then (extract(epoch from close_time) * 1000000)::bigint end as close_micros,
  case when search_attributes is not null then
    (select jsonb_object_agg(key, value::text) from jsonb_each(search_attributes)) end as attributes`;

/** `columns` is trusted text. Errors: INVALID_ARGUMENT for a filter or a token that cannot be understood. */
export async function readPage<Row extends ListedRow>(
  queryable: Queryable,
  request: PageRequest,
  columns: string,
): Promise<Page<Row>> {
  const pageSize = pageSizeOf(request.pageSize);
  const filter = typeof request.query === "string" ? parseFilter(request.query) : request.query;
  // A GROUP BY is checked and then of no meaning for a list, as in Temporal's SQL visibility.
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
    `select ${LISTED}, ${columns} from ${request.schema.table} where ${clauses.join(" and ")}
     order by close_time desc, start_time desc, run_id desc limit ${limit}`,
    parameters.values,
  );
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  const hasMore = rows.length > pageSize && last !== undefined;
  return { rows: shown, nextPageToken: hasMore ? encodePageToken(positionOf(last)) : new Uint8Array() };
}

function pageSizeOf(pageSize: number): number {
  if (pageSize < 0) throw new CloudError("INVALID_ARGUMENT", "Invalid PageSize.", { field: "pageSize" });
  return pageSize === 0 ? LIMITS.pageSizeMax : Math.min(pageSize, LIMITS.pageSizeMax);
}

function positionOf(row: ListedRow): ListPosition {
  return {
    closeMicros: row.close_micros === null ? undefined : BigInt(row.close_micros),
    startMicros: BigInt(row.start_micros),
    runId: row.run_id,
  };
}

/** Attributes that the namespace no longer defines are not shown. */
export function attributesOf(
  row: ListedRow,
  definitions: AttributeDefinitions,
): Record<string, temporal.api.common.v1.IPayload> {
  const fields: Record<string, temporal.api.common.v1.IPayload> = {};
  for (const [name, json] of Object.entries(presentFields(row.attributes ?? {}, definitions))) {
    const type = predefinedAttribute(name)?.type ?? definitions.get(name);
    if (type !== undefined) fields[name] = payloadOfJson(json, type);
  }
  return fields;
}
