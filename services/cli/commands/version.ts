// `cellplane version`: of this package, and of the Node it runs on.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { print } from "#standalone";
import { CloudError } from "#shared/errors";
import type { Command } from "../command.ts";

export const versionCommand: Command = {
  words: "version",
  summary: "show the version",
  usage: "",
  run: async (args) => {
    const [surplus] = args;
    if (surplus !== undefined)
      throw new CloudError("INVALID_ARGUMENT", `version takes no ${surplus.slice(0, 60)}`);
    print(`cellplane ${packageVersion()} (Node ${process.versions.node})`);
    return 0;
  },
};

/** From the nearest package.json above this file: it runs from the sources and from dist. */
function packageVersion(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    try {
      const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
        version: string;
      };
      return version;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT" || dirname(folder) === folder) throw error;
    }
  }
}
