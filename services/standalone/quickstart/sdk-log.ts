// The SDK's own log goes to a file: the story's planned failures (a busy card terminal) would drown what is told.
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { DefaultLogger, makeTelemetryFilterString, Runtime } from "@temporalio/worker";

export function logSdkTo(dataDirectory: string): void {
  const file = join(dataDirectory, "log", "quickstart-sdk.log");
  Runtime.install({
    // Without forwarding, the SDK's core writes to stdout, which --json keeps for the one object.
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: "WARN" }), forward: {} } },
    logger: new DefaultLogger("WARN", ({ level, message, meta }) => {
      appendFileSync(file, `${level} ${message} ${JSON.stringify(meta ?? {})}\n`);
    }),
  });
}
