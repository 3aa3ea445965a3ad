// Makes the folder that --data names, one level after the other. Node's own recursive way never returns on file systems
// that take no folders, and a person who mistyped a path deserves the reason.
import { accessSync, constants, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { CloudError } from "#shared/errors";

/** Errors: INVALID_ARGUMENT when the path is not a folder that can be written, and cannot become one. */
export function makeDataDirectory(path: string): void {
  try {
    makeFolder(path);
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new CloudError("INVALID_ARGUMENT", `--data ${path} cannot be used: ${reasonOf(error)}`, {
      cause: error,
    });
  }
}

function makeFolder(path: string): void {
  const known = statSync(path, { throwIfNoEntry: false });
  if (known?.isDirectory() === true) return;
  if (known !== undefined) throw new Error(`${path} is not a folder`);
  if (dirname(path) !== path) makeFolder(dirname(path));
  mkdirSync(path);
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") return "it may not be written";
  if (code === "ENOTDIR") return "a part of the path is not a folder";
  return error instanceof Error ? error.message : String(error);
}
