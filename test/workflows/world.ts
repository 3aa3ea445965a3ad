// A control plane for the laws of workflows: a database, a control cell, a tenant cell and a worker whose activities
// can be made to fail, run twice or hang for one operation at a time. Many accounts live in one world without meeting.
import { fileURLToPath } from "node:url";
import { ApplicationFailure } from "@temporalio/common";
import pg from "pg";
import { createCells, seedCells, type Cells } from "#domain/cells";
import type { DomainContext } from "#domain/context";
import { createDatabase, type Database } from "#domain/database";
import { seedRegions } from "#domain/regions";
import { createTestDatabase } from "#harness/postgres";
import { systemClock } from "#shared/clock";
import { createEnvelope } from "#shared/envelope";
import { randomIds } from "#shared/ids";
import { createLogger } from "#shared/log";
import { applyMigrations } from "#shared/migrations";
import { bundleWorkflows } from "../../scripts/bundle-workflows.mjs";
import { provisioningActivities } from "../../services/workflows/activities.ts";
import { createWorkflowStarter, type ConnectedStarter } from "../../services/workflows/starter.ts";
import { installRuntime, startWorker, type RunningWorker } from "../../services/workflows/worker.ts";

export const PROJECT_ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
export const MASTER_KEY = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
export const REGION = "aws-us-east-1";
export const TENANT_CELL = "cell-a";

export type Fault = "fail-before" | "fail-after" | "twice" | "hang-before" | "hang-after";

export interface CellAddress {
  driver: "embedded" | "temporal";
  address: string;
  token?: string | undefined;
  namespace?: string | undefined;
}

export interface World {
  databaseUrl: string;
  database: Database;
  cells: Cells;
  workflows: ConnectedStarter;
  control: CellAddress;
  tenant: CellAddress;
  /** Names of activities that ran for an operation, in their order. */
  ran(operationId: string): string[];
  /** Lets an activity of one operation misbehave. */
  setFault(operationId: string, activity: string, fault: Fault): void;
  contextOf(accountId: string): DomainContext;
  startWorker(): Promise<RunningWorker>;
  stop(): Promise<void>;
}

export async function createWorld(cells: { control: CellAddress; tenant: CellAddress }): Promise<World> {
  const { control, tenant } = cells;
  await bundleWorkflows(PROJECT_ROOT, { withOrders: false });
  const testDatabase = await createTestDatabase("workflows");
  await migrate(testDatabase.url);
  const database = createDatabase(testDatabase.url);
  const drivers = createCells({ token: tenant.token });
  const workflows = createWorkflowStarter(control);
  await seed(database, tenant);
  const faults = new Faults();
  const workers: RunningWorker[] = [];
  return {
    databaseUrl: testDatabase.url,
    database,
    cells: drivers,
    workflows,
    control,
    tenant,
    ran: (operationId) => faults.ran(operationId),
    setFault: (operationId, activity, fault) => faults.set(operationId, activity, fault),
    contextOf: (accountId) => contextOf({ database, workflows }, accountId),
    async startWorker() {
      const worker = await startTestWorker({ database, cells: drivers, control, faults });
      workers.push(worker);
      return worker;
    },
    async stop() {
      for (const worker of workers) await worker.stop();
      await workflows.close();
      drivers.close();
      await database.close();
      await testDatabase.drop();
    },
  };
}

export function startTestWorker(ports: {
  database: Database;
  cells: Cells;
  control: CellAddress;
  faults: Faults;
}): Promise<RunningWorker> {
  const log = createLogger({ process: "workflows", level: process.env["TEST_LOG_LEVEL"] ?? "fatal" });
  installRuntimeOnce(log);
  const activities = provisioningActivities({
    database: ports.database,
    cells: ports.cells,
    envelope: createEnvelope(MASTER_KEY),
    clock: systemClock,
  });
  return startWorker({
    cell: ports.control,
    bundlePath: `${PROJECT_ROOT}/dist/workflows-bundle.js`,
    activities: ports.faults.wrap(activities as Record<string, FaultyActivity>),
    log,
    signal: new AbortController().signal,
  });
}

