// The database of a development cell: an embedded PostgreSQL in the data folder, or somebody else's by URL.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureDatabase, freePort, lockDataDirectory, startPostgres, type Postgres } from "#standalone";
import { CloudError } from "#shared/errors";
import { randomIds } from "#shared/ids";
import type { CellOptions } from "./cell-options.ts";

const DATABASE = "cell";
const PASSWORD_BYTES = 24;

export interface Store {
  databaseUrl: string;
  /** Where the data is, for a person; without credentials. */
  place: string;
  /** Calls back when the database is gone without `close`. */
  onLost(callback: () => void): void;
  close(): Promise<void>;
}

/** Connections that are refused or find nobody, wrong credentials, no such database, no right to make tables. */
const UNUSABLE = /^(E[A-Z]{4,}|28...|3D000|42501|0A000)$/;

/** What a person can do about a given database that cannot be used; undefined for every other failure. */
export function unusableDatabase(error: unknown, place: string): CloudError | undefined {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (code === undefined || !UNUSABLE.test(code)) return undefined;
  const reason = (error as Error).message || code;
  return new CloudError("FAILED_PRECONDITION", `the database ${place} cannot be used: ${reason}`);
}

/** Errors: FAILED_PRECONDITION when another cell has the folder, INVALID_ARGUMENT when it is no folder to use. */
export async function openStore(store: CellOptions["store"]): Promise<Store> {
  if ("databaseUrl" in store) {
    const { host, pathname } = new URL(store.databaseUrl);
    const place = `${host}${pathname}`;
    return { databaseUrl: store.databaseUrl, place, onLost: () => undefined, close: () => Promise.resolve() };
  }
  const { dataDirectory } = store;
  const unlock = lockDataDirectory({ dataDirectory, fileName: "cell.pid", what: "a cell" });
  try {
    if (existsSync(join(dataDirectory, "secrets.json"))) {
      throw new CloudError(
        "FAILED_PRECONDITION",
        `${dataDirectory} holds the data of a whole cloud; choose another --data`,
      );
    }
    const postgres = await startPostgres({
      directory: join(dataDirectory, "postgres"),
      port: await freePort(),
      password: passwordIn(dataDirectory),
    });
    return await databaseIn(postgres, dataDirectory, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

async function databaseIn(postgres: Postgres, place: string, unlock: () => void): Promise<Store> {
  let isClosing = false;
  const close = async (): Promise<void> => {
    isClosing = true;
    await postgres.stop();
    unlock();
  };
  try {
    await ensureDatabase(postgres, DATABASE);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  return {
    databaseUrl: postgres.url(DATABASE),
    place,
    onLost: (callback) => void postgres.ended.then(() => (isClosing ? undefined : callback())),
    close,
  };
}

/** Made on first use; only the owner can read it. */
function passwordIn(dataDirectory: string): string {
  const file = join(dataDirectory, "postgres-password");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  const password = randomIds.secret(PASSWORD_BYTES);
  writeFileSync(file, `${password}\n`, { mode: 0o600, flag: "wx" });
  return password;
}
