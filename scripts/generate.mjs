// `npm run generate`: writes every generated file. `npm run check` compares them with a fresh generation.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateConsoleClient } from "./generate-console-client.mjs";
import { generateContracts, writeFiles } from "./generate-contracts.mjs";
import { generateOpenApi } from "./generate-openapi.mjs";
import { generatePrisma } from "./generate-prisma.mjs";

/** Every generated file of the project as path -> text. */
export async function generateAll(projectRoot) {
  const openApi = generateOpenApi(projectRoot);
  const client = await generateConsoleClient(projectRoot, [...openApi.values()][0]);
  return new Map([...generateSources(projectRoot), ...openApi, ...client]);
}

/** What the sources import. */
function generateSources(projectRoot) {
  return new Map([...generateContracts(projectRoot), ...generatePrisma(projectRoot)]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const projectRoot = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");
  const files = generateSources(projectRoot);
  // A removed model must not leave its file behind.
  rmSync(join(projectRoot, "prisma", "generated"), { recursive: true, force: true });
  writeFiles(files, projectRoot);
  // Made by running the sources, so it comes last.
  writeFiles(generateOpenApi(projectRoot), projectRoot);
  writeFiles(await generateConsoleClient(projectRoot), projectRoot);
}
