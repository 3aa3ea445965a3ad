// Temporal's own server as the reference: built once by `go install` into a cache outside the tree, run in memory.
// TEMPORAL_REFERENCE_ADDRESS names a server that runs already.
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Connection } from "@temporalio/client";
import { eventually } from "#harness/eventually";
import { builtGoTool } from "#harness/go-tool";
import { freePort } from "#harness/ports";
import type { ContractServer } from "../compatibility/typescript/fixture.ts";

const SERVER = { name: "temporal", package: "go.temporal.io/server/cmd/server", version: "v1.32.1" };
const START_LIMIT_MS = 60_000;
const NAMESPACE = "default";

export async function startTemporalServer(): Promise<ContractServer> {
  const running = process.env["TEMPORAL_REFERENCE_ADDRESS"];
  if (running !== undefined) {
    const httpAddress = process.env["TEMPORAL_REFERENCE_HTTP_ADDRESS"] ?? "";
    return {
      address: running,
      httpAddress,
      namespace: NAMESPACE,
      metadata: {},
      stop: () => Promise.resolve(),
    };
  }
  const binary = await builtGoTool(SERVER);
  const directory = mkdtempSync(join(tmpdir(), "cellplane-temporal-"));
  const { address, httpAddress } = await writeConfiguration(directory);
  const child = spawn(binary, ["--config-file", join(directory, "config.yaml"), "--allow-no-auth", "start"], {
    stdio: "ignore",
    env: { ...process.env, TEMPORAL_VERSION_CHECK_DISABLED: "1" },
  });
  const stop = async (): Promise<void> => {
    await end(child);
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    await registerNamespace(address);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, httpAddress, namespace: NAMESPACE, metadata: {}, stop };
}

/** How long after a version stopped taking work, and how often then, its open workflows are counted. */
export const DRAINAGE = { graceMs: 3_000, refreshMs: 2_000 };

/** Nobody is there: programs that play the handler go to the server itself. */
const CALLBACK_URL = "http://callbacks.test/namespaces/{{.NamespaceName}}/nexus/callback";

/**
 * Answers the frontend's addresses. From the server's defaults differ: no rate limits; the pace of drainage; task queues in
 * one piece, so that their order can be told; fairness, the end of a worker's polls with its shutdown, pausing workflows,
 * Nexus operations without a workflow and the commands on standalone activities are on; a new Nexus endpoint is known at
 * once.
 */
async function writeConfiguration(directory: string): Promise<{ address: string; httpAddress: string }> {
  const services = ["frontend", "matching", "history", "worker"];
  const ports = new Map<string, { grpc: number; membership: number }>();
  for (const service of services) {
    ports.set(service, { grpc: await freePort(), membership: await freePort() });
  }
  const httpPort = await freePort();
  const address = `127.0.0.1:${ports.get("frontend")?.grpc ?? 0}`;
  const unlimited = [
    "frontend.rps",
    "frontend.namespaceRPS",
    "frontend.namespaceRPS.visibility",
    "frontend.globalNamespaceWorkerDeploymentReadRPS",
    "history.rps",
    "matching.rps",
  ];
  writeFileSync(
    join(directory, "dynamic.yaml"),
    JSON.stringify(
      Object.fromEntries([
        ...unlimited.map((key) => [key, [{ value: 1_000_000 }]]),
        ["frontend.namespaceCount", [{ value: 100_000 }]],
        ["frontend.enableCancelWorkerPollsOnShutdown", [{ value: true }]],
        ["matching.enableFairness", [{ value: true }]],
        ["matching.numTaskqueueReadPartitions", [{ value: 1 }]],
        ["matching.numTaskqueueWritePartitions", [{ value: 1 }]],
        ["system.forceSearchAttributesCacheRefreshOnRead", [{ value: true }]],
        ["frontend.WorkflowPauseEnabled", [{ value: true }]],
        ["nexusoperation.enableStandalone", [{ value: true }]],
        ["matching.wv.VersionDrainageStatusVisibilityGracePeriod", [{ value: `${DRAINAGE.graceMs}ms` }]],
        ["matching.wv.VersionDrainageStatusRefreshInterval", [{ value: `${DRAINAGE.refreshMs}ms` }]],
        ["system.forceNexusEndpointRefreshOnRead", [{ value: true }]],
        ["history.enableStandaloneActivityOperatorCommands", [{ value: true }]],
        ["callback.allowedAddresses", [{ value: [{ Pattern: "127.0.0.1:*", AllowInsecure: true }] }]],
        ["component.nexusoperations.callback.endpoint.template", [{ value: CALLBACK_URL }]],
        ["nexusoperation.callback.endpoint.template", [{ value: CALLBACK_URL }]],
      ]),
    ),
  );
  const store = {
    sql: {
      pluginName: "sqlite",
      databaseName: "default",
      connectAddr: "localhost",
      connectProtocol: "tcp",
      connectAttributes: { mode: "memory", cache: "private", setup: "true" },
      maxConns: 1,
      maxIdleConns: 1,
      maxConnLifetime: "24h",
    },
  };
  const configuration = {
    log: { stdout: true, level: "error" },
    persistence: {
      defaultStore: "main",
      visibilityStore: "visibility",
      numHistoryShards: 4,
      datastores: { main: store, visibility: store },
    },
    global: { membership: { maxJoinDuration: "30s", broadcastAddress: "127.0.0.1" } },
    services: Object.fromEntries(
      [...ports].map(([service, { grpc, membership }]) => [
        service,
        {
          rpc: {
            grpcPort: grpc,
            membershipPort: membership,
            bindOnLocalHost: true,
            // Nexus requests go over it, even from the server to itself.
            ...(service === "frontend" ? { httpPort } : {}),
          },
        },
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
  // JSON is YAML.
  writeFileSync(join(directory, "config.yaml"), JSON.stringify(configuration));
  return { address, httpAddress: `127.0.0.1:${httpPort}` };
}

async function registerNamespace(address: string): Promise<void> {
  const connection = await eventually(() => Connection.connect({ address }), {
    limitMs: START_LIMIT_MS,
    what: "Temporal's server",
  });
  await connection.workflowService.registerNamespace({
    namespace: NAMESPACE,
    // One day; the type wants a Long, the wire does not care.
    workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
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
