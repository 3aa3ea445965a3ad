// Temporal's own server as the reference: built once by `go install` into a cache outside the tree, run in memory.
// TEMPORAL_REFERENCE_ADDRESS names a server that runs already.
import { builtGoTool } from "#harness/go-tool";
import { freePort } from "#harness/ports";
import { startTemporalProcess, TEMPORAL_SERVER } from "#harness/temporal-process";
import type { ContractServer } from "../compatibility/typescript/fixture.ts";

const NAMESPACE = "default";
const UNLIMITED = 1_000_000;

/** How long after a version stopped taking work, and how often then, its open workflows are counted. */
export const DRAINAGE = { graceMs: 3_000, refreshMs: 2_000 };

/** Nobody is there: programs that play the handler go to the server itself. */
const CALLBACK_URL = "http://callbacks.test/namespaces/{{.NamespaceName}}/nexus/callback";

/**
 * What differs from the server's defaults: no rate limits; the pace of drainage; task queues in one piece, so that their
 * order can be told; fairness, the end of a worker's polls with its shutdown, pausing workflows, Nexus operations without
 * a workflow and the commands on standalone activities are on; a new Nexus endpoint is known at once.
 */
const SETTINGS = {
  "frontend.rps": UNLIMITED,
  "frontend.namespaceRPS": UNLIMITED,
  "frontend.namespaceRPS.visibility": UNLIMITED,
  "frontend.globalNamespaceWorkerDeploymentReadRPS": UNLIMITED,
  "history.rps": UNLIMITED,
  "matching.rps": UNLIMITED,
  "frontend.namespaceCount": 100_000,
  "frontend.enableCancelWorkerPollsOnShutdown": true,
  "matching.enableFairness": true,
  "matching.numTaskqueueReadPartitions": 1,
  "matching.numTaskqueueWritePartitions": 1,
  "system.forceSearchAttributesCacheRefreshOnRead": true,
  "frontend.WorkflowPauseEnabled": true,
  "nexusoperation.enableStandalone": true,
  "matching.wv.VersionDrainageStatusVisibilityGracePeriod": `${DRAINAGE.graceMs}ms`,
  "matching.wv.VersionDrainageStatusRefreshInterval": `${DRAINAGE.refreshMs}ms`,
  "system.forceNexusEndpointRefreshOnRead": true,
  "history.enableStandaloneActivityOperatorCommands": true,
  "callback.allowedAddresses": [{ Pattern: "127.0.0.1:*", AllowInsecure: true }],
  "component.nexusoperations.callback.endpoint.template": CALLBACK_URL,
  "nexusoperation.callback.endpoint.template": CALLBACK_URL,
};

const MEMORY = {
  pluginName: "sqlite",
  databaseName: "default",
  connectAddr: "localhost",
  connectProtocol: "tcp",
  connectAttributes: { mode: "memory", cache: "private", setup: "true" },
  maxConns: 1,
  maxIdleConns: 1,
  maxConnLifetime: "24h",
};

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
  const httpPort = await freePort();
  const { address, namespace, stop } = await startTemporalProcess({
    binary: await builtGoTool(TEMPORAL_SERVER),
    stores: { main: MEMORY, visibility: MEMORY },
    settings: SETTINGS,
    freePort,
    httpPort,
  });
  return { address, httpAddress: `127.0.0.1:${httpPort}`, namespace, metadata: {}, stop };
}
