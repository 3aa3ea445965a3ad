// Fails when a committed generated file differs from a fresh generation.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { generateAll } from "./generate.mjs";

const projectRoot = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");
const stale = [...(await generateAll(projectRoot))].filter(
  ([path, text]) => !existsSync(path) || readFileSync(path, "utf8") !== text,
);
for (const [path] of stale) process.stderr.write(`${path} is not what \`npm run generate\` makes\n`);
process.exit(stale.length === 0 ? 0 : 1);
