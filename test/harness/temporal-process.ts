// Temporal's own server as one process: its four services on loopback, 4 shards, started on the stores and settings of
// whoever compares with it, and answering once its default namespace is known everywhere.
import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Connection } from "@temporalio/client";
import { durationOfMs } from "#contracts";
import { eventually } from "./eventually.ts";
import type { GoTool } from "./go-tool.ts";

export const TEMPORAL_SERVER: GoTool = {
  name: "temporal",
  package: "go.temporal.io/server/cmd/server",
  version: "v1.32.1",
};

const NAMESPACE = "default";
const SHARDS = 4;
const DAY_MS = 86_400_000;
const START_LIMIT_MS = 60_000;
const OUTPUT_TAIL_CHARACTERS = 4_000;
const SERVICES = ["frontend", "matching", "history", "worker"];

export interface TemporalPlan {
  binary: string;
  /** The `sql` section of each datastore. */
  stores: { main: object; visibility: object };
  /** Dynamic settings by key, for everything and everybody. */
  settings: Readonly<Record<string, unknown>>;
  /** Finds the ports of the services: what a store can hold may be smaller than a port. */
  freePort: () => Promise<number>;
  /** Of the frontend's HTTP API. */
  httpPort?: number;
}

export interface TemporalProcess {
  /** host:port of the frontend. */
  address: string;
  namespace: string;
  pid: number;
  stop(): Promise<void>;
}

export async function startTemporalProcess(plan: TemporalPlan): Promise<TemporalProcess> {
  const directory = mkdtempSync(join(tmpdir(), "cellplane-temporal-"));
  const address = await writeConfiguration(directory, plan);
  const logFile = join(directory, "log");
  const log = openSync(logFile, "a");
  const child = spawn(
    plan.binary,
    ["--config-file", join(directory, "config.yaml"), "--allow-no-auth", "start"],
    { stdio: ["ignore", log, log], env: { ...process.env, TEMPORAL_VERSION_CHECK_DISABLED: "1" } },
  );
  closeSync(log);
  const stop = async (): Promise<void> => {
    await end(child);
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    await registerNamespace({ address, namespace: NAMESPACE, limitMs: START_LIMIT_MS });
  } catch (error) {
    const printed = readFileSync(logFile, "utf8").slice(-OUTPUT_TAIL_CHARACTERS);
    await stop();
    throw new Error(`Temporal's server did not start:\n${printed}`, { cause: error });
  }
  return { address, namespace: NAMESPACE, pid: child.pid ?? 0, stop };
}

/** Answers the frontend's address. JSON is YAML. */
async function writeConfiguration(directory: string, plan: TemporalPlan): Promise<string> {
  const ports = new Map<string, { grpcPort: number; membershipPort: number }>();
  for (const service of SERVICES) {
    ports.set(service, { grpcPort: await plan.freePort(), membershipPort: await plan.freePort() });
  }
  const address = `127.0.0.1:${ports.get("frontend")?.grpcPort ?? 0}`;
  const settings = Object.entries(plan.settings).map(([key, value]) => [key, [{ value }]]);
  const settingsFile = join(directory, "dynamic.yaml");
  writeFileSync(settingsFile, JSON.stringify(Object.fromEntries(settings)));
  // Nexus requests go over it, even from the server to itself.
  const http = plan.httpPort === undefined ? {} : { httpPort: plan.httpPort };
  const configuration = {
    log: { stdout: true, level: "error" },
    persistence: {
      defaultStore: "main",
      visibilityStore: "visibility",
      numHistoryShards: SHARDS,
      datastores: { main: { sql: plan.stores.main }, visibility: { sql: plan.stores.visibility } },
    },
    global: { membership: { maxJoinDuration: "30s", broadcastAddress: "127.0.0.1" } },
    services: Object.fromEntries(
      [...ports].map(([service, own]) => [
        service,
        { rpc: { ...own, bindOnLocalHost: true, ...(service === "frontend" ? http : {}) } },
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
    dynamicConfigClient: { filepath: settingsFile, pollInterval: "60s" },
  };
  writeFileSync(join(directory, "config.yaml"), JSON.stringify(configuration));
  return address;
}

/** Answers when the server is there and every part of it sees the namespace; `limitMs` is for each of the two. */
export async function registerNamespace(options: {
  address: string;
  namespace: string;
  limitMs?: number;
}): Promise<void> {
  const { address, namespace, ...limit } = options;
  const connection = await eventually(() => Connection.connect({ address }), {
    ...limit,
    what: "Temporal's server",
  });
  const workflowExecutionRetentionPeriod = durationOfMs(DAY_MS);
  await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod });
  // A new namespace is known everywhere only after the servers' caches were refreshed.
  await eventually(() => connection.workflowService.listWorkflowExecutions({ namespace }), {
    ...limit,
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
