// The control plane's API as clients find it that nobody here wrote: Temporal's own TypeScript client, plain HTTP as
// anybody's script sends it, and 50 clients that change one namespace at once.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { temporal } from "#contracts";
import { delay } from "#shared/clock";
import { eventually } from "../harness/eventually.ts";
import { apiAddressOf, runStandalone, tlsAddressOf, type Command } from "../harness/standalone.ts";
import { runSuite, type RunningSuite } from "../compatibility/suites/suite.ts";
import { CLOUD_SERVICE, GrpcCaller } from "./grpc-caller.ts";
import { newTenant, type Tenant } from "./tenant.ts";

const CLIENT = fileURLToPath(new URL("../compatibility/cloud-client/program.ts", import.meta.url));
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

let cloud: Command;
let tenant: Tenant;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "cellplane-clients-"));
  cloud = runStandalone("main", []);
  await cloud.says("Ready in");
  tenant = await newTenant(cloud);
});
afterAll(async () => {
  tenant.close();
  await cloud.stop();
  rmSync(folder, { recursive: true, force: true });
});

const authority = (): string => join(cloud.dataDirectory, "tls", "ca.pem");

describe("@temporalio/cloud, over TLS with the installation's authority", () => {
  let suite: RunningSuite;

  beforeAll(() => {
    const key = join(folder, "api-key");
    writeFileSync(key, tenant.token, { mode: 0o600 });
    const variable = `GRPC_DEFAULT_SSL_ROOTS_FILE_PATH=${authority()}`;
    const args = [variable, process.execPath, "--import", "tsx", CLIENT];
    suite = runSuite({ file: "env", args, cwd: ROOT }, [tlsAddressOf(cloud), key]);
  });
  afterAll(() => suite.stop());

  test.each(["namespaces", "identities", "keys", "resources"])("%s live and end", async (name) => {
    const outcome = await suite.outcomeOf(name);
    expect(outcome.error ?? "").toBe("");
    expect(outcome.ok).toBe(true);
  });
});

interface Answer {
  status: number;
  // What plain JSON is, before anybody has said what it holds.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
}

