// Runs the samples of the guides that need Go, Python, Java or Terraform, against the whole cloud as `npm start` starts it.
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporalProgram } from "../compatibility/cli/temporal-cli.ts";
import { buildDirectory, suiteDirectory } from "../compatibility/suites/suite.ts";
import { buildJava } from "../compatibility/suites/build-java.ts";
import { buildPython } from "../compatibility/suites/build-python.ts";
import {
  providerPrograms,
  terraformProgram,
  writeCliConfiguration,
} from "../compatibility/terraform/tools.ts";
import { apiAddressOf, runStandalone, type Command } from "../harness/standalone.ts";
import { newTenant, type Tenant } from "../journeys/tenant.ts";
import { samplesOf } from "./samples.ts";

const run = promisify(execFile);
const LIMIT_MS = 900_000;

let cloud: Command;
let tenant: Tenant;
let folder: string;

beforeAll(async () => {
  cloud = runStandalone("main", []);
  await cloud.says("Ready in", LIMIT_MS);
  tenant = await newTenant(cloud);
  folder = mkdtempSync(join(tmpdir(), "cellplane-guides-"));
}, LIMIT_MS);

afterAll(async () => {
  tenant.close();
  await cloud.stop();
  rmSync(folder, { recursive: true, force: true });
});

function environment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...{ CELLPLANE_ADDRESS: tenant.address, CELLPLANE_NAMESPACE: tenant.namespace },
    ...{ CELLPLANE_API_KEY: tenant.token, SSL_CERT_FILE: authority() },
  };
}

function authority(): string {
  return join(cloud.dataDirectory, "tls", "ca.pem");
}

/** Writes the one sample of a guide in a language, and answers its file. */
function written(guide: string, language: string): string {
  const sample = samplesOf(guide).find((one) => one.language === language);
  const file = join(folder, sample?.title ?? "");
  writeFileSync(file, sample?.text ?? "");
  return file;
}

test("the Go program runs its workflow", { timeout: LIMIT_MS }, async () => {
  written("connect", "go");
  for (const name of ["go.mod", "go.sum"]) cpSync(join(suiteDirectory("go"), name), join(folder, name));
  const { stdout } = await run("go", ["run", "-buildvcs=false", "main.go"], {
    cwd: folder,
    env: environment(),
  });
  expect(stdout).toContain("Hello Go");
});

test("the Python program runs its workflow", { timeout: LIMIT_MS }, async () => {
  const file = written("connect", "python");
  const { file: python } = await buildPython();
  const { stdout } = await run(python, ["-B", file], { cwd: folder, env: environment() });
  expect(stdout).toBe("Hello Python\n");
});

test("the Java program runs its workflow", { timeout: LIMIT_MS }, async () => {
  const file = written("connect", "java");
  await buildJava();
  const classPath = readFileSync(join(buildDirectory("java"), "classpath"), "utf8").trim();
  const store = join(folder, "trust.p12");
  const password = "changeit";
  const keys = ["-importcert", "-noprompt", "-alias", "ca", "-file", authority(), "-storetype", "PKCS12"];
  await run("keytool", [...keys, "-keystore", store, "-storepass", password]);
  const trust = [`-Djavax.net.ssl.trustStore=${store}`, `-Djavax.net.ssl.trustStorePassword=${password}`];
  const args = [...trust, "-cp", [classPath, folder].join(delimiter), file];
  const { stdout } = await run("java", args, { cwd: folder, env: environment() });
  expect(stdout).toContain("Hello Java");
});

test("Temporal's command line starts a workflow and lists it", { timeout: LIMIT_MS }, async () => {
  const sample = samplesOf("connect").find(({ title }) => title === "cli");
  cpSync(authority(), join(folder, "ca.pem"));
  const PATH = [dirname(await temporalProgram()), process.env["PATH"]].join(delimiter);
  const { stdout } = await run("bash", ["-eo", "pipefail", "-c", sample?.text ?? "false"], {
    cwd: folder,
    env: { ...environment(), PATH, HOME: folder },
  });
  expect(stdout).toMatch(/Running\s+hello-cli\s+hello/);
});

test(
  "the Terraform configuration makes its namespace and service account",
  { timeout: LIMIT_MS },
  async () => {
    written("terraform", "hcl");
    const { folder: provider } = await providerPrograms();
    const cli = join(folder, "terraform.rc");
    writeCliConfiguration(cli, provider);
    const env = {
      ...process.env,
      ...{ TF_CLI_CONFIG_FILE: cli, TEMPORAL_CLOUD_API_KEY: tenant.token },
      ...{
        TEMPORAL_CLOUD_ENDPOINT: new URL(apiAddressOf(cloud)).host,
        TEMPORAL_CLOUD_ALLOW_INSECURE: "true",
      },
    };
    const terraform = await terraformProgram();
    const { stdout } = await run(terraform, ["apply", "-auto-approve", "-no-color"], { cwd: folder, env });
    expect(stdout).toContain("2 added");
  },
);
