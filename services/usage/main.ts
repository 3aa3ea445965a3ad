// The usage process: reads every cell's counters, rolls them up, and tells over HTTP where it stands.
// It never changes what a source counted and knows no prices.
import { createLogger } from "#shared/log";
import { runProcess } from "#shared/process";
import { readUsageConfig } from "./config.ts";
import { startUsage } from "./usage.ts";

const config = readUsageConfig(process.env);
const log = createLogger({ process: "usage", level: config.logLevel });
await runProcess({
  log,
  readyFile: config.readyFile,
  stopWithStdin: config.stopWithStdin,
  start: () => startUsage(config, log),
});
