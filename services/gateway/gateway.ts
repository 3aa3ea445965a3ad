// Puts the gateway together: TLS in, directory, calls, cells out. Everything a request needs is in this process; no
// request path reaches the control plane (E1).
import { readFileSync } from "node:fs";
import type { Socket } from "node:net";
import { systemClock, type Clock } from "#shared/clock";
import type { Logger } from "#shared/log";
import { listen, serveUnary, STRANGER_LIMITS, type Connection, type Listener, type Stream } from "#wire";
import { startCallAudit, type CallAudit } from "./audit/call-audit.ts";
import type { GatewayConfig } from "./config.ts";
import { ConnectionPaths } from "./connectivity/connection-path.ts";
import { GrantUses } from "./consensus/grant-uses.ts";
import type { DirectoryView } from "./directory/directory-view.ts";
import { followDirectory, type DirectoryFollower } from "./directory/follow-directory.ts";
import { healthTable } from "./health.ts";
import { acceptsCertificate } from "./identity/authorize.ts";
import { methodTable } from "./identity/methods.ts";
import { TokenVerifier } from "./identity/verify-token.ts";
import { startInternalEndpoint, type InternalEndpoint } from "./internal-endpoint.ts";
import { Admission } from "./limits/admission.ts";
import { FailedAttempts } from "./limits/failed-attempts.ts";
import { GATEWAY_LIMITS } from "./limits/limits.ts";
import { RequestBudgets } from "./limits/request-budgets.ts";
import { CallTallies } from "./metering/call-tallies.ts";
import { handOverMetrics } from "./metering/hand-over-metrics.ts";
import { Metrics } from "./metering/metrics.ts";
import { acceptStream } from "./proxy/accept-stream.ts";
import { Cells } from "./proxy/cells.ts";
import { newClient, type ClientConnection } from "./proxy/client.ts";
import type { Edge } from "./proxy/edge.ts";
import { createHttpDoor } from "./proxy/http-door.ts";

export interface Gateway {
  /** Where tenants connect, with the real port. */
  readonly address: string;
  readonly internalAddress: string | undefined;
  readonly view: DirectoryView;
  stop(): Promise<void>;
}

export async function startGateway(
  config: GatewayConfig,
  dependencies: { log: Logger; clock?: Clock },
): Promise<Gateway> {
  const { log, clock = systemClock } = dependencies;
  const directory = await followDirectory({
    address: config.directoryAddress,
    token: config.internalToken,
    file: config.directoryFile,
    log,
  });
  const audit = startCallAudit({
    file: config.auditFile ?? `${config.directoryFile}.audit`,
    address: config.directoryAddress,
    token: config.internalToken,
    clock,
    log,
  });
  const edge = makeEdge({ config, log, clock, directory, audit });
  const metrics = handOverMetrics({
    ...edge,
    address: config.directoryAddress,
    token: config.internalToken,
  });
  const clients = new Map<Connection, ClientConnection>();
  const recheck = (): void => recheckRights(edge, clients);
  directory.onChange = (view) => {
    log.info({ version: view.version, namespaces: view.namespaces.size }, "directory changed");
    edge.cells.keepOnly(view);
    edge.budgets.keepOnly(view.namespaces);
    recheck();
  };
  const timer = setInterval(recheck, GATEWAY_LIMITS.recheckMs);
  const listener = await listenForTenants({ config, edge, clients });
  const internal = await startInternal({ config, edge, directory, clients });
  return {
    address: listener.address,
    internalAddress: internal?.address,
    get view() {
      return directory.view;
    },
    stop: async () => {
      clearInterval(timer);
      await listener.stop(GATEWAY_LIMITS.stopGraceMs);
      await audit.stop();
      await metrics.stop();
      await directory.stop();
      edge.cells.close();
      await internal?.stop();
    },
  };
}

