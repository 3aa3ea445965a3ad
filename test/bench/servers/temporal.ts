// Temporal's own server on PostgreSQL: its four services in one process, 4 shards, rate limits lifted, all else default.
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Connection } from "@temporalio/client";
import { durationOfMs } from "#contracts";
import { eventually } from "#harness/eventually";

import { startDatabase, type BenchDatabase } from "./database.ts";
import { freeLowPort } from "./low-port.ts";
import type { ServerUnderLoad } from "./server.ts";
import type { TemporalBinaries } from "./temporal-binaries.ts";

const NAMESPACE = "default";
const SHARDS = 4;
const CONNECTIONS = { main: 20, visibility: 4 };
const DAY_MS = 86_400_000;
const START_LIMIT_MS = 60_000;
const OUTPUT_TAIL_CHARACTERS = 4_000;
const UNLIMITED = 1_000_000;
const SERVICES = ["frontend", "matching", "history", "worker"] as const;
const LIFTED_LIMITS = [
  "frontend.rps",
  "frontend.namespaceRPS",
  "frontend.namespaceRPS.visibility",
  "frontend.namespaceCount",
  "history.rps",
  "matching.rps",
  "frontend.persistenceMaxQPS",
  "history.persistenceMaxQPS",
  "matching.persistenceMaxQPS",
];

export async function startTemporal(binaries: TemporalBinaries): Promise<ServerUnderLoad> {
  const directory = mkdtempSync(join(tmpdir(), "cellplane-bench-temporal-"));
  const database = await startDatabase();
  await makeSchema(binaries.sql, database);
  const address = await writeConfiguration(directory, database);
  const log = openSync(join(directory, "log"), "a");
  const child = spawn(
    binaries.server,
    ["--config-file", join(directory, "config.yaml"), "--allow-no-auth", "start"],
    { stdio: ["ignore", log, log], env: { ...process.env, TEMPORAL_VERSION_CHECK_DISABLED: "1" } },
  );
  const stop = async (): Promise<void> => {
    await end(child);
    await database.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    await registerNamespace(address);
  } catch (error) {
    const printed = readFileSync(join(directory, "log"), "utf8").slice(-OUTPUT_TAIL_CHARACTERS);
    await stop();
    throw new Error(`Temporal's server did not start:\n${printed}`, { cause: error });
  }
  return {
    name: "temporal",
    address,
    namespace: NAMESPACE,
    watched: { server: child.pid ?? 0, database: database.pid },
    stop,
  };
}

const SCHEMAS = [
  { database: "temporal", folder: "postgresql/v12/temporal" },
  { database: "temporal_visibility", folder: "postgresql/v12/visibility" },
];

/** With Temporal's own tool, as its manual says. */
async function makeSchema(sql: string, { host, port, password, database }: BenchDatabase): Promise<void> {
  const tool = (name: string, ...args: string[]): Promise<unknown> =>
    promisify(execFile)(sql, [
      ...["--ep", host, "-p", String(port), "-u", "postgres", "--pw", password, "--pl", "postgres12"],
      ...["--db", name, ...args],
    ]);
  for (const schema of SCHEMAS) {
    await database(schema.database);
    await tool(schema.database, "setup-schema", "-v", "0.0");
    await tool(schema.database, "update-schema", "--schema-name", schema.folder);
  }
}

/** Answers the frontend's address. JSON is YAML. */
async function writeConfiguration(directory: string, database: BenchDatabase): Promise<string> {
  const ports = new Map<string, { grpc: number; membership: number }>();
  for (const service of SERVICES) {
    ports.set(service, { grpc: await freeLowPort(), membership: await freeLowPort() });
  }
  const address = `127.0.0.1:${ports.get("frontend")?.grpc ?? 0}`;
  const lifted = LIFTED_LIMITS.map((key) => [key, [{ value: UNLIMITED }]]);
  writeFileSync(join(directory, "dynamic.yaml"), JSON.stringify(Object.fromEntries(lifted)));
  const store = (databaseName: string, connections: number): object => ({
    sql: {
      pluginName: "postgres12",
      databaseName,
      connectAddr: `${database.host}:${database.port}`,
      connectProtocol: "tcp",
      user: "postgres",
      password: database.password,
      maxConns: connections,
      maxIdleConns: connections,
      maxConnLifetime: "1h",
    },
  });
  const configuration = {
    log: { stdout: true, level: "error" },
    persistence: {
      defaultStore: "main",
      visibilityStore: "visibility",
      numHistoryShards: SHARDS,
      datastores: {
        main: store("temporal", CONNECTIONS.main),
        visibility: store("temporal_visibility", CONNECTIONS.visibility),
      },
    },
    global: { membership: { maxJoinDuration: "30s", broadcastAddress: "127.0.0.1" } },
    services: Object.fromEntries(
      [...ports].map(([service, { grpc, membership }]) => [
        service,
        { rpc: { grpcPort: grpc, membershipPort: membership, bindOnLocalHost: true } },
      ]),
    ),
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: "active",
      currentClusterName: "active",
      clusterInformation: {
        active: { enabled: true, initialFailoverVersion: 1, rpcName: "frontend", rpcAddress: address },
      },
    },
    dcRedirectionPolicy: { policy: "noop" },
    dynamicConfigClient: { filepath: join(directory, "dynamic.yaml"), pollInterval: "60s" },
  };
  writeFileSync(join(directory, "config.yaml"), JSON.stringify(configuration));
  return address;
}

async function registerNamespace(address: string): Promise<void> {
  const connection = await eventually(() => Connection.connect({ address }), {
    limitMs: START_LIMIT_MS,
    what: "Temporal's server",
  });
  const workflowExecutionRetentionPeriod = durationOfMs(DAY_MS);
  await connection.workflowService.registerNamespace({
    namespace: NAMESPACE,
    workflowExecutionRetentionPeriod,
  });
  // A new namespace is known everywhere only after the servers' caches were refreshed.
  await eventually(() => connection.workflowService.listWorkflowExecutions({ namespace: NAMESPACE }), {
    limitMs: START_LIMIT_MS,
    what: "namespace known",
  });
  await connection.close();
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  await ended;
}
