// Runs one cell in this process on its database, until a signal: the lock on the folder, PostgreSQL, the cell, and the
// same backwards. What a person can do about a failure is said before anything has started, where it can be known.
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { startCell, readCellConfig, type RunningCell } from "#cell";
import { handleStop, print } from "#standalone";
import { systemClock } from "#shared/clock";
import { CloudError } from "#shared/errors";
import { randomIds } from "#shared/ids";
import { createLogger } from "#shared/log";
import { splitAddress } from "#shared/split-address";
import type { CellOptions } from "./cell-options.ts";
import { openStore, unusableDatabase } from "./own-database.ts";

/** Answers once it serves; ends the process when it is stopped or can no longer be the writer. */
export async function runCell(options: CellOptions): Promise<void> {
  const startedAt = performance.now();
  await requireFreePort(options.address);
  const store = await openStore(options.store);
  const cell = await start(options, store.databaseUrl).catch(async (error: unknown) => {
    await store.close();
    throw unusableDatabase(error, store.place) ?? error;
  });
  const stop = async (): Promise<void> => {
    if (options.readyFile !== undefined) rmSync(options.readyFile, { force: true });
    await cell.stop();
    await store.close();
  };
  handleStop(stop);
  store.onLost(() => fail(`PostgreSQL ended; see ${store.place}`));
  if (options.readyFile !== undefined) writeReadyFile(options.readyFile, cell, options);
  print(
    [
      `Cellplane cell on ${cell.address} (gRPC and HTTP/JSON)`,
      `  namespaces   ${options.namespaces.join(", ")}`,
      `  data         ${store.place}`,
      `  ready in ${((performance.now() - startedAt) / 1000).toFixed(2)} s; Ctrl-C stops it`,
    ].join("\n"),
  );
}

async function start(options: CellOptions, databaseUrl: string): Promise<RunningCell> {
  const config = readCellConfig({
    CELLPLANE_DATABASE_URL: databaseUrl,
    CELLPLANE_LISTEN_ADDRESS: options.address,
    CELLPLANE_NAMESPACES: options.namespaces.join(","),
    CELLPLANE_SEARCH_ATTRIBUTES: options.searchAttributes.join(","),
    CELLPLANE_LOG_LEVEL: options.logLevel,
  });
  const log = createLogger({ process: "cell", level: config.logLevel });
  try {
    return await startCell(config, {
      clock: systemClock,
      ids: randomIds,
      log,
      onFatal: (reason) => fail(reason),
      onStandby: () => print("another cell writes to this database: this one waits until it ends"),
    });
  } catch (error) {
    throw portError(error, options.address) ?? error;
  }
}

function fail(reason: string): void {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}

/** Known before a database is started for nothing. Errors: FAILED_PRECONDITION. */
async function requireFreePort(address: string): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", (error) => reject(portError(error, address) ?? error));
    probe.listen(splitAddress(address), () => probe.close(() => resolve()));
  });
}

function portError(error: unknown, address: string): CloudError | undefined {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  const colon = address.lastIndexOf(":");
  const [host, port] = [address.slice(0, colon), address.slice(colon + 1)];
  if (code === "EADDRINUSE")
    return new CloudError("FAILED_PRECONDITION", `port ${port} on ${host} is in use; choose another --port`);
  if (code === "EADDRNOTAVAIL")
    return new CloudError(
      "FAILED_PRECONDITION",
      `${host} is no address of this machine; choose another --ip`,
    );
  if (code === "EACCES")
    return new CloudError(
      "FAILED_PRECONDITION",
      `port ${port} may not be used by this user; choose another --port`,
    );
  return undefined;
}

/** Renamed into place, so that a reader never sees half of it. */
function writeReadyFile(file: string, cell: RunningCell, { namespaces }: CellOptions): void {
  const facts = { pid: process.pid, address: cell.address, namespaces };
  writeFileSync(`${file}.new`, `${JSON.stringify(facts)}\n`);
  renameSync(`${file}.new`, file);
}
