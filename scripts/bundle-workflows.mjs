// Bundles workflow code for the SDK's sandbox ahead of time, so that no worker pays for a bundler at its start.
// Results are kept by content: an unchanged bundle costs one copy.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Entry point and the bundle that it becomes. */
const PROVISIONING = { entry: "services/workflows/workflows.ts", output: "dist/workflows-bundle.js" };
const ORDERS = {
  entry: "services/standalone/quickstart/orders/workflows.ts",
  output: "dist/order-workflows.js",
};

export async function bundleWorkflows(projectRoot, { withOrders }) {
  for (const { entry, output } of withOrders ? [PROVISIONING, ORDERS] : [PROVISIONING]) {
    const workflowsPath = join(projectRoot, entry);
    const cache = join(projectRoot, "node_modules", ".cache", "workflows");
    const kept = join(cache, `${fingerprint(projectRoot, dirname(workflowsPath))}.js`);
    if (!existsSync(kept)) {
      // Loaded only when needed: the bundler is large.
      const { bundleWorkflowCode } = await import("@temporalio/worker");
      const { code } = await bundleWorkflowCode({ workflowsPath, logger: quiet });
      mkdirSync(cache, { recursive: true });
      writeFileSync(kept, code);
    }
    mkdirSync(join(projectRoot, "dist"), { recursive: true });
    copyFileSync(kept, join(projectRoot, output));
  }
}

/** Everything that can be part of the bundle: the entry's whole folder, which is small, and the SDK's version. */
function fingerprint(projectRoot, folder) {
  const hash = createHash("sha256").update(folder.slice(projectRoot.length));
  for (const file of readdirSync(folder, { recursive: true }).sort()) {
    if (/\.ts$/.test(file) && !/\.test\.ts$/.test(file)) {
      hash.update(`${file}\n`).update(readFileSync(join(folder, file)));
    }
  }
  const sdk = join(projectRoot, "node_modules", "@temporalio", "workflow", "package.json");
  return hash
    .update(readFileSync(sdk))
    .update(readFileSync(new URL(import.meta.url)))
    .digest("hex");
}

const quiet = Object.fromEntries(
  ["log", "trace", "debug", "info", "warn"].map((level) => [level, () => undefined]),
);
quiet.error = (message) => process.stderr.write(`${message}\n`);
