// Puts the transports together over one operation table: Fastify for HTTP, the gRPC server, and the two ports.
import type { UnaryTable } from "#shared/grpc";
import type { Ids } from "#shared/ids";
import { joinTable, PUBLIC_SERVICES, type MountedOperation } from "./calls/operation-table.ts";
import { operationRunner, type CallPorts, type RunOperation } from "./calls/run-operation.ts";
import { healthHandlers } from "./grpc/health.ts";
import { unaryHandlers } from "./grpc/handlers.ts";
import { operationHandlers } from "./grpc/operation-handlers.ts";
import { tcldHandlers } from "./tcld/handlers.ts";
import { reflectionHandlers } from "./grpc/reflection.ts";
import { serveGrpcStream } from "./grpc/serve-stream.ts";
import { stopGraceMs } from "./limits.ts";
import type { Operation } from "./operations/operation.ts";
import { openPlainPort } from "./ports/plain-port.ts";
import type { Port } from "./ports/port.ts";
import { createProtocolServers } from "./ports/protocol-servers.ts";
import { openTlsPort, type TlsIdentity } from "./ports/tls-port.ts";
import { createHttpApp, type HttpApp } from "./rest/http-app.ts";
import { mountOperations } from "./rest/operation-routes.ts";

export interface ApiServerOptions {
  operations: readonly Operation[];
  ports: CallPorts & { ids: Ids };
  publicUrl: string;
  listenAddress: string;
  tls?: TlsIdentity & { listenAddress: string };
  /** Unary gRPC handlers beside the operation table, such as the directory. */
  internal?: UnaryTable;
  /** Runs rows of the table when nobody calls, until the server stops. */
  follow?: (table: readonly MountedOperation[]) => { stop(): Promise<void> };
  /** Mounts what is not an operation: pages and webhooks. */
  mount?: (
    app: HttpApp,
    operations: { table: readonly MountedOperation[]; run: RunOperation },
  ) => Promise<void>;
}

export interface ApiServer {
  /** "host:port" of the plaintext port. */
  readonly address: string;
  readonly tlsAddress: string | undefined;
  stop(): Promise<void>;
}

export async function startApiServer(options: ApiServerOptions): Promise<ApiServer> {
  const { ports } = options;
  const table = joinTable(options.operations);
  const run = operationRunner(ports);
  const app = await createHttpApp({ ...ports, publicUrl: options.publicUrl });
  mountOperations(app, table, run, { publicUrl: options.publicUrl });
  await options.mount?.(app, { table, run });
  await app.fastify.ready();
  let isServing = true;
  const handlers = new Map([
    ...unaryHandlers([
      ...operationHandlers(table, run),
      ...tcldHandlers(table, run),
      ...(options.internal ?? []),
    ]),
    ...healthHandlers(PUBLIC_SERVICES, () => isServing),
    ...reflectionHandlers(PUBLIC_SERVICES),
  ]);
  const servers = createProtocolServers(
    app.http1,
    app.listener,
    (stream, headers) => void serveGrpcStream({ ...ports, handlers }, stream, headers),
  );
  const open: Port[] = [await openPlainPort(options.listenAddress, servers)];
  if (options.tls !== undefined)
    open.push(await openTlsPort(options.tls.listenAddress, options.tls, servers));
  const background = options.follow?.(table);
  return {
    address: open[0]?.address ?? "",
    tlsAddress: open[1]?.address,
    async stop() {
      isServing = false;
      for (const port of open) port.close();
      await background?.stop();
      await servers.close(stopGraceMs);
      await app.fastify.close();
    },
  };
}
