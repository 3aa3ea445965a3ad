// Makes the console's types: of the API from openapi.json, with openapi-typescript, and of what its relay serves from
// Temporal's descriptors.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import openapiTS, { astToString } from "openapi-typescript";

const HEADER = "// Generated from openapi.json by `npm run generate`. Do not edit.\n";
const OUTPUT_BYTES_MAX = 16 * 1024 * 1024;

/** `openApiText` is what openapi.json says, when it has not been written yet. */
export async function generateConsoleClient(projectRoot, openApiText) {
  const text = openApiText ?? readFileSync(join(projectRoot, "openapi.json"), "utf8");
  const tree = await openapiTS(JSON.parse(text), { alphabetize: false });
  const generated = join(projectRoot, "web", "src", "api", "generated");
  return new Map([
    [join(generated, "openapi.ts"), HEADER + astToString(tree)],
    [join(generated, "workflow-service.ts"), workflowServiceTypes(projectRoot)],
  ]);
}

function workflowServiceTypes(projectRoot) {
  const script = join(projectRoot, "scripts", "workflow-service-types.mjs");
  return execFileSync(process.execPath, ["--conditions=source", "--import", "tsx", script], {
    cwd: projectRoot,
    encoding: "utf8",
    maxBuffer: OUTPUT_BYTES_MAX,
    stdio: ["ignore", "pipe", "inherit"],
  });
}
