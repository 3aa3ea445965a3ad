// What commands say to the person, and how they end: on Ctrl-C once in order, twice at once.
import { CloudError, toCloudError } from "#shared/errors";

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Runs `stop` on the first SIGINT or SIGTERM; a second one ends the process without waiting. */
export function handleStop(stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = (): void => {
    if (isStopping) process.exit(130);
    isStopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
}

/** Says what went wrong and ends: 2 for a mistake on the command line, else 1. */
export function endWithFailure(thrown: unknown): never {
  const { code, publicMessage, internalDetail } = toCloudError(thrown);
  // CloudError and a failed step of the quickstart explain themselves; what nobody expected shows its stack.
  const isExplained =
    thrown instanceof CloudError || (thrown instanceof Error && thrown.name === "StepFailedError");
  process.stderr.write(`${isExplained ? thrown.message : (internalDetail ?? publicMessage)}\n`);
  process.exit(code === "INVALID_ARGUMENT" ? 2 : 1);
}
