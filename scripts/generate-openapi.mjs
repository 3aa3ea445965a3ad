// Makes openapi.json from the operation table: runs the sources in a process of its own, because scripts are plain
// JavaScript and the table is TypeScript.
import { execFileSync } from "node:child_process";
import { join } from "node:path";

const PROGRAM = `
  const [{ joinTable }, { operations }, { buildOpenApi }] = await Promise.all([
    import("./services/api/calls/operation-table.ts"),
    import("./services/api/operations/index.ts"),
    import("./services/api/openapi/build-document.ts"),
  ]);
  process.stdout.write(JSON.stringify(buildOpenApi(joinTable(operations)), null, 1) + "\\n");
`;
const OUTPUT_BYTES_MAX = 16 * 1024 * 1024;

export function generateOpenApi(projectRoot) {
  const text = execFileSync(
    process.execPath,
    ["--conditions=source", "--import", "tsx", "--input-type=module", "--eval", PROGRAM],
    {
      cwd: projectRoot,
      encoding: "utf8",
      maxBuffer: OUTPUT_BYTES_MAX,
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  return new Map([[join(projectRoot, "openapi.json"), text]]);
}
