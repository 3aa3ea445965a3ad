// The PostgreSQL of a standalone cloud's data folder, for commands that look into it: the running one when the cloud
// runs, else one that is started for as long as the command needs it.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CloudError } from "#shared/errors";
import { lockDataDirectory } from "./lock.ts";
import { findPostgresBinaries, placeDatabaseDirectory } from "./postgres-binaries.ts";
import { freePort, LOOPBACK } from "./ports.ts";
import { postgresUrl, startPostgres } from "./postgres.ts";
import { loadSecrets } from "./secrets.ts";

export interface OpenPostgres {
  url(database: string): string;
  close(): Promise<void>;
}

/** Errors: INVALID_ARGUMENT when the folder holds no cloud. */
export async function openCloudPostgres(dataDirectory: string): Promise<OpenPostgres> {
  if (!existsSync(join(dataDirectory, "secrets.json"))) {
    throw new CloudError(
      "INVALID_ARGUMENT",
      `${dataDirectory} holds no Cellplane cloud: there is no secrets.json`,
    );
  }
  const password = loadSecrets(dataDirectory).postgresPassword;
  const directory = join(dataDirectory, "postgres");
  const lock = tryLock(dataDirectory);
  if (lock === undefined) {
    const port = runningPort(placeDatabaseDirectory(directory, findPostgresBinaries().user));
    return { url: (database) => postgresUrl({ port, password }, database), close: () => Promise.resolve() };
  }
  try {
    const postgres = await startPostgres({ directory, port: await freePort(), password });
    return {
      url: (database) => postgres.url(database),
      close: async () => {
        await postgres.stop();
        lock();
      },
    };
  } catch (error) {
    lock();
    throw error;
  }
}

/** Undefined when the cloud runs. */
function tryLock(dataDirectory: string): (() => void) | undefined {
  try {
    return lockDataDirectory({ dataDirectory, fileName: "standalone.pid", what: "a Cellplane cloud" });
  } catch (error) {
    if (error instanceof CloudError && error.code === "FAILED_PRECONDITION") return undefined;
    throw error;
  }
}

/** The fourth line of PostgreSQL's own file says where it listens. */
function runningPort(directory: string): number {
  const file = join(directory, "postmaster.pid");
  const port = existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[3]) : Number.NaN;
  if (Number.isInteger(port) && port > 0) return port;
  throw new CloudError(
    "FAILED_PRECONDITION",
    `the cloud's PostgreSQL does not run on ${LOOPBACK}, though the cloud does; try again when it is ready`,
  );
}
