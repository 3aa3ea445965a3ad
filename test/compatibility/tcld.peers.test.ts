// Temporal Cloud's own command, as its users call it with an API key. It speaks to services of its own, which the control
// plane tells in operations of the Cloud Ops API (services/api/tcld).
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually } from "#harness/eventually";
import { builtGoTool } from "#harness/go-tool";
import { apiAddressOf, runStandalone, type Command } from "#harness/standalone";
import { newTenant, type Tenant } from "../journeys/tenant.ts";

const TCLD = { name: "tcld", package: "github.com/temporalio/tcld/cmd/tcld", version: "v0.14.1" };
/** On a machine that does other things as well. */
const READY_LIMIT_MS = 300_000;
const COMMAND_LIMIT_MS = 120_000;
const USER = "tcld@example.com";

let cloud: Command;
let tenant: Tenant;
let folder: string;
let program: string;
let namespace: string;

beforeAll(async () => {
  program = await builtGoTool(TCLD);
  folder = mkdtempSync(join(tmpdir(), "cellplane-tcld-"));
  // Its switches of features are kept here, and it does not make the folder itself.
  mkdirSync(join(folder, ".config", "tcld"), { recursive: true });
  cloud = runStandalone("main", []);
  await cloud.says("Ready in", READY_LIMIT_MS);
  tenant = await newTenant(cloud);
  namespace = `by-tcld.${tenant.accountId}`;
});

afterAll(async () => {
  tenant.close();
  await cloud.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Outcome {
  exitCode: number;
  output: string;
}

function run(args: readonly string[], key = tenant.token): Promise<Outcome> {
  const env = {
    PATH: process.env["PATH"],
    HOME: folder,
    AUTO_CONFIRM: "1",
    TEMPORAL_CLOUD_API_SERVER: new URL(apiAddressOf(cloud)).host,
    TEMPORAL_CLOUD_API_KEY: key,
    TEMPORAL_CLOUD_INSECURE_CONNECTION: "true",
  };
  return new Promise((resolve) => {
    execFile(program, [...args], { cwd: folder, env, timeout: COMMAND_LIMIT_MS }, (error, stdout, stderr) => {
      const code = typeof error?.code === "number" ? error.code : -1;
      resolve({ exitCode: error === null ? 0 : code, output: stdout + stderr });
    });
  });
}

/** Runs a command that must succeed, and answers what it printed. */
async function tcld(...args: string[]): Promise<string> {
  const { exitCode, output } = await run(args);
  expect(exitCode, output).toBe(0);
  return output;
}

/** A change, and the wait for it as users do: `request get` until it is fulfilled. */
async function change(...args: string[]): Promise<void> {
  const requestId = /"requestId": "([^"]+)"/.exec(await tcld(...args))?.[1] ?? "";
  await eventually(
    async () => (await tcld("request", "get", "--request-id", requestId)).includes('"state": "Fulfilled"'),
    { what: args.join(" "), limitMs: COMMAND_LIMIT_MS },
  );
}

const ofNamespace = (...words: string[]): string[] => ["namespace", ...words, "--namespace", namespace];
const authority = (name: string): string[] => [
  ...[
    "generate-certificates",
    "certificate-authority-certificate",
    "--org",
    name,
    "--validity-period",
    "30d",
  ],
  ...["--ca-certificate-file", `${name}.pem`, "--ca-key-file", `${name}.key`],
];

describe("namespaces", () => {
  test("one is created with a certificate and a search attribute, listed and read", async () => {
    await tcld(...authority("first"));
    await change(
      ...["namespace", "create", "--namespace", "by-tcld", "--region", "us-east-1", "--retention-days", "7"],
      ...["--ca-certificate-file", "first.pem", "--search-attribute", "OrderId=Keyword"],
    );
    expect(await tcld("namespace", "list")).toContain(`"${namespace}"`);
    const shown = JSON.parse(await tcld(...ofNamespace("get"))) as Record<string, unknown>;
    expect(shown).toMatchObject({
      namespace,
      state: "Active",
      spec: { region: "us-east-1", retentionDays: 7, searchAttributes: { OrderId: "Keyword" } },
    });
  });

  test("retention is set and read, and setting it again changes nothing", async () => {
    await change(...ofNamespace("retention", "set"), "--retention-days", "30");
    expect((await tcld(...ofNamespace("retention", "get"))).trim()).toBe("30");
    const again = await run([...ofNamespace("retention", "set"), "--retention-days", "30"]);
    expect(again.exitCode, again.output).not.toBe(0);
  });

  test("certificates are added, listed and removed", async () => {
    await tcld(...authority("second"));
    await change(...ofNamespace("accepted-client-ca", "add"), "--ca-certificate-file", "second.pem");
    const listed = JSON.parse(await tcld(...ofNamespace("accepted-client-ca", "list"))) as {
      fingerprint: string;
      subject: string;
    }[];
    expect(listed.map(({ subject }) => subject)).toEqual(["O=first", "O=second"]);
    const fingerprint = listed[0]?.fingerprint ?? "";
    await change(...ofNamespace("accepted-client-ca", "remove"), "--ca-certificate-fingerprint", fingerprint);
    expect(await tcld(...ofNamespace("accepted-client-ca", "list"))).not.toContain("O=first");
  });

  test("certificate filters are added, exported and cleared", async () => {
    const filters = '{"filters":[{"commonName":"worker"}]}';
    await change(...ofNamespace("certificate-filters", "add"), "--input", filters);
    expect(await tcld(...ofNamespace("certificate-filters", "export"))).toContain('"commonName": "worker"');
    await change(...ofNamespace("certificate-filters", "clear"));
    expect(await tcld(...ofNamespace("certificate-filters", "export"))).not.toContain("worker");
  });

  test("search attributes are added and renamed, and a codec server is set", async () => {
    await change(...ofNamespace("search-attributes", "add"), "--search-attribute", "Total=Double");
    const names = ["--existing-name", "Total", "--new-name", "Sum"];
    await change(...ofNamespace("search-attributes", "rename"), ...names);
    await change(...ofNamespace("update-codec-server"), "--endpoint", "https://codec.example.com");
    const { spec } = JSON.parse(await tcld(...ofNamespace("get"))) as { spec: unknown };
    expect(spec).toMatchObject({
      searchAttributes: { OrderId: "Keyword", Sum: "Double" },
      codecSpec: { endpoint: "https://codec.example.com" },
      retentionDays: 30,
    });
  });

  test("what tcld does not know of stays as it was", async () => {
    const path = `/cloud/namespaces/${tenant.namespace}`;
    const text = await tenant.customer.text(path);
    expect(text).toContain('"apiKeyAuth":{"enabled":true}');
    await change("namespace", "retention", "set", "--namespace", tenant.namespace, "--retention-days", "9");
    expect(await tenant.customer.text(path)).toContain('"apiKeyAuth":{"enabled":true}');
  });
});

