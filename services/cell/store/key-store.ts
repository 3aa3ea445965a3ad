// Keys that the cell makes for itself and keeps with its data. Made once; a later process finds them.
import type { Queryable } from "#shared/postgres";

/** The key of this name; `fresh` becomes it when there is none. Repeatable: the first one stays. */
export async function readOrMakeKey(queryable: Queryable, name: string, fresh: Uint8Array): Promise<Buffer> {
  await queryable.query("insert into cell_keys (name, key) values ($1, $2) on conflict (name) do nothing", [
    name,
    Buffer.from(fresh),
  ]);
  const { rows } = await queryable.query<{ key: Buffer }>("select key from cell_keys where name = $1", [
    name,
  ]);
  const key = rows[0]?.key;
  if (key === undefined) throw new Error(`the key ${name} could not be stored`);
  return key;
}
