// A team's whole account as a Terraform configuration: it is applied, a plan right after it has nothing to do, a change
// is carried out, what was forgotten is imported, drift is seen and mended, and all of it is destroyed.
import { execFile } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { apiAddressOf, runStandalone, type Command } from "#harness/standalone";
import { newTenant, type Tenant } from "../../journeys/tenant.ts";
import { providerPrograms, terraformProgram, writeCliConfiguration } from "./tools.ts";

const COMMAND_LIMIT_MS = 300_000;
const OUTPUT_BYTES_MAX = 16 * 1024 * 1024;
/** Of `plan -detailed-exitcode`. */
const NOTHING_TO_DO = 0;
const CHANGES = 2;
const RESOURCES = 17;
const DAY_MS = 24 * 3_600_000;

/** On a machine that does other things as well. */
const READY_LIMIT_MS = 300_000;

let cloud: Command;
let tenant: Tenant;
let folder: string;
let program: string;
let keyExpiry: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "cellplane-terraform-"));
  copyFileSync(new URL("main.tf", import.meta.url), join(folder, "main.tf"));
  cloud = runStandalone("main", []);
  await cloud.says("Ready in", READY_LIMIT_MS);
  tenant = await newTenant(cloud);
  program = await terraformProgram();
  writeCliConfiguration(join(folder, "terraform.rc"), (await providerPrograms()).folder);
  keyExpiry = new Date(Date.now() + 30 * DAY_MS).toISOString().replace(/\.\d+Z$/, "Z");
});

afterAll(async () => {
  tenant.close();
  await cloud.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Which of the variables' values the configuration has. */
type Stage = "begun" | "grown";

interface Outcome {
  exitCode: number;
  output: string;
}

/** `terraform ARGS` as the tenant, with the configuration's variables. */
function terraform(args: readonly string[], stage: Stage = "begun"): Promise<Outcome> {
  const ca = readFileSync(join(cloud.dataDirectory, "tls", "ca.pem")).toString("base64");
  const env = {
    PATH: process.env["PATH"],
    HOME: folder,
    TF_CLI_CONFIG_FILE: join(folder, "terraform.rc"),
    TF_IN_AUTOMATION: "1",
    CHECKPOINT_DISABLE: "1",
    TEMPORAL_CLOUD_API_KEY: tenant.token,
    TEMPORAL_CLOUD_ENDPOINT: new URL(apiAddressOf(cloud)).host,
    TEMPORAL_CLOUD_ALLOW_INSECURE: "true",
    TF_VAR_ca_pem_base64: ca,
    TF_VAR_key_expiry: keyExpiry,
    TF_VAR_retention_days: stage === "begun" ? "7" : "14",
    TF_VAR_is_grown: String(stage === "grown"),
  };
  const options = { cwd: folder, env, timeout: COMMAND_LIMIT_MS, maxBuffer: OUTPUT_BYTES_MAX };
  return new Promise((resolve) => {
    execFile(program, [...args], options, (error, stdout, stderr) => {
      const code = typeof error?.code === "number" ? error.code : -1;
      resolve({ exitCode: error === null ? 0 : code, output: stdout + stderr });
    });
  });
}

async function succeed(args: readonly string[], stage?: Stage): Promise<string> {
  const { exitCode, output } = await terraform(args, stage);
  expect(exitCode, output).toBe(0);
  return output;
}

const PLAN = ["plan", "-no-color", "-input=false", "-detailed-exitcode"];
const APPLY = ["apply", "-no-color", "-input=false", "-auto-approve"];
async function expectNothingToDo(stage?: Stage): Promise<void> {
  const { exitCode, output } = await terraform(PLAN, stage);
  expect(exitCode, output).toBe(NOTHING_TO_DO);
}

test("a whole account is applied, and then there is nothing to do", async () => {
  expect(await succeed(APPLY)).toContain(`Resources: ${RESOURCES} added`);
  await expectNothingToDo();
  const shown = z.record(z.string(), z.object({ value: z.unknown() }));
  const output = shown.parse(JSON.parse(await succeed(["output", "-json"])));
  expect(output["grpc_address"]?.value).toMatch(/:\d+$/);
  expect(output["search_attributes"]?.value).toEqual({
    OrderId: expect.stringMatching(/keyword/i) as string,
  });
  expect(output["worker_key"]?.value).toMatch(/\..+\./);
});

test("a change of the configuration is carried out, and nothing else", async () => {
  expect(await succeed(APPLY, "grown")).toContain("0 added, 2 changed, 0 destroyed");
  await expectNothingToDo("grown");
});

const IMPORTABLE = [
  "temporalcloud_namespace.orders",
  "temporalcloud_nexus_endpoint.orders",
  "temporalcloud_user.ada",
  "temporalcloud_group.team",
  "temporalcloud_service_account.deploy",
  "temporalcloud_connectivity_rule.private",
  "temporalcloud_namespace_search_attribute.order",
  "temporalcloud_namespace_tags.shop",
  "temporalcloud_namespace_export_sink.history",
  "temporalcloud_account_audit_log_sink.kinesis",
  "temporalcloud_metrics_endpoint.metrics",
];

test("what the state has forgotten is imported", async () => {
  const state = z.object({ id: z.string() });
  for (const address of IMPORTABLE) {
    const shown = await succeed(["state", "show", "-no-color", address]);
    const { id } = state.parse({ id: /^\s+id\s+= "(.+)"$/m.exec(shown)?.[1] });
    await succeed(["state", "rm", address]);
    await succeed(["import", "-no-color", "-input=false", address, id], "grown");
  }
  await expectNothingToDo("grown");
});

test("what somebody changed by hand is seen, and mended", async () => {
  const read = z.object({
    namespace: z.object({ namespace: z.string(), resourceVersion: z.string(), spec: z.looseObject({}) }),
  });
  const path = `/cloud/namespaces/tf-shop.${tenant.accountId}`;
  const { namespace } = await tenant.customer.get(path, read);
  const { asyncOperation } = await tenant.customer.post(
    path,
    { spec: { ...namespace.spec, retentionDays: 30 }, resourceVersion: namespace.resourceVersion },
    z.object({ asyncOperation: z.object({ id: z.string() }) }),
  );
  await tenant.customer.fulfilled(asyncOperation.id);

  const { exitCode, output } = await terraform(PLAN, "grown");
  expect(exitCode, output).toBe(CHANGES);
  expect(output).toMatch(/retention_days\s+= 30 -> 14/);
  await succeed(APPLY, "grown");
  await expectNothingToDo("grown");
});

test("all of it is destroyed", async () => {
  expect(await succeed(["destroy", "-no-color", "-input=false", "-auto-approve"], "grown")).toContain(
    `Resources: ${RESOURCES} destroyed`,
  );
  const { namespaces } = await tenant.customer.get(
    "/cloud/namespaces",
    z.object({ namespaces: z.array(z.object({ namespace: z.string() })) }),
  );
  expect(namespaces.map(({ namespace }) => namespace)).toEqual([tenant.namespace]);
});
