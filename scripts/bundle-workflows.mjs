// Bundles workflow code for the Temporal SDK's worker ahead of time, so that no process pays for it at its start.
// A bundle is made again only when the code under its folder or the lockfile changed.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { bundleWorkflowCode } from "@temporalio/worker";

/** Entry point in dist and the bundle that it becomes. */
const BUNDLES = [
  { entry: "dist/services/workflows/workflows.js", output: "dist/workflows-bundle.js" },
  { entry: "dist/services/standalone/quickstart/orders/workflows.js", output: "dist/order-workflows.js" },
];

export async function bundleWorkflows(projectRoot) {
  for (const { entry, output } of BUNDLES) {
    const entryPath = join(projectRoot, entry);
    const outputPath = join(projectRoot, output);
    if (!existsSync(entryPath)) continue;
    const current = fingerprint(dirname(entryPath), projectRoot);
    const stamp = `${outputPath}.stamp`;
    if (existsSync(outputPath) && existsSync(stamp) && readFileSync(stamp, "utf8") === current) continue;
    const { code } = await bundleWorkflowCode({ workflowsPath: entryPath, logger: quiet });
    writeFileSync(outputPath, code);
    writeFileSync(stamp, current);
  }
}

function fingerprint(directory, projectRoot) {
  const hash = createHash("sha256").update(readFileSync(join(projectRoot, "package-lock.json")));
  for (const file of readdirSync(directory, { recursive: true }).sort()) {
    if (file.endsWith(".js")) hash.update(file).update(readFileSync(join(directory, file)));
  }
  return hash.digest("hex");
}

const quiet = Object.fromEntries(["log", "trace", "debug", "info"].map((level) => [level, () => undefined]));
quiet.warn = (message) => process.stderr.write(`${message}\n`);
quiet.error = quiet.warn;