let runtimeIsInstalled = false;

export function installRuntimeOnce(log: ReturnType<typeof createLogger>): void {
  if (!runtimeIsInstalled) installRuntime(log);
  runtimeIsInstalled = true;
}

type FaultyActivity = (input: { operationId: string }) => Promise<unknown>;

/** What worker-process.ts is told. */
export interface WorkerProcessSettings {
  databaseUrl: string;
  control: CellAddress;
  tenantToken: string | undefined;
  faults: { operationId: string; activity: string; fault: Fault }[];
}

/** Which activity of which operation misbehaves, and what ran. */
export class Faults {
  readonly #faults = new Map<string, Fault>();
  readonly #ran = new Map<string, string[]>();
  readonly #onHang: (operationId: string, activity: string) => void;

  constructor(onHang: (operationId: string, activity: string) => void = () => undefined) {
    this.#onHang = onHang;
  }

  set(operationId: string, activity: string, fault: Fault): void {
    this.#faults.set(`${operationId} ${activity}`, fault);
  }

  ran(operationId: string): string[] {
    return this.#ran.get(operationId) ?? [];
  }

  wrap(activities: Record<string, FaultyActivity>): Record<string, FaultyActivity> {
    return Object.fromEntries(
      Object.entries(activities).map(([name, activity]) => [
        name,
        (input) => this.#run(name, activity, input),
      ]),
    );
  }

  async #run(name: string, activity: FaultyActivity, input: { operationId: string }): Promise<unknown> {
    const { operationId } = input;
    this.#ran.set(operationId, [...this.ran(operationId), name]);
    const fault = this.#faults.get(`${operationId} ${name}`);
    if (fault === "fail-before") throw injected();
    if (fault === "hang-before") await this.#hang(operationId, name);
    const result = await activity(input);
    if (fault === "twice") await activity(input);
    if (fault === "fail-after") throw injected();
    if (fault === "hang-after") await this.#hang(operationId, name);
    return result;
  }

  /** For ever: until the process is killed. */
  #hang(operationId: string, activity: string): Promise<never> {
    this.#onHang(operationId, activity);
    return new Promise(() => undefined);
  }
}

function injected(): ApplicationFailure {
  return ApplicationFailure.create({ message: "injected", type: "FAILED_PRECONDITION", nonRetryable: true });
}

async function migrate(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  await applyMigrations(pool, `${PROJECT_ROOT}/prisma/migrations`);
  await pool.end();
}

async function seed(database: Database, tenant: CellAddress): Promise<void> {
  await database.transaction(async (tx) => {
    await seedRegions(tx, [
      {
        id: REGION,
        provider: "aws",
        region: "us-east-1",
        location: "US East",
        grpcAddress: "localhost:7320",
        webAddress: "",
      },
    ]);
    const { driver, address } = tenant;
    await seedCells(tx, [{ id: TENANT_CELL, region: REGION, driver, address }], systemClock.now());
  });
}

/** A use case's context, acting as the account's owner. */
function contextOf(
  ports: { database: Database; workflows: ConnectedStarter },
  accountId: string,
): DomainContext {
  return {
    actor: {
      accountId,
      principalType: "user",
      principalId: `owner-${accountId}`,
      principalName: "owner@example.com",
      can: () => true,
    },
    requestId: randomIds.uuid(),
    remoteAddress: "127.0.0.1",
    log: createLogger({ process: "test", level: "silent" }),
    clock: systemClock,
    ids: randomIds,
    signal: new AbortController().signal,
    database: ports.database,
    workflows: ports.workflows,
    jobs: { wake: () => Promise.resolve() },
    installation: { publicUrl: "http://localhost", mailMode: "mailbox", operatorEmails: [] },
    envelope: createEnvelope(MASTER_KEY),
  };
}
