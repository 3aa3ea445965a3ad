// Where each source's reading stands. Moments come from the database's clock, as text, so that no precision is lost.
import type { Queryable } from "#shared/postgres";

/** Makes the given sources the active ones; others keep their counts but no longer hold back what is final. */
export async function activateSources(client: Queryable, sources: readonly string[]): Promise<void> {
  await client.query(
    `insert into sources (source) select unnest($1::text[]) on conflict (source) do update set active = true`,
    [sources],
  );
  await client.query("update sources set active = false where not (source = any($1::text[]))", [sources]);
}

export interface SourcePosition {
  revision: string;
  /** The database's time when this was read. */
  askedAt: string;
}

export async function positionOf(client: Queryable, source: string): Promise<SourcePosition> {
  const { rows } = await client.query<SourcePosition>(
    `select revision::text as revision, clock_timestamp()::text as "askedAt" from sources where source = $1`,
    [source],
  );
  const position = rows[0];
  if (position === undefined) throw new Error(`usage source ${source} was never activated`);
  return position;
}

/** Compare-and-set on the revision: a second reader of the same source cannot move it back. */
export async function advanceSource(
  client: Queryable,
  source: string,
  revision: { from: string; to: string },
): Promise<void> {
  await client.query(
    "update sources set revision = $3::numeric where source = $1 and revision = $2::numeric",
    [source, revision.from, revision.to],
  );
}

/** The source was read to its end, from `readAt` on. Moments only rise. */
export async function completeSource(
  client: Queryable,
  source: string,
  reading: { readAt: string; completeUntilMs: number },
): Promise<void> {
  await client.query(
    `update sources set
       read_at = greatest(read_at, $2::timestamptz),
       attempted_at = greatest(attempted_at, $2::timestamptz),
       complete_until = greatest(complete_until, to_timestamp($3::float8 / 1000))
     where source = $1`,
    [source, reading.readAt, reading.completeUntilMs],
  );
}

/** The source could not be read: whoever waits for it need not wait longer. */
export async function failSource(client: Queryable, source: string): Promise<void> {
  await client.query("update sources set attempted_at = clock_timestamp() where source = $1", [source]);
}
