// Many namespaces made at once by one customer of a running cloud, while its processes are killed. The customer does what
// clients do: it gives each request an id, repeats it until it is answered, and then follows its operation.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { z } from "zod";
import { delay } from "#shared/clock";
import { openCloudPostgres } from "../../services/standalone/open-postgres.ts";
import { Customer } from "../../services/standalone/quickstart/customer.ts";
import { eventually } from "../harness/eventually.ts";
import { apiAddressOf, runStandalone, type Command } from "../harness/standalone.ts";
import { GrpcCaller } from "./grpc-caller.ts";
import { newTenant, reaches, type Tenant } from "./tenant.ts";

const CLIENTS = 8;
const POLL_MS = 10;
const ANSWER_LIMIT_MS = 120_000;
const START_LIMIT_MS = 180_000;
const SERVED_AT_ONCE = 16;
/** More than any run makes. */
const QUOTAS = {
  namespacesPerAccount: 10_000,
  operationsInFlightPerAccount: 1_000,
  requestsPerSecondPerUser: 10_000,
  requestsPerSecondPerAccount: 10_000,
};
const VICTIMS = ["api", "workflows", "cell-a", "control", "gateway", "usage", "postgres"] as const;

const created = z.object({ namespace: z.string(), asyncOperation: z.object({ id: z.string() }) });
const operation = z.object({
  asyncOperation: z.object({ state: z.string(), failureReason: z.string().default("") }),
});
const page = z.object({
  namespaces: z.array(z.object({ namespace: z.string(), state: z.string() })).default([]),
  nextPageToken: z.string().default(""),
});

export class ProvisioningRun {
  /** Ids of the namespaces by the names that were asked for. */
  readonly made = new Map<string, string>();
  readonly #cloud: Command;
  readonly #tenant: Tenant;
  #count = 0;

  private constructor(cloud: Command, tenant: Tenant) {
    this.#cloud = cloud;
    this.#tenant = tenant;
    this.made.set(tenant.namespace.split(".")[0] ?? "", tenant.namespace);
  }

  static async start(): Promise<ProvisioningRun> {
    const cloud = runStandalone("main", []);
    await cloud.says("Ready in", START_LIMIT_MS);
    const tenant = await newTenant(cloud);
    await raiseQuotas(cloud, tenant.accountId);
    tenant.customer.useApiKey(tenant.token);
    return new ProvisioningRun(cloud, tenant);
  }

  async stop(): Promise<void> {
    this.#tenant.close();
    await this.#cloud.stop();
  }

  /** One after the other: milliseconds from each request to the end of its operation. */
  async oneByOne(count: number): Promise<number[]> {
    const taken: number[] = [];
    for (let done = 0; done < count; done += 1) taken.push(await this.#provision());
    return taken;
  }

  /** As fast as several clients can, and meanwhile `kills` processes are killed, in turn. */
  async atOnce(count: number, kills = 0): Promise<number[]> {
    const taken: number[] = [];
    let left = count;
    const client = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        taken.push(await this.#provision());
      }
    };
    const clients = Promise.all(Array.from({ length: CLIENTS }, client));
    for (let kill = 0; kill < kills; kill += 1) {
      const from = ((kill + 1) * count) / (kills + 1);
      await eventually(() => count - left >= from, { limitMs: ANSWER_LIMIT_MS, pollMs: POLL_MS });
      await this.#kill(VICTIMS[kill % VICTIMS.length] ?? "api");
    }
    await clients;
    return taken;
  }

