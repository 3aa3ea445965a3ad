// Generates prisma/generated from prisma/schema, offline, into a folder of its own, and returns the files as text.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * Prisma resolves its generator relative to the schema, so the temporary folder lies inside the project.
 * Naming any executable as the schema engine keeps Prisma from downloading one: generation does not use it.
 */
export function generatePrisma(projectRoot) {
  const folder = mkdtempSync(join(projectRoot, "node_modules", ".prisma-generate-"));
  try {
    cpSync(join(projectRoot, "prisma", "schema"), join(folder, "schema"), { recursive: true });
    execFileSync(
      process.execPath,
      [
        join(projectRoot, "node_modules", "prisma", "build", "index.js"),
        "generate",
        "--schema",
        join(folder, "schema"),
      ],
      {
        cwd: folder,
        stdio: ["ignore", "ignore", "inherit"],
        env: {
          ...process.env,
          PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
          PRISMA_HIDE_UPDATE_MESSAGE: "1",
          CHECKPOINT_DISABLE: "1",
        },
      },
    );
    const generated = join(folder, "generated");
    return new Map(
      filesUnder(generated).map((file) => [
        join(projectRoot, "prisma", "generated", file.slice(generated.length + 1)),
        normalise(readFileSync(file, "utf8"), folder, projectRoot),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function filesUnder(directory) {
  return readdirSync(directory)
    .sort()
    .flatMap((name) => {
      const path = join(directory, name);
      return statSync(path).isDirectory() ? filesUnder(path) : [path];
    });
}

/** The same text on every machine: no path of this one, and one style of quotes in relative imports. */
function normalise(text, folder, projectRoot) {
  return text
    .replaceAll(folder, ".")
    .replaceAll(projectRoot, ".")
    .replace(/(from|import) '(\.{1,2}\/[^']+)'/g, '$1 "$2"');
}