function makeEdge(parts: {
  config: GatewayConfig;
  log: Logger;
  clock: Clock;
  directory: DirectoryFollower;
  audit: CallAudit;
}): Edge {
  const { config, log, clock, directory, audit } = parts;
  const local = healthTable(() => directory.view.version !== "");
  const serve = serveUnary({
    table: local,
    clock,
    onBug: (error, path) => log.error({ err: error, path }, "a call failed unexpectedly"),
  });
  return {
    clock,
    log,
    view: () => directory.view,
    methods: methodTable(),
    tokens: new TokenVerifier(clock, config.internalToken),
    failures: new FailedAttempts(),
    budgets: new RequestBudgets(),
    grantUses: new GrantUses(`${config.directoryFile}.grants`, clock.now()),
    cells: new Cells(),
    paths: new ConnectionPaths(config.trustedProxies),
    metrics: new Metrics(),
    tallies: new CallTallies(clock.now()),
    audit,
    internalToken: config.internalToken,
    namespaceDomain: config.namespaceDomain,
    serveLocally: (path: string, stream: Stream, connection: Connection) => {
      if (!local.has(path)) return false;
      serve(stream, connection);
      return true;
    },
    calls: new Set(),
  };
}

function listenForTenants(parts: {
  config: GatewayConfig;
  edge: Edge;
  clients: Map<Connection, ClientConnection>;
}): Promise<Listener> {
  const { config, edge, clients } = parts;
  const admission = new Admission(config);
  const door = createHttpDoor(edge);
  return listen({
    address: config.listenAddress,
    limits: STRANGER_LIMITS,
    http: door,
    tls: {
      cert: readFileSync(config.tlsCertFile),
      key: readFileSync(config.tlsKeyFile),
      // The client's certificate is asked for and taken as it is: our own code judges it, per namespace.
      requestCert: true,
      rejectUnauthorized: false,
    },
    prepare: edge.paths.prepare,
    admit: (socket: Socket) => {
      const isAdmitted = admission.admit(socket, edge.paths.pathOf(socket).address);
      if (!isAdmitted) edge.metrics.connectionRefused();
      return isAdmitted;
    },
    onConnection: (connection) => {
      clients.set(connection, {
        connection,
        ...newClient(connection.socket, edge.paths.pathOf(connection.socket)),
      });
    },
    onClosed: (connection) => clients.delete(connection),
    onStream: (stream, connection, headers) => {
      const client = clients.get(connection);
      if (client !== undefined) acceptStream({ stream, headers, client, edge, door });
    },
  });
}

/** Ends what has lost its right: on every change of the directory, and every now and then because times run out. */
function recheckRights(edge: Edge, clients: ReadonlyMap<Connection, ClientConnection>): void {
  const view = edge.view();
  const now = edge.clock.now();
  for (const call of [...edge.calls]) call.recheck(view, now);
  for (const client of [...clients.values()]) {
    const { leaf } = client.peer.certificates;
    if (leaf === undefined || client.namespaces.size === 0 || client.connection.streams.size > 0) continue;
    const hasRight = [...client.namespaces].some((name) => {
      const namespace = view.namespaces.get(name);
      return (
        namespace !== undefined &&
        (namespace.apiKeyEnabled || acceptsCertificate(client.peer, namespace, now))
      );
    });
    if (!hasRight) client.connection.drain();
  }
}

async function startInternal(parts: {
  config: GatewayConfig;
  edge: Edge;
  directory: DirectoryFollower;
  clients: ReadonlyMap<Connection, ClientConnection>;
}): Promise<InternalEndpoint | undefined> {
  const { config, edge, directory, clients } = parts;
  if (config.internalListenAddress === undefined) return undefined;
  return startInternalEndpoint(config.internalListenAddress, {
    isReady: () => directory.view.version !== "",
    metrics: () =>
      edge.metrics.text({
        connections: clients.size,
        namespaces: directory.view.namespaces.size,
        audited_calls_waiting: edge.audit.waiting,
        directory_made_at_seconds: directory.view.madeAtMs / 1000,
      }),
  });
}
