// The workflows process: one worker on the control-plane cell, the reconcilers beside it, and the installation's seed.
import { createCells } from "#domain/cells";
import { createDatabase } from "#domain/database";
import { systemClock } from "#shared/clock";
import { printableConfig, readConfig } from "#shared/config";
import { createEnvelope } from "#shared/envelope";
import { createLogger } from "#shared/log";
import { runProcess } from "#shared/process";
import { provisioningActivities } from "./activities.ts";
import { configSchema } from "./config.ts";
import { startWorkflows } from "./start.ts";

const config = readConfig(configSchema, process.env);
const log = createLogger({ process: "workflows", level: config.logLevel });
log.debug({ config: printableConfig(config) }, "configured");

await runProcess({
  log,
  readyFile: config.readyFile,
  stopWithStdin: config.stopWithStdin,
  start: async () => {
    const database = createDatabase(config.databaseUrl, { applicationName: "cellplane-workflows" });
    const cells = createCells({ token: config.internalToken });
    const envelope = createEnvelope(config.masterKey);
    const ports = { database, cells, envelope, clock: systemClock, log };
    const workflows = await startWorkflows({
      ...ports,
      cell: {
        address: config.controlCellAddress,
        token: config.controlCellToken,
        namespace: config.controlCellNamespace,
      },
      activities: provisioningActivities(ports),
      installation: config.installation,
      reconcilePeriodMs: config.reconcilePeriodMs,
    });
    return {
      stop: async () => {
        await workflows.stop();
        cells.close();
        await database.close();
      },
    };
  },
});
