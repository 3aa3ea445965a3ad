// The workflows process: the worker of the control plane's workflows, its reconcilers and its job queues.
import { printableConfig, readConfig } from "#shared/config";
import { createLogger } from "#shared/log";
import { runProcess } from "#shared/process";
import { configSchema } from "./config.ts";
import { openWorkflows } from "./open.ts";

const config = readConfig(configSchema, process.env);
const log = createLogger({ process: "workflows", level: config.logLevel });
log.debug({ config: printableConfig(config) }, "configured");

await runProcess({
  log,
  readyFile: config.readyFile,
  stopWithStdin: config.stopWithStdin,
  start: () => openWorkflows(config, log),
});
