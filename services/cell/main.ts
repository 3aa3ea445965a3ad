// The cell process: one writer on one database, serving Temporal's WorkflowService. Ready means serving.
import { setFlagsFromString } from "node:v8";
import { systemClock } from "#shared/clock";
import { printableConfig } from "#shared/config";
import { randomIds } from "#shared/ids";
import { createLogger } from "#shared/log";
import { runProcess } from "#shared/process";
import { startCell } from "./cell.ts";
import { readCellConfig } from "./config.ts";
import { failpointOf } from "./failpoints.ts";
import { shiftedClock } from "./shifted-clock.ts";

/**
 * How much garbage may come beside what is alive before V8 collects. Left to itself it waits for up to three times as
 * much, because executions that came through memory lived long enough to count as old.
 */
const HEAP_GROWTH_PERCENT = 50;
setFlagsFromString(`--heap-growing-percent=${String(HEAP_GROWTH_PERCENT)}`);

const config = readCellConfig(process.env);
const log = createLogger({ process: `cell ${config.cellId}`, level: config.logLevel });
log.info({ config: printableConfig(config) }, "starting");

await runProcess({
  log,
  readyFile: config.readyFile,
  stopWithStdin: config.stopWithStdin,
  start: () =>
    startCell(config, {
      clock:
        config.clockOffsetFile === undefined
          ? systemClock
          : shiftedClock(systemClock, config.clockOffsetFile),
      reach: failpointOf(config.failpoint, () => process.kill(process.pid, "SIGKILL")),
      ids: randomIds,
      log,
      // Ends the process at once: what is in memory is no longer the truth. The supervisor starts a new standby.
      onFatal: (reason) =>
        setImmediate(() => {
          throw new Error(reason);
        }),
    }),
});
