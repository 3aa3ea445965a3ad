// One supervisor per data folder: a file that names the process that holds it, taken over when that process is gone.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CloudError } from "#shared/errors";
import { makeDataDirectory } from "./data-directory.ts";

export interface FolderLock {
  dataDirectory: string;
  /** The lock's file inside the folder. */
  fileName: string;
  /** What runs on the folder, for the message: "a Cellplane cloud". */
  what: string;
}

const ATTEMPTS_MAX = 3;

/** Takes the lock, also from a process that died. Returns its release. FAILED_PRECONDITION when one runs. */
export function lockDataDirectory({ dataDirectory, fileName, what }: FolderLock): () => void {
  makeDataDirectory(dataDirectory);
  const file = join(dataDirectory, fileName);
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    if (create(file)) return () => rmSync(file, { force: true });
    const [pid = "", startedAt] = readIfThere(file).trim().split(" ");
    const holder = Number(pid);
    if (holder > 0 && holder !== process.pid && isAlive(holder, startedAt)) {
      throw new CloudError(
        "FAILED_PRECONDITION",
        `${what} already runs on ${dataDirectory} (process ${holder}); stop it, or choose another --data`,
      );
    }
    rmSync(file, { force: true });
  }
  throw new CloudError("FAILED_PRECONDITION", `${file} is taken by others again and again; try once more`);
}

/** False when the file is there: two processes that start at once do not both create it. */
function create(file: string): boolean {
  try {
    writeFileSync(file, `${process.pid} ${startTimeOf(process.pid) ?? ""}\n`, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // Its holder has just removed it.
    return "";
  }
}

/** Whether the process lives and is the one that wrote the file: after a restart its id may be another's. */
function isAlive(pid: number, startedAt: string | undefined): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM means that it lives and belongs to another user.
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const now = startTimeOf(pid);
  return now === undefined || startedAt === undefined || startedAt === "" || now === startedAt;
}

/** When the process started, in ticks since the machine did; undefined where /proc does not tell. */
function startTimeOf(pid: number): string | undefined {
  const stat = readIfThere(`/proc/${pid}/stat`);
  // Fields are counted after the name, which stands in brackets and may hold blanks. The start time is field 22.
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
}