/** As a script with the tenant's key would send it; it comes back when it is told to. */
async function http(method: string, path: string, body?: unknown): Promise<Answer> {
  for (;;) {
    const response = await fetch(apiAddressOf(cloud) + path, {
      method,
      headers: { authorization: `Bearer ${tenant.token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.status !== 429) return { status: response.status, body: JSON.parse(text) as unknown };
    await delay(Number(response.headers.get("retry-after")) * 1_000);
  }
}

async function fulfilled(answer: Answer): Promise<Answer> {
  expect([answer.status, answer.body.message]).toEqual([200, undefined]);
  await tenant.customer.fulfilled(String(answer.body.asyncOperation.id));
  return answer;
}

const specOf = (name: string) => ({
  name,
  regions: ["aws-us-east-1"],
  retentionDays: 7,
  apiKeyAuth: { enabled: true },
});

describe("plain HTTP", () => {
  test("a namespace lives and ends", async () => {
    const made = await fulfilled(await http("POST", "/cloud/namespaces", { spec: specOf("by-http") }));
    const path = `/cloud/namespaces/${made.body.namespace}`;
    const read = async (): Promise<Answer["body"]> => (await http("GET", path)).body.namespace;
    const before = await read();
    expect(before).toMatchObject({ state: "RESOURCE_STATE_ACTIVE", activeRegion: "aws-us-east-1" });
    const change = { spec: { ...before.spec, retentionDays: 30 }, resourceVersion: before.resourceVersion };
    await fulfilled(await http("POST", path, change));
    expect((await read()).spec.retentionDays).toBe(30);
    expect(await http("POST", path, change)).toMatchObject({ status: 412, body: { code: 9 } });
    const { resourceVersion, spec } = await read();
    expect(await http("POST", path, { spec, resourceVersion })).toMatchObject({
      status: 400,
      body: { code: 3, message: expect.stringContaining("nothing to change") as string },
    });
    expect(await http("POST", "/cloud/namespaces", { spec: specOf("by-http") })).toMatchObject({
      status: 409,
    });
    await fulfilled(await http("DELETE", `${path}?resourceVersion=${resourceVersion}`));
    expect(await http("GET", path)).toMatchObject({ status: 404, body: { code: 5 } });
  });

  test("every form of proto3 JSON is read, and the canonical one is written", async () => {
    const spec = {
      name: "forms",
      // In the spelling of .proto files, a number as a string, an enum as a number, and null for what is not set.
      retention_days: "14",
      replicas: [{ region: "aws-us-east-1" }],
      apiKeyAuth: { enabled: true },
      search_attributes: { OrderId: 2, Total: "SEARCH_ATTRIBUTE_TYPE_DOUBLE" },
      lifecycle: null,
    };
    const made = await fulfilled(
      await http("POST", "/cloud/namespaces", { spec, async_operation_id: "forms-1" }),
    );
    expect(made.body.asyncOperation.id).toBe("forms-1");
    expect((await http("GET", `/cloud/namespaces/${made.body.namespace}`)).body.namespace.spec).toMatchObject(
      {
        retentionDays: 14,
        regions: ["aws-us-east-1"],
        replicas: [{ region: "aws-us-east-1" }],
        searchAttributes: { OrderId: "SEARCH_ATTRIBUTE_TYPE_KEYWORD", Total: "SEARCH_ATTRIBUTE_TYPE_DOUBLE" },
      },
    );
  });

  test.each([
    ["an unknown field", { spec: { ...specOf("bad"), nmae: "x" } }, "spec.nmae"],
    [
      "an unknown enum name",
      { spec: { ...specOf("bad"), searchAttributes: { A: "KEYWORDS" } } },
      "searchAttributes",
    ],
    ["an unknown enum number", { spec: { ...specOf("bad"), searchAttributes: { A: 99 } } }, "earch"],
    ["a number with a fraction", { spec: { ...specOf("bad"), retentionDays: 1.5 } }, "retentionDays"],
    ["a number past 32 bits", { spec: { ...specOf("bad"), retentionDays: 2 ** 40 } }, "retentionDays"],
    ["text for a truth value", { spec: { ...specOf("bad"), apiKeyAuth: { enabled: "yes" } } }, "enabled"],
    [
      "bytes that are not base64",
      { spec: { ...specOf("bad"), mtlsAuth: { acceptedClientCa: "*" } } },
      "acceptedClientCa",
    ],
    ["a name twice", '{"spec":{"name":"bad","name":"worse"}}', "name"],
    [
      "both members of a choice",
      { spec: { ...specOf("bad"), capacitySpec: { onDemand: {}, provisioned: { value: 2 } } } },
      "capacitySpec",
    ],
    ["half a document", '{"spec":', "malformed"],
  ])("%s is refused with the place where it stands", async (_what, body, place) => {
    const answer = await http("POST", "/cloud/namespaces", body);
    expect(answer).toMatchObject({ status: 400, body: { code: 3 } });
    expect(answer.body.message).toContain(place);
  });

  test("pages hold what they are asked for, and follow each other to the end", async () => {
    const names = ["page-a", "page-b", "page-c"];
    for (const name of names)
      await fulfilled(
        await http("POST", "/cloud/service-accounts", {
          spec: { name, access: { accountAccess: { role: "ROLE_READ" } } },
        }),
      );
    const seen: string[] = [];
    let token = "";
    do {
      const path = `/cloud/service-accounts?pageSize=2&page_token=${encodeURIComponent(token)}`;
      const { body } = await http("GET", path);
      expect(body.serviceAccount.length).toBeLessThanOrEqual(2);
      for (const { spec } of body.serviceAccount as { spec: { name: string } }[]) seen.push(spec.name);
      token = String(body.nextPageToken ?? "");
    } while (token !== "");
    expect(seen.filter((name) => names.includes(name)).sort()).toEqual(names);
    expect(new Set(seen).size).toBe(seen.length);
    expect(await http("GET", "/cloud/service-accounts?pageSize=-1")).toMatchObject({ status: 400 });
    expect(await http("GET", "/cloud/service-accounts?pageToken=mine")).toMatchObject({ status: 400 });
  });
});

describe("50 clients change one namespace at once", () => {
  const CLIENTS = 50;
  const ROUNDS = 2;
  type Spec = temporal.api.cloud.namespace.v1.INamespaceSpec;
  interface Change {
    namespace: string;
    spec: Spec;
    resourceVersion: string;
  }
  /** What a client may be answered: its gRPC status, and the operation of the one that wins. */
  type Verdict = { status: number; operationId?: string };
  const OK = 0;
  const EXHAUSTED = 8;
  const FAILED_PRECONDITION = 9;
  const PAUSE_MS = 500;

  async function byHttp({ namespace, ...change }: Change): Promise<Verdict> {
    const { status, body } = await http("POST", `/cloud/namespaces/${namespace}`, change);
    expect([200, 412]).toContain(status);
    return status === 200
      ? { status: OK, operationId: String(body.asyncOperation.id) }
      : { status: Number(body.code) };
  }

  async function byGrpc(change: Change): Promise<Verdict> {
    const headers = { authorization: `Bearer ${tenant.token}` };
    const caller = new GrpcCaller(
      `https://${tlsAddressOf(cloud)}`,
      { ca: readFileSync(authority()) },
      headers,
    );
    const asyncOperationId = `race-${crypto.randomUUID()}`;
    try {
      for (;;) {
        const { status } = await caller.call(CLOUD_SERVICE, "UpdateNamespace", {
          ...change,
          asyncOperationId,
        });
        if (status === OK) return { status, operationId: asyncOperationId };
        if (status !== EXHAUSTED) return { status: status ?? -1 };
        await delay(PAUSE_MS);
      }
    } finally {
      caller.close();
    }
  }

  /** The racers have used up what one principal may ask for in a second. */
  const patiently = <Answer>(ask: () => Promise<Answer | undefined>): Promise<Answer> =>
    eventually(ask, { pollMs: PAUSE_MS, what: "an answer within the rate limit" });

  test.each([
    ["HTTP", byHttp],
    ["gRPC", byGrpc],
  ])("by %s exactly one wins each version", async (transport, send) => {
    const spec = specOf(`race-${transport.toLowerCase()}`);
    const made = await fulfilled(await http("POST", "/cloud/namespaces", { spec }));
    const namespace = String(made.body.namespace);
    for (let round = 1; round <= ROUNDS; round += 1) {
      const resourceVersion = await patiently(
        async () => (await http("GET", `/cloud/namespaces/${namespace}`)).body.namespace?.resourceVersion,
      );
      const verdicts = await Promise.all(
        Array.from({ length: CLIENTS }, (_, index) =>
          // The round is in it, so that nobody asks for what is there already.
          send({
            namespace,
            resourceVersion: String(resourceVersion),
            spec: {
              ...spec,
              retentionDays: 10 + index,
              codecServer: { endpoint: `https://round-${round}.example.com` },
            },
          }),
        ),
      );
      const winners = verdicts.filter(({ status }) => status === OK);
      expect(verdicts.map(({ status }) => status).sort()).toEqual([
        OK,
        ...Array.from({ length: CLIENTS - 1 }, () => FAILED_PRECONDITION),
      ]);
      await patiently(async () => {
        await tenant.customer.fulfilled(winners[0]?.operationId ?? "");
        return true;
      });
    }
  });
});
