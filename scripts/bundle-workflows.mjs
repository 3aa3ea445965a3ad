// Bundles services/workflows/workflows.ts for the SDK's sandbox into dist/workflows-bundle.js, so that the worker starts
// without a bundler. The result is kept by content: an unchanged bundle costs one copy.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const BUNDLE = "workflows-bundle.js";

/** Everything that can be part of workflow code: the whole folder, which is small. */
function sourcesUnder(directory) {
  return readdirSync(directory, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) return sourcesUnder(path);
      return /\.ts$/.test(entry.name) && !/\.test\.ts$/.test(entry.name) ? [path] : [];
    });
}

function fingerprint(projectRoot, folder) {
  const hash = createHash("sha256");
  for (const path of sourcesUnder(folder))
    hash.update(`${path.slice(projectRoot.length)}\n`).update(readFileSync(path));
  const sdk = join(projectRoot, "node_modules", "@temporalio", "workflow", "package.json");
  return hash
    .update(readFileSync(sdk))
    .update(readFileSync(new URL(import.meta.url)))
    .digest("hex");
}

export async function bundleWorkflows(projectRoot) {
  const folder = join(projectRoot, "services", "workflows");
  const workflowsPath = join(folder, "workflows.ts");
  if (!existsSync(workflowsPath)) return;
  const cache = join(projectRoot, "node_modules", ".cache", "workflows");
  const kept = join(cache, `${fingerprint(projectRoot, folder)}.js`);
  if (!existsSync(kept)) {
    // Loaded only when needed: the bundler is large.
    const { bundleWorkflowCode } = await import("@temporalio/worker");
    const quiet = Object.fromEntries(
      ["log", "trace", "debug", "info", "warn"].map((level) => [level, () => undefined]),
    );
    const { code } = await bundleWorkflowCode({ workflowsPath, logger: { ...quiet, error: console.error } });
    mkdirSync(cache, { recursive: true });
    writeFileSync(kept, code);
  }
  mkdirSync(join(projectRoot, "dist"), { recursive: true });
  copyFileSync(kept, join(projectRoot, "dist", BUNDLE));
}
