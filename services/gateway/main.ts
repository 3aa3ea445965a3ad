// The gateway process: tenants' SDKs come in here and reach their cells.
import { printableConfig } from "#shared/config";
import { createLogger } from "#shared/log";
import { runProcess } from "#shared/process";
import { gatewayConfig } from "./config.ts";
import { startGateway } from "./gateway.ts";

const config = gatewayConfig(process.env);
const log = createLogger({ process: "gateway", level: config.logLevel });
log.info({ config: printableConfig(config) }, "starting");

await runProcess({
  log,
  readyFile: config.readyFile,
  stopWithStdin: config.stopWithStdin,
  start: () => startGateway(config, { log }),
});
