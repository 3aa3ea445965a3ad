// The door of standalone, for the command line: the whole cloud, and what one machine needs to run a part of it. The
// large parts are loaded when they are run.
export { makeDataDirectory } from "./data-directory.ts";
export { lockDataDirectory } from "./lock.ts";
export { QUICKSTART_FLAGS, START_FLAGS } from "./options.ts";
export { openCloudPostgres, type OpenPostgres } from "./open-postgres.ts";
export { CONTROL_PLANE_DATABASE } from "./plan.ts";
export { freePort } from "./ports.ts";
export { ensureDatabase, startPostgres, type Postgres } from "./postgres.ts";
export { endWithFailure, handleStop, print } from "./terminal.ts";

export async function runStart(args: readonly string[]): Promise<void> {
  return (await import("./run-start.ts")).runStart(args);
}

export async function runQuickstart(args: readonly string[]): Promise<void> {
  return (await import("./quickstart/run-quickstart.ts")).runQuickstart(args);
}
