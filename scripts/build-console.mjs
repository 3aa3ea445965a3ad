// Builds the console (web/) to dist/web with Vite and puts a Brotli twin beside every text file, so that the api sends
// them as they are. Does nothing when no file of web/ changed since.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const BROTLI_QUALITY = 9;
const COMPRESSED = /\.(js|css|svg)$/;

export async function buildConsole(projectRoot) {
  const output = join(projectRoot, "dist", "web");
  const stamp = join(projectRoot, "dist", ".console-stamp");
  const current = fingerprint(projectRoot);
  const isCurrent =
    existsSync(join(output, "index.html")) && existsSync(stamp) && readFileSync(stamp, "utf8") === current;
  if (isCurrent) return;
  const { build } = await import("vite");
  await build({ root: join(projectRoot, "web"), logLevel: "warn" });
  compress(join(output, "console"));
  writeFileSync(stamp, current);
}

/** The contents of the sources, and the lockfile: by content, because a checkout changes times only. */
function fingerprint(projectRoot) {
  const web = join(projectRoot, "web");
  const files = [
    ...filesUnder(join(web, "src")),
    ...filesUnder(join(web, "public")),
    ...filesUnder(join(web, "guides")),
    ...filesUnder(join(projectRoot, "docs", "guides")),
    ...["index.html", "package.json", "vite.config.ts"].map((name) => join(web, name)),
    join(projectRoot, "package-lock.json"),
  ];
  const hash = createHash("sha256");
  for (const file of files.sort()) hash.update(file.slice(projectRoot.length)).update(readFileSync(file));
  return hash.digest("hex");
}

function filesUnder(directory) {
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

function compress(directory) {
  for (const file of filesUnder(directory).filter((path) => COMPRESSED.test(path))) {
    const text = readFileSync(file);
    const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
    writeFileSync(`${file}.br`, brotliCompressSync(text, { params }));
  }
}
