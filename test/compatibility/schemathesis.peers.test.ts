// Schemathesis makes requests of every kind from openapi.json, valid and not, and holds the answers to what it says: it
// must find nothing. Seeded, and as long as its limit says.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { cacheDirectory } from "#harness/cache-directory";
import { pythonEnvironment } from "#harness/python-environment";
import { apiAddressOf, runStandalone, type Command } from "#harness/standalone";
import { newTenant, type Tenant } from "../journeys/tenant.ts";

const FOLDER = fileURLToPath(new URL("schemathesis", import.meta.url));
const SEED = "20260131";
const RUN_LIMIT_S = 120;
const EXAMPLES = "20";
const REQUESTS_PER_SECOND = 10_000;
const OUTPUT_BYTES_MAX = 64 * 1024 * 1024;
const OUTPUT_SHOWN = 20_000;

/** On a machine that does other things as well. */
const READY_LIMIT_MS = 300_000;

let cloud: Command;
let tenant: Tenant;

beforeAll(async () => {
  cloud = runStandalone("main", []);
  await cloud.says("Ready in", READY_LIMIT_MS);
  tenant = await newTenant(cloud);
  for (const name of ["requestsPerSecondPerUser", "requestsPerSecondPerAccount"]) await raise(name);
});

afterAll(async () => {
  tenant.close();
  await cloud.stop();
});

/** As the installation's operator, so that no time goes into waiting for the budget of requests. */
async function raise(quota: string): Promise<void> {
  const text = readFileSync(join(cloud.dataDirectory, "secrets.json"), "utf8");
  const { internalToken } = z.object({ internalToken: z.string() }).parse(JSON.parse(text));
  const answer = await fetch(`${apiAddressOf(cloud)}/api/v1/quotas/${quota}`, {
    method: "POST",
    headers: { authorization: `Bearer ${internalToken}`, "content-type": "application/json" },
    body: JSON.stringify({ max: REQUESTS_PER_SECOND }),
  });
  expect([answer.status, answer.ok ? "" : await answer.text()]).toEqual([200, ""]);
}

test("all checks of schemathesis find nothing", async () => {
  const programs = await pythonEnvironment(
    cacheDirectory("compatibility", "schemathesis", "venv"),
    join(FOLDER, "requirements.txt"),
  );
  const args = [
    ...["--config-file", join(FOLDER, "schemathesis.toml"), "run", `${apiAddressOf(cloud)}/openapi.json`],
    ...["--header", `Authorization: Bearer ${tenant.token}`, "--checks", "all", "--seed", SEED, "--no-color"],
    ...["--max-examples", EXAMPLES, "--max-time", String(RUN_LIMIT_S), "--continue-on-failure"],
  ];
  const { exitCode, output } = await new Promise<{ exitCode: number; output: string }>((resolve) => {
    const options = {
      cwd: cloud.dataDirectory,
      env: {
        ...process.env,
        SCHEMATHESIS_HOOKS: "refusals",
        PYTHONPATH: FOLDER,
        PYTHONDONTWRITEBYTECODE: "1",
      },
      maxBuffer: OUTPUT_BYTES_MAX,
    };
    execFile(join(programs, "schemathesis"), args, options, (error, stdout, stderr) =>
      resolve({
        exitCode: error === null ? 0 : typeof error.code === "number" ? error.code : -1,
        output: stdout + stderr,
      }),
    );
  });
  expect(exitCode, output.slice(-OUTPUT_SHOWN)).toBe(0);
  const tested = /Selected: (\d+)\/(\d+)\n\s+Tested: (\d+)/.exec(output);
  expect(tested?.[3], output.slice(-OUTPUT_SHOWN)).toBe(tested?.[2]);
});
