// The SDK's own log goes to a file: the story's planned failures (a busy card terminal) would drown what is told.
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { DefaultLogger, Runtime } from "@temporalio/worker";

export function logSdkTo(dataDirectory: string): void {
  const file = join(dataDirectory, "log", "quickstart-sdk.log");
  Runtime.install({
    logger: new DefaultLogger("WARN", ({ level, message, meta }) => {
      appendFileSync(file, `${level} ${message} ${JSON.stringify(meta ?? {})}\n`);
    }),
  });
}
