// The Stripe emulator: Stripe's wire protocol with state, for clouds and tests without a Stripe key. It charges nobody.
import { createLogger } from "#shared/log";
import { runProcess } from "#shared/process";
import { readEmulatorConfig } from "./config.ts";
import { startEmulator } from "./start-emulator.ts";

const config = readEmulatorConfig(process.env);
const log = createLogger({ process: "stripe-emulator", level: config.logLevel });
await runProcess({
  log,
  readyFile: config.readyFile,
  stopWithStdin: config.stopWithStdin,
  start: () => startEmulator(config, log),
});