  /** Everything that is not as if nothing had happened. */
  async verdict(): Promise<string[]> {
    const asked = [...this.made.values()].sort();
    const listed = await this.#listed();
    const inCells = await this.#inCells();
    const unserved: string[] = [];
    const queue = [...asked];
    const caller = this.#newCaller();
    const look = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const namespace = next;
        await eventually(() => reaches(caller, namespace)).catch(() => unserved.push(namespace));
      }
    };
    await Promise.all(Array.from({ length: SERVED_AT_ONCE }, look));
    caller.close();
    return [
      ...differences("listed", asked, listed.map((one) => one.namespace).sort()),
      ...listed.filter(({ state }) => !state.endsWith("_ACTIVE")).map((one) => JSON.stringify(one)),
      ...differences("in cells", asked, inCells.sort()),
      ...unserved.map((namespace) => `${namespace} is not served`),
      ...(await this.#unfinished()),
    ];
  }

  /** The tenant's own connection ended with the gateway that was killed. */
  #newCaller(): GrpcCaller {
    const ca = readFileSync(join(this.#cloud.dataDirectory, "tls", "ca.pem"));
    const { address, token } = this.#tenant;
    return new GrpcCaller(`https://${address}`, { ca }, { authorization: `Bearer ${token}` });
  }

  /** The same request again is the same namespace (P3). */
  async repeat(name: string): Promise<string> {
    return (await this.#ask(name)).namespace;
  }

  async #provision(): Promise<number> {
    this.#count += 1;
    const name = `n${String(this.#count)}-made`;
    const from = performance.now();
    const { namespace, asyncOperation } = await this.#ask(name);
    this.made.set(name, namespace);
    const { customer } = this.#tenant;
    await eventually(
      async () => {
        const path = `/cloud/operations/${asyncOperation.id}`;
        const { asyncOperation: read } = await customer.get(path, operation);
        // A failure ends the run: nothing that was killed is a reason for one.
        if (["STATE_FAILED", "STATE_CANCELLED", "STATE_REJECTED"].includes(read.state)) {
          this.made.set(name, `${namespace} failed: ${read.failureReason}`);
          return true;
        }
        return read.state === "STATE_FULFILLED";
      },
      { limitMs: ANSWER_LIMIT_MS, pollMs: POLL_MS, what: `the end of ${name}` },
    );
    return performance.now() - from;
  }

  /** Until it is answered: a connection that broke tells nothing. */
  #ask(name: string): Promise<z.infer<typeof created>> {
    const spec = { name, regions: ["aws-us-east-1"], retentionDays: 1, apiKeyAuth: { enabled: true } };
    return eventually(
      () =>
        this.#tenant.customer.post("/cloud/namespaces", { spec, asyncOperationId: `make-${name}` }, created),
      { limitMs: ANSWER_LIMIT_MS, pollMs: 100, what: `an answer for ${name}` },
    );
  }

  async #kill(victim: (typeof VICTIMS)[number]): Promise<void> {
    if (victim === "postgres") return this.#killBackend();
    const pid = this.#cloud.pidOf(victim);
    process.kill(pid, "SIGKILL");
    await eventually(() => this.#cloud.pidOf(victim) !== pid, {
      limitMs: ANSWER_LIMIT_MS,
      what: `another ${victim}`,
    });
  }

  /** PostgreSQL then ends all its sessions and recovers from its log. */
  async #killBackend(): Promise<void> {
    const [pid] = await this.#query<{ pid: number }>(
      "cellplane",
      "select pid from pg_stat_activity where datname = 'cellplane' and pid <> pg_backend_pid() limit 1",
    );
    if (pid !== undefined) process.kill(pid.pid, "SIGKILL");
  }

  async #listed(): Promise<{ namespace: string; state: string }[]> {
    const all: { namespace: string; state: string }[] = [];
    let token = "";
    do {
      const query = `pageSize=500&pageToken=${encodeURIComponent(token)}`;
      // PostgreSQL may still recover.
      const read = await eventually(() => this.#tenant.customer.get(`/cloud/namespaces?${query}`, page), {
        limitMs: ANSWER_LIMIT_MS,
      });
      all.push(...read.namespaces);
      token = read.nextPageToken;
    } while (token !== "");
    return all;
  }

  async #inCells(): Promise<string[]> {
    const { accountId } = this.#tenant;
    const sql = `select name from namespaces where name like '%.${accountId}'`;
    const cells = await Promise.all(
      ["cell_a", "cell_b"].map((cell) => this.#query<{ name: string }>(cell, sql)),
    );
    return cells.flat().map(({ name }) => name);
  }

  async #unfinished(): Promise<string[]> {
    const open = await this.#query<{ id: string; state: string }>(
      "cellplane",
      "select id, state from async_operations where finished_at is null",
    );
    return open.map(({ id, state }) => `operation ${id} is ${state}`);
  }

  async #query<Row extends pg.QueryResultRow>(database: string, sql: string): Promise<Row[]> {
    const postgres = await openCloudPostgres(this.#cloud.dataDirectory);
    return eventually(async () => {
      const client = new pg.Client({ connectionString: postgres.url(database) });
      client.on("error", () => undefined);
      try {
        await client.connect();
        return (await client.query<Row>(sql)).rows;
      } finally {
        await client.end().catch(() => undefined);
      }
    });
  }
}

async function raiseQuotas(cloud: Command, accountId: string): Promise<void> {
  const file = readFileSync(join(cloud.dataDirectory, "secrets.json"), "utf8");
  const operator = new Customer(apiAddressOf(cloud));
  operator.useApiKey(z.object({ internalToken: z.string() }).parse(JSON.parse(file)).internalToken);
  for (const [name, max] of Object.entries(QUOTAS))
    await operator.post(`/api/v1/quotas/${name}`, { accountId, max }, z.unknown());
  // Other processes hear of limits a moment later.
  await delay(1_000);
}

function differences(where: string, wanted: readonly string[], found: readonly string[]): string[] {
  const doubled = found.filter((one, index) => found[index - 1] === one);
  return [
    ...wanted.filter((one) => !found.includes(one)).map((one) => `${one} is not ${where}`),
    ...found.filter((one) => !wanted.includes(one)).map((one) => `${one} is ${where}, though nobody made it`),
    ...doubled.map((one) => `${one} is ${where} twice`),
  ];
}

/** "p50 120 ms, p99 300 ms" */
export function figuresOf(taken: readonly number[]): string {
  return `p50 ${quantile(taken, 0.5).toFixed(0)} ms, p99 ${quantile(taken, 0.99).toFixed(0)} ms`;
}

export function quantile(taken: readonly number[], share: number): number {
  const sorted = [...taken].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}
