// Makes the console's types from openapi.json, with openapi-typescript.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import openapiTS, { astToString } from "openapi-typescript";

const HEADER = "// Generated from openapi.json by `npm run generate`. Do not edit.\n";

/** `openApiText` is what openapi.json says, when it has not been written yet. */
export async function generateConsoleClient(projectRoot, openApiText) {
  const text = openApiText ?? readFileSync(join(projectRoot, "openapi.json"), "utf8");
  const tree = await openapiTS(JSON.parse(text), { alphabetize: false });
  return new Map([
    [join(projectRoot, "web", "src", "api", "generated", "openapi.ts"), HEADER + astToString(tree)],
  ]);
}
