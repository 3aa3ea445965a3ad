// Lookups are planned once: what is planned while the tables are nearly empty must not read them from end to end later.
import { afterEach, describe, expect, it } from "vitest";
import { createPool, type Pool } from "#shared/postgres";
import { eventually } from "#harness/eventually";
import { NAMESPACE } from "./cell-client.ts";
import { cellWorld } from "./world.ts";

const FEW = 10;
const MORE = 100;
/** What a start and the search for expired ones may do with tables that are small. */
const OTHER_READS_MAX = 20;

const world = cellWorld("cell_lookups");
let pool: Pool | undefined;

afterEach(() => pool?.end());

/** How often the tables of executions were read from end to end, and how often by an index. */
async function scans(): Promise<{ whole: number; byIndex: number }> {
  const { rows } = await (pool as Pool).query<{ whole: string; by_index: string }>(
    `select sum(seq_scan) as whole, sum(idx_scan) as by_index from pg_stat_user_tables
     where relname in ('executions', 'current_executions', 'history')`,
  );
  return { whole: Number(rows[0]?.whole), byIndex: Number(rows[0]?.by_index) };
}

describe("looking workflows up", () => {
  it("goes by indexes, also when the tables were analysed while they were small", async () => {
    const { client, process } = await world.start({ CELLPLANE_EXECUTIONS_MAX: "100" });
    pool = createPool(world.databaseUrl, {
      connectionsMax: 1,
      statementTimeoutMs: 30_000,
      applicationName: "test",
    });
    for (let number = 0; number < FEW; number += 1) await client.start(`few-${number}`);
    await pool.query("analyze");
    await client.start("planned");
    await pool.query("select pg_stat_reset()");

    for (let number = 0; number < MORE; number += 1) await client.start(`more-${number}`);
    for (let number = 0; number < FEW; number += 1) {
      await client.call("DescribeWorkflowExecution", {
        namespace: NAMESPACE,
        execution: { workflowId: `few-${number}` },
      });
      await client.history(`few-${number}`);
    }
    // A backend tells its statistics when it ends, at the latest.
    await process.stop();

    const seen = await eventually(
      async () => {
        const now = await scans();
        return now.byIndex >= MORE ? now : undefined;
      },
      { what: "statistics" },
    );
    expect(seen.whole).toBeLessThan(OTHER_READS_MAX);
  });
});
