// One cloud per data directory: a file with the process id of its supervisor.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CloudError } from "#shared/errors";
import { makeDataDirectory } from "./data-directory.ts";

/** Takes the lock, also from a supervisor that died. Returns its release. FAILED_PRECONDITION when one runs. */
export function lockDataDirectory(dataDirectory: string): () => void {
  makeDataDirectory(dataDirectory);
  const file = join(dataDirectory, "standalone.pid");
  const holder = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  if (holder > 0 && holder !== process.pid && isAlive(holder)) {
    throw new CloudError(
      "FAILED_PRECONDITION",
      `a Cellplane cloud already runs on ${dataDirectory} (process ${holder}); stop it, or choose another --data`,
    );
  }
  writeFileSync(file, `${process.pid}\n`);
  return () => rmSync(file, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM means that it lives and belongs to another user.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
