// Where what is built once for tests is kept: outside the tree, in a folder for each thing.
import { homedir } from "node:os";
import { join } from "node:path";

export function cacheDirectory(...names: string[]): string {
  return join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "cellplane", ...names);
}
