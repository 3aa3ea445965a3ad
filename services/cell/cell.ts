// Puts a cell together and takes it apart: store, writer's lock, engine, server. Wiring only.
import { fileURLToPath } from "node:url";
import type { Clock } from "#shared/clock";
import { createReflection, createTemporalDoor, REFLECTION_PATHS } from "#contracts";
import { INTERNAL_LIMITS, listenUnary } from "#wire";
import type { StreamHandler, StreamTable, UnaryTable } from "#shared/grpc";
import type { HttpDoor } from "#shared/http";
import { CloudError } from "#shared/errors";
import { requireBearer } from "#shared/grpc-auth";
import { healthTable, healthWatchTable } from "#shared/grpc-health";
import { startGrpcServer } from "#shared/grpc-server";
import type { Ids } from "#shared/ids";
import type { Logger } from "#shared/log";
import { applyMigrations } from "#shared/migrations";
import { createPool } from "#shared/postgres";
import type { RunningProcess } from "#shared/process";
import type { CellConfig } from "./config.ts";
import type { Reach } from "./failpoints.ts";
import { controlTable } from "./control/index.ts";
import { startEngine } from "./start-engine.ts";
import { becomeWriter, connectWriter, type WriterConnection } from "./journal/writer-connection.ts";
import { createNexusDoor, type NexusDoor } from "./nexus/http/nexus-door.ts";
import { rpcTable } from "./rpc/index.ts";
import { OPERATOR_SERVICE, WORKFLOW_SERVICE } from "./rpc/operation.ts";

const READ_CONNECTIONS_MAX = 4;
/** Lookups that come while one is under way share the next: more connections would make smaller batches. */
const LOOKUP_CONNECTIONS_MAX = 2;
const READ_TIMEOUT_MS = 15_000;
const STOP_GRACE_MS = 2_000;
const CONTROL_SERVICE = "cellplane.cell.v1.CellControlService";

export interface CellPorts {
  clock: Clock;
  ids: Ids;
  log: Logger;
  /** Says that a place of failpoints.ts is reached; absent outside of tests. */
  reach?: Reach | undefined;
  /** The process can no longer be the writer and must end. */
  onFatal: (reason: string) => void;
  /** Told when another process is the writer and this one has to wait. */
  onStandby?: () => void;
}

export interface RunningCell extends RunningProcess {
  /** host:port, with the real port. */
  readonly address: string;
}

export async function startCell(config: CellConfig, ports: CellPorts): Promise<RunningCell> {
  const pool = createPool(config.databaseUrl, {
    connectionsMax: READ_CONNECTIONS_MAX,
    statementTimeoutMs: READ_TIMEOUT_MS,
    applicationName: "cellplane-cell-reader",
  });
  const lookups = createPool(config.databaseUrl, {
    connectionsMax: LOOKUP_CONNECTIONS_MAX,
    statementTimeoutMs: READ_TIMEOUT_MS,
    applicationName: "cellplane-cell-lookup",
    isForLookups: true,
  });
  await applyMigrations(pool, fileURLToPath(new URL("./store/migrations", import.meta.url)));
  const connect = (): Promise<WriterConnection> => connectWriter(config.databaseUrl);
  const { reach } = ports;
  const writer = await becomeWriter(connect, ports.ids.uuid(), () => {
    ports.log.info("another process writes: standing by");
    ports.onStandby?.();
  });
  reach?.("writer.epoch-begun");
  const running = await startEngine(config, ports, { pool, lookups, writer, connect });
  const { engine } = running;
  const inner = new Map([...rpcTable(engine), ...controlTable(engine)]);
  const services = [WORKFLOW_SERVICE, OPERATOR_SERVICE, CONTROL_SERVICE];
  const guarded = config.internalToken === undefined ? inner : requireBearer(inner, config.internalToken);
  const isServing = (): boolean => !engine.stopping.aborted && engine.journal.recovery === undefined;
  const server = await startServer(config, ports, {
    http: withNexus(httpDoor(guarded, ports), createNexusDoor(engine, config.internalToken)),
    table: new Map([...guarded, ...healthTable(services, isServing)]),
    streams: new Map([...healthWatchTable(services, isServing), ...reflectionTable(services)]),
  });
  ports.log.info({ address: server.address, epoch: engine.journal.epoch }, "serving");
  return {
    address: server.address,
    stop: async () => {
      running.beginStop();
      await server.stop(STOP_GRACE_MS);
      await running.stop();
      await Promise.all([pool.end(), lookups.end()]);
    },
  };
}

/** Reflection shows the public descriptors and nothing of this cell, so it asks for no token. */
function reflectionTable(services: readonly string[]): StreamTable {
  const reflect = createReflection(services);
  const handler: StreamHandler = (reply) => ({
    message: (question) => reply.send(reflect(question)),
    finished: () => reply.end(),
    closed: () => undefined,
  });
  return new Map(REFLECTION_PATHS.map((path) => [path, handler]));
}

/** Temporal's HTTP API on the same calls. */
function httpDoor(table: UnaryTable, { clock, log }: CellPorts): HttpDoor {
  return createTemporalDoor({
    services: [WORKFLOW_SERVICE, OPERATOR_SERVICE],
    clock,
    call: (call, request) => {
      const handler = table.get(call.path);
      if (handler === undefined) throw new CloudError("UNIMPLEMENTED", `There is no method ${call.path}.`);
      return handler(call, request);
    },
    onBug: (error, path) => log.error({ err: error, path }, "an HTTP call failed unexpectedly"),
  });
}

function withNexus(api: HttpDoor, nexus: NexusDoor): HttpDoor {
  return {
    answer: (request) => (nexus.serves(request.path) ? nexus : api).answer(request),
    refuse: (error) => api.refuse(error),
  };
}

/** The same tables on two transports; HTTP/JSON on wire only. */
function startServer(
  config: CellConfig,
  { clock, log }: CellPorts,
  { table, streams, http }: { table: UnaryTable; streams: StreamTable; http: HttpDoor },
): Promise<{ address: string; stop(graceMs: number): Promise<void> }> {
  const address = config.listenAddress;
  if (config.transport === "grpc-js") return startGrpcServer({ address, table, streams, log });
  return listenUnary({
    address,
    table,
    streams,
    http,
    clock,
    limits: INTERNAL_LIMITS,
    onBug: (error, path) => log.error({ err: error, path }, "a call failed unexpectedly"),
  });
}
