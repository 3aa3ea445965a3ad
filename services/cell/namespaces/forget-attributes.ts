// Takes the values of deleted search attributes out of what is listed, a limited number of rows at a time. Which ones is
// in the namespace's row, so a restart goes on; until it is done nobody can define an attribute of such a name.
import { delay } from "#shared/clock";
import { textArray } from "#shared/postgres-arrays";
import type { Engine } from "../engine.ts";
import type { Statement } from "../store/statement.ts";
import type { Namespace } from "./namespace.ts";

const ROWS_PER_PASS_MAX = 1_000;
const RETRY_MS = 2_000;

/** Tables with search attributes, and the keys of their rows. */
const TABLES = [
  { table: "visibility", key: "namespace_id, workflow_id, run_id" },
  { table: "standalone_executions", key: "namespace_id, run_id" },
] as const;

export function forgetInBackground(engine: Engine, namespace: Namespace): void {
  if (namespace.row.forgottenAttributes.length === 0) return;
  const run = async (): Promise<void> => {
    for (;;) {
      try {
        return await forget(engine, namespace);
      } catch (error) {
        engine.log.warn(
          { err: error, namespace: namespace.name },
          "values of deleted search attributes remain",
        );
      }
      await delay(RETRY_MS, engine.stopping);
    }
  };
  // The cell stops: the next start goes on.
  run().catch(() => undefined);
}

async function forget(engine: Engine, namespace: Namespace): Promise<void> {
  const names = namespace.row.forgottenAttributes;
  for (const { table, key } of TABLES) {
    while (await hasValues(engine, table, namespace.id, names)) {
      const group = engine.journal.group();
      group.statements.push(removal(table, key, { namespaceId: namespace.id, names }));
      await group.durable;
    }
  }
  if (engine.namespaces.byId(namespace.id) === undefined) return;
  const { row } = namespace;
  const forgottenAttributes = row.forgottenAttributes.filter((name) => !names.includes(name));
  await engine.namespaces.put(engine.journal, { ...row, forgottenAttributes });
}

async function hasValues(
  engine: Engine,
  table: string,
  namespaceId: string,
  names: readonly string[],
): Promise<boolean> {
  const { rowCount } = await engine.pool.query(
    `select 1 from ${table} where namespace_id = $1 and search_attributes ?| $2::text[] limit 1`,
    [namespaceId, names],
  );
  return rowCount !== 0;
}

/** Repeatable: what is taken out stays out. */
function removal(
  table: string,
  key: string,
  of: { namespaceId: string; names: readonly string[] },
): Statement {
  return {
    name: `${table}-forget-attributes`,
    text: `update ${table} set search_attributes = nullif(search_attributes - $2::text[], '{}'::jsonb)
      where (${key}) in (select ${key} from ${table}
        where namespace_id = $1 and search_attributes ?| $2::text[] limit ${String(ROWS_PER_PASS_MAX)})`,
    values: [of.namespaceId, textArray(of.names)],
  };
}
