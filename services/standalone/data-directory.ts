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

/** From the top down, because what Node says of a path below a file differs between its versions. */
function makeFolder(path: string): void {
  if (dirname(path) !== path) makeFolder(dirname(path));
  const known = statSync(path, { throwIfNoEntry: false });
  if (known === undefined) mkdirSync(path);
  else if (!known.isDirectory()) throw new Error(`${path} is not a folder`);
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") return "it may not be written";
  return error instanceof Error ? error.message : String(error);
}
