// Terraform, Temporal Cloud's provider for it and the provider's own acceptance tests, as programs of this machine. The
// provider comes from its Go module and is built once, in a cache outside the tree.
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { cacheDirectory } from "#harness/cache-directory";
import { builtGoTool } from "#harness/go-tool";

const run = promisify(execFile);
const BUILD_LIMIT_MS = 900_000;
/** Later versions cannot be built from their module, which lacks parts of itself. */
const TERRAFORM = { name: "terraform", package: "github.com/hashicorp/terraform", version: "v1.8.5" };
/** The newest whose module can be had. */
const PROVIDER = { module: "github.com/temporalio/terraform-provider-temporalcloud", version: "v1.3.0" };
export const PROVIDER_SOURCE = "temporalio/temporalcloud";
const PACKAGE = join("internal", "provider");

/** The terraform of this machine, or one that is built here. */
export async function terraformProgram(): Promise<string> {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const present = folders.map((folder) => join(folder, "terraform")).find((path) => existsSync(path));
  return present ?? builtGoTool(TERRAFORM);
}

export interface ProviderPrograms {
  /** Holds terraform-provider-temporalcloud, as Terraform looks for it. */
  folder: string;
  /** The provider's tests as one executable, which must run in `testFolder`. */
  acceptance: string;
  testFolder: string;
}

export async function providerPrograms(): Promise<ProviderPrograms> {
  const home = cacheDirectory(`terraform-provider-${PROVIDER.version}`);
  const source = join(home, "source");
  const built = {
    folder: join(home, "bin"),
    acceptance: join(home, "acceptance.test"),
    testFolder: join(source, PACKAGE),
  };
  if (existsSync(built.acceptance)) return built;
  mkdirSync(built.folder, { recursive: true });
  await copyModule(source);
  const go = (...args: string[]): Promise<unknown> =>
    run("go", args, { cwd: source, env: { ...process.env, GOFLAGS: "-mod=mod" }, timeout: BUILD_LIMIT_MS });
  await go("build", "-buildvcs=false", "-o", join(built.folder, "terraform-provider-temporalcloud"), ".");
  // Renamed when it is whole, because its presence says that all of this is done.
  await go("test", "-c", "-o", `${built.acceptance}.part`, `./${PACKAGE}`);
  renameSync(`${built.acceptance}.part`, built.acceptance);
  return built;
}

/** Modules in Go's own cache cannot be written to, and their tests look for files around them. */
async function copyModule(target: string): Promise<void> {
  const args = ["mod", "download", "-json", `${PROVIDER.module}@${PROVIDER.version}`];
  const { stdout } = await run("go", args, { cwd: cacheDirectory() });
  const { Dir: cached } = JSON.parse(stdout) as { Dir: string };
  rmSync(target, { recursive: true, force: true });
  cpSync(cached, target, { recursive: true });
  await run("chmod", ["-R", "u+w", target]);
}

/** Terraform's configuration that takes the provider from a folder, and nothing from a registry. */
export function writeCliConfiguration(path: string, folder: string): void {
  const overrides = `dev_overrides { "${PROVIDER_SOURCE}" = ${JSON.stringify(folder)} }`;
  writeFileSync(path, `provider_installation {\n  ${overrides}\n}\n`);
}
