// The acceptance tests that come with Temporal Cloud's Terraform provider, against the standalone cloud, with the
// provider's own retries and timeouts. None may fail and none may be skipped.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { apiAddressOf, runStandalone, type Command } from "#harness/standalone";
import { newTenant, type Tenant } from "../../journeys/tenant.ts";
import { providerPrograms, terraformProgram } from "./tools.ts";

/** As many at once as the provider's own continuous integration runs. */
const PARALLEL = 12;
const TESTS_MIN = 60;
const RUN_LIMIT = "12m";
const OUTPUT_SHOWN = 20_000;

/** On a machine that does other things as well. */
const READY_LIMIT_MS = 300_000;

let cloud: Command;
let tenant: Tenant;
let home: string;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "cellplane-terraform-"));
  cloud = runStandalone("main", []);
  await cloud.says("Ready in", READY_LIMIT_MS);
  tenant = await newTenant(cloud);
  await pushGroup();
});

afterAll(async () => {
  tenant.close();
  await cloud.stop();
  rmSync(home, { recursive: true, force: true });
});

/** As an identity provider does: the tests look for this group, and take it for one of theirs. */
async function pushGroup(): Promise<void> {
  const made = z.object({ token: z.string(), baseUrl: z.string() });
  const spec = { displayName: "acceptance" };
  const { token, baseUrl } = await tenant.customer.post("/api/v1/scim-tokens", { spec }, made);
  const answer = await fetch(`${apiAddressOf(cloud)}${new URL(baseUrl).pathname}/Groups`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/scim+json" },
    body: JSON.stringify({ displayName: "scim_test", externalId: "tf-basic-scim-group", members: [] }),
  });
  expect([answer.status, answer.ok ? "" : await answer.text()]).toEqual([201, ""]);
}

/** Everything that the tests print. */
async function runAcceptance(): Promise<string> {
  const { acceptance, testFolder } = await providerPrograms();
  const args = [
    "-test.v",
    "-test.run",
    "TestAcc",
    "-test.parallel",
    String(PARALLEL),
    "-test.timeout",
    RUN_LIMIT,
  ];
  const child = spawn(acceptance, args, {
    cwd: testFolder,
    env: {
      PATH: process.env["PATH"],
      HOME: home,
      TF_ACC: "1",
      TF_ACC_TERRAFORM_PATH: await terraformProgram(),
      CHECKPOINT_DISABLE: "1",
      TEMPORAL_CLOUD_API_KEY: tenant.token,
      TEMPORAL_CLOUD_ENDPOINT: new URL(apiAddressOf(cloud)).host,
      TEMPORAL_CLOUD_ALLOW_INSECURE: "true",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  await new Promise((resolve) => child.once("close", resolve));
  return output;
}

test("all acceptance tests of the Terraform provider pass", async () => {
  const output = await runAcceptance();
  const namesOf = (verdict: string): string[] =>
    [...output.matchAll(new RegExp(`^--- ${verdict}: (\\w+)`, "gm"))].map((match) => match[1] ?? "").sort();
  const begun = [...new Set([...output.matchAll(/^=== RUN +(TestAcc\w*)$/gm)].map((match) => match[1]))];

  expect(namesOf("FAIL"), output.slice(-OUTPUT_SHOWN)).toEqual([]);
  expect(namesOf("SKIP")).toEqual([]);
  expect(begun.length).toBeGreaterThan(TESTS_MIN);
  expect(namesOf("PASS").length, output.slice(-OUTPUT_SHOWN)).toBe(begun.length);
});
