// What the standalone commands say to the person, and how they end: on Ctrl-C once in order, twice at once.

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