describe("users", () => {
  const asUser = (...words: string[]): string[] => ["user", ...words, "--user-email", USER];

  test("one is invited, read, given other roles and deleted", async () => {
    const permission = (word: string): string[] => ["--namespace-permission", `${namespace}=${word}`];
    await change(...asUser("invite"), "--account-role", "developer", ...permission("Write"));
    expect(JSON.parse(await tcld(...asUser("get")))).toMatchObject({
      spec: {
        email: USER,
        accountRole: { role: "Developer" },
        namespacePermissions: [{ namespace, permission: "Write" }],
      },
      state: "Active",
    });
    await change(...asUser("set-account-role"), "--account-role", "read");
    await change(...asUser("set-namespace-permissions"), ...permission("Read"));
    expect(JSON.parse(await tcld(...asUser("get")))).toMatchObject({
      spec: { accountRole: { role: "Read" }, namespacePermissions: [{ namespace, permission: "Read" }] },
    });
    await change(...asUser("resend-invite"));
    expect(await tcld("user", "list")).toContain(USER);
    await change(...asUser("delete"));
    expect((await run(asUser("get"))).output).toContain("NotFound");
  });
});

describe("API keys, which this version hides until they are asked for", () => {
  test("one is made, listed, disabled, enabled and deleted", async () => {
    await tcld("feature", "toggle-apikey");
    const made = JSON.parse(await tcld("apikey", "create", "--name", "by-tcld", "--duration", "24h")) as {
      id: string;
      secretKey: string;
    };
    expect(made.secretKey).toMatch(/\..+\./);
    expect(await tcld("apikey", "list")).toContain(made.id);
    const key = (...words: string[]): string[] => ["apikey", ...words, "--id", made.id];
    await change(...key("disable"));
    expect(JSON.parse(await tcld(...key("get")))).toMatchObject({ spec: { disabled: true } });
    await change(...key("enable"));
    await change(...key("delete"));
    expect((await run(key("get"))).output).toContain("NotFound");
  });
});

describe("exports, which this version hides until they are asked for", () => {
  test("a sink is made, read, changed and deleted", async () => {
    await tcld("feature", "toggle-export");
    const sink = (...words: string[]): string[] => [
      ...ofNamespace("export", ...words),
      "--sink-name",
      "history",
    ];
    const role = ["--role-arn", "arn:aws:iam::123456789012:role/export"];
    await change(...sink("create"), ...role, "--s3-bucket-name", "orders-history");
    expect(await tcld(...sink("get"))).toContain('"bucketName": "orders-history"');
    expect(await tcld(...ofNamespace("export", "list"))).toContain("history");
    await change(...sink("update"), "--s3-bucket-name", "orders-archive");
    expect(await tcld(...sink("get"))).toContain('"bucketName": "orders-archive"');
    await change(...sink("delete"));
    expect((await run(sink("get"))).output).toContain("NotFound");
  });
});

describe("the account", () => {
  test("its metrics endpoint gets a certificate and loses it", async () => {
    await change("account", "metrics", "accepted-client-ca", "set", "--ca-certificate-file", "second.pem");
    expect(await tcld("account", "metrics", "accepted-client-ca", "list")).toContain("O=second");
    expect(JSON.parse(await tcld("account", "get"))).toMatchObject({
      state: "Active",
      spec: { metrics: { enabled: true } },
    });
    await change("account", "metrics", "disable");
    expect(JSON.parse(await tcld("account", "get"))).toMatchObject({ spec: { metrics: { enabled: false } } });
  });
});

describe("somebody else", () => {
  test("without a valid key nothing is said, and with another account's key nothing is there", async () => {
    expect((await run(ofNamespace("get"), "nobody")).output).toContain("Unauthenticated");
    const other = await newTenant(cloud);
    try {
      expect((await run(ofNamespace("get"), other.token)).output).toContain("NotFound");
      expect((await run(ofNamespace("delete"), other.token)).output).toContain("NotFound");
      expect((await run(["user", "list"], other.token)).output).not.toContain(tenant.accountId);
    } finally {
      other.close();
    }
    expect(await tcld("namespace", "list")).toContain(namespace);
  });
});

test("the namespace is deleted", async () => {
  await change(...ofNamespace("delete"));
  expect((await run(ofNamespace("get"))).output).toContain("NotFound");
});
