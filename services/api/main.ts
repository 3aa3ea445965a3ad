// The API process: the control plane's front door. Transport only: no SQL and no rules of its own.
import { printableConfig } from "#shared/config";
import { createLogger } from "#shared/log";
import { runProcess } from "#shared/process";
import { createWorkflowStarter } from "#workflows/starter";
import { startApi } from "./api.ts";
import { readApiConfig } from "./config.ts";

const config = readApiConfig(process.env);
const log = createLogger({ process: "api", level: config.logLevel });
log.debug({ config: printableConfig(config) }, "configured");

await runProcess({
  log,
  readyFile: config.readyFile,
  stopWithStdin: config.stopWithStdin,
  start: async () => {
    const workflows = createWorkflowStarter({
      address: config.controlCellAddress,
      token: config.controlCellToken ?? config.internalToken,
    });
    const api = await startApi(config, log, workflows);
    log.info({ address: api.address, tlsAddress: api.tlsAddress }, "listening");
    return {
      stop: async () => {
        await api.stop();
        await workflows.close();
      },
    };
  },
});
