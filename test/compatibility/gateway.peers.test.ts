// The official SDKs as a customer's programs: over TLS to the gateway of the standalone cloud, by client certificate and
// by API key.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runStandalone, type Command } from "../harness/standalone.ts";
import { newTenant, type Tenant } from "../journeys/tenant.ts";
import { buildGo } from "./suites/build-go.ts";
import { buildJava } from "./suites/build-java.ts";
import { buildPython } from "./suites/build-python.ts";
import { runSuite } from "./suites/suite.ts";

const SUITES = { go: buildGo, python: buildPython, java: buildJava };

let cloud: Command;
let tenant: Tenant;
let folder: string;
const write = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text, { mode: 0o600 });
  return path;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "cellplane-customer-"));
  cloud = runStandalone("main", []);
  await cloud.says("Ready in");
  tenant = await newTenant(cloud);
});

afterAll(async () => {
  tenant.close();
  await cloud.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(Object.entries(SUITES))("the %s SDK at the gateway", (_language, build) => {
  /** Runs the customer's first program and answers what it said. */
  async function connect(credentials: string[]): Promise<unknown> {
    const place = ["--address", tenant.address, "--namespace", tenant.namespace];
    const tls = ["--ca", join(cloud.dataDirectory, "tls", "ca.pem"), ...credentials];
    return runSuite(await build(), [...place, ...tls, "--only", "connection"]).outcomeOf("connection");
  }

  it("runs a workflow with an activity, a query and an update by client certificate", async () => {
    const { chainPem, keyPem } = tenant.certificate;
    const outcome = await connect([
      "--cert",
      write("client.pem", chainPem),
      "--key",
      write("client.key", keyPem),
    ]);

    expect(outcome).toMatchObject({ ok: true });
  });

  it("runs a workflow with an activity, a query and an update by API key", async () => {
    const outcome = await connect(["--api-key-file", write("api-key", tenant.token)]);

    expect(outcome).toMatchObject({ ok: true });
  });
});
