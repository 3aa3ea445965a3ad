// Runs the samples of the guides as a reader would, in the order in which they stand: shell and TypeScript against the
// whole cloud as `npm start` starts it. What no test runs is named with its reason.
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { apiAddressOf, runStandalone, type Command } from "../harness/standalone.ts";
import { newTenant, type Tenant } from "../journeys/tenant.ts";
import { readNotRun, readSamples, samplesOf, type Sample } from "./samples.ts";

const run = promisify(execFile);
const SAMPLE_LIMIT_MS = 90_000;
const START_LIMIT_MS = 180_000;
const STORY_LIMIT_MS = 240_000;
/** Inside of the project, so that programs find the SDK as after `npm install`; not below node_modules, where no TypeScript is bundled. */
const CACHE = fileURLToPath(new URL("../../dist/guides", import.meta.url));
/** Languages whose samples samples.peers.test.ts runs. */
const OF_PEERS = new Set(["go", "python", "java", "hcl"]);

let cloud: Command;
let tenant: Tenant;
let folder: string;
const ran = new Set<string>();

beforeAll(async () => {
  cloud = runStandalone("main", []);
  await cloud.says("Ready in", START_LIMIT_MS);
  tenant = await newTenant(cloud);
  mkdirSync(CACHE, { recursive: true });
  folder = mkdtempSync(join(CACHE, "run-"));
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
}, STORY_LIMIT_MS);

afterAll(async () => {
  tenant.close();
  await cloud.stop();
  rmSync(folder, { recursive: true, force: true });
});

function environment(): Record<string, string> {
  const { internalToken } = JSON.parse(readFileSync(join(cloud.dataDirectory, "secrets.json"), "utf8")) as {
    internalToken: string;
  };
  const authority = join(folder, "ca.pem");
  return {
    ...{ PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "" },
    ...{ CELLPLANE_URL: apiAddressOf(cloud), CELLPLANE_INTERNAL_TOKEN: internalToken },
    ...{ CELLPLANE_ADDRESS: tenant.address, CELLPLANE_NAMESPACE: tenant.namespace },
    CELLPLANE_API_KEY: tenant.token,
    ...{ SSL_CERT_FILE: authority, NODE_EXTRA_CA_CERTS: authority },
  };
}

/** A file is written; a command is run. Answers what was said. */
async function perform({ id, language, title, text }: Sample): Promise<string> {
  ran.add(id);
  if (language !== "sh") {
    writeFileSync(join(folder, title), text);
    return "";
  }
  const options = { cwd: folder, env: environment(), timeout: SAMPLE_LIMIT_MS };
  return (await run("bash", ["-eo", "pipefail", "-c", text], options)).stdout;
}

async function follow(guide: string): Promise<string[]> {
  const notRun = readNotRun();
  const said: string[] = [];
  for (const sample of samplesOf(guide)) {
    const isOurs = !notRun.has(sample.id) && !OF_PEERS.has(sample.language) && sample.title !== "cli";
    if (isOurs) said.push(await perform(sample));
  }
  return said;
}

test("the quickstart gets the authority and makes a namespace", { timeout: STORY_LIMIT_MS }, async () => {
  const said = await follow("quickstart");
  expect(said.at(-1)).toContain(`"quickstart.${tenant.accountId}"`);
});

test("the TypeScript program runs its workflow", { timeout: STORY_LIMIT_MS }, async () => {
  expect((await follow("connect")).at(-1)).toBe("Hello TypeScript\n");
});

test("a cell is registered and the installation is asked", { timeout: STORY_LIMIT_MS }, async () => {
  const said = await follow("operating-cells");
  expect(said.at(-1)).toContain('"cell-a"');
});

test("the version that runs is told", { timeout: STORY_LIMIT_MS }, async () => {
  expect((await follow("upgrade")).at(-1)).toMatch(/"version": *"\d+\.\d+\.\d+"/);
});

test("every sample is run, here or with the peers, or named with its reason", () => {
  const notRun = readNotRun();
  const samples = readSamples();
  const ids = new Set(samples.map(({ id }) => id));
  const left = samples.filter(
    ({ id, language, title }) =>
      !ran.has(id) && !notRun.has(id) && !OF_PEERS.has(language) && title !== "cli",
  );
  expect(left.map(({ id, language }) => `${id} (${language})`)).toEqual([]);
  expect([...notRun.keys()].filter((id) => ran.has(id) || !ids.has(id))).toEqual([]);
});
