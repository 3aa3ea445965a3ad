// The Go SDK of the Cloud Ops API, which Terraform's provider and Temporal's own commands are made of: whole life cycles
// over TLS with the installation's own authority.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cacheDirectory } from "#harness/cache-directory";
import { runStandalone, tlsAddressOf, type Command } from "#harness/standalone";
import { newTenant, type Tenant } from "../journeys/tenant.ts";
import { runSuite, type RunningSuite } from "./suites/suite.ts";

const SOURCES = fileURLToPath(new URL("cloud-sdk", import.meta.url));

/** On a machine that does other things as well. */
const READY_LIMIT_MS = 300_000;

let cloud: Command;
let tenant: Tenant;
let folder: string;
let suite: RunningSuite | undefined;

beforeAll(async () => {
  const program = join(cacheDirectory("compatibility", "cloud-sdk"), "suite");
  await promisify(execFile)("go", ["build", "-buildvcs=false", "-o", program, "."], { cwd: SOURCES });
  folder = mkdtempSync(join(tmpdir(), "cellplane-cloud-sdk-"));
  cloud = runStandalone("main", []);
  await cloud.says("Ready in", READY_LIMIT_MS);
  tenant = await newTenant(cloud);
  const key = join(folder, "api-key");
  writeFileSync(key, tenant.token, { mode: 0o600 });
  const ca = join(cloud.dataDirectory, "tls", "ca.pem");
  suite = runSuite({ file: program, args: [], cwd: folder }, [
    ...["--address", tlsAddressOf(cloud), "--ca", ca, "--api-key-file", key],
  ]);
});

afterAll(async () => {
  await suite?.stop();
  tenant.close();
  await cloud.stop();
  rmSync(folder, { recursive: true, force: true });
});

const PROGRAMS = [
  "regions and identity",
  "namespace life cycle",
  "namespace fail paths",
  "namespace tags and search attributes",
  "users",
  "groups",
  "service accounts",
  "API keys",
  "custom roles",
  "Nexus endpoints",
  "connectivity rules",
  "export sinks",
  "audit log sinks",
  "projects",
  "account, usage and audit log",
  "pages",
  "operation ids",
  "50 clients change one namespace",
];

test.each(PROGRAMS)("%s", async (name) => {
  const outcome = await suite?.outcomeOf(name);
  expect(outcome?.error ?? "").toBe("");
  expect(outcome?.ok).toBe(true);
});

test("no other program is there", async () => {
  expect(((await suite?.ended()) ?? []).map(({ name }) => name).sort()).toEqual([...PROGRAMS].sort());
});
