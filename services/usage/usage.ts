// Puts the parts of the usage process together and takes them down in order.
import type { Logger } from "#shared/log";
import type { RunningProcess } from "#shared/process";
import type { UsageConfig } from "./config.ts";
import { createCellSource } from "./intake/cell-source.ts";
import { runIntake } from "./intake/run-intake.ts";
import { runMetricsIntake } from "./intake/run-metrics-intake.ts";
import { startRollupQueue } from "./rollup/rollup-queue.ts";
import { startStatusServer } from "./status-server.ts";
import { openUsageDatabase } from "./store/open.ts";
import { activateSources } from "./store/sources-store.ts";

export async function startUsage(config: UsageConfig, log: Logger): Promise<RunningProcess> {
  const pool = await openUsageDatabase(config.databaseUrl);
  const sources = config.cells.map((cell) => createCellSource({ ...cell, token: config.internalToken }));
  await activateSources(
    pool,
    sources.map((source) => source.name),
  );
  const rollup = await startRollupQueue({ databaseUrl: config.databaseUrl, pool, log });
  const intake = runIntake({
    pool,
    databaseUrl: config.databaseUrl,
    sources,
    periodMs: config.intakePeriodMs,
    log,
    onChanged: () => rollup.wake(),
  });
  const metrics = runMetricsIntake({ pool, cells: config.cells, token: config.internalToken, log });
  const status =
    config.listenAddress === undefined ? undefined : await startStatusServer(config.listenAddress, pool);
  return {
    stop: async () => {
      await status?.stop();
      await Promise.all([intake.stop(), metrics.stop()]);
      for (const source of sources) source.close();
      await rollup.stop();
      await pool.end();
    },
  };
}
