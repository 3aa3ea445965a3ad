// The API as it runs, a gateway that follows its directory, and a cell that writes down what reaches it.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { codecOf } from "#contracts";
import { touchDirectory } from "#domain/directory";
import { eventually } from "#harness/eventually";
import { freePort } from "#harness/ports";
import type { Prisma } from "#prisma";
import { CloudError } from "#shared/errors";
import type { UnaryCall, UnaryHandler } from "#shared/grpc";
import { requireBearer } from "#shared/grpc-auth";
import { startGrpcServer, type GrpcServer } from "#shared/grpc-server";
import { createLogger } from "#shared/log";
import { gatewayConfig } from "../../services/gateway/config.ts";
import { startGateway, type Gateway } from "../../services/gateway/gateway.ts";
import { serverIdentity } from "../gateway/authority.ts";
import { call, INTERNAL_TOKEN, startRealApi, type Person, type RealApi } from "./real-api.ts";

const SERVICE = "temporal.api.workflowservice.v1";
const log = createLogger({ process: "test", level: "silent" });

export interface Reached {
  method: string;
  request: Record<string, unknown>;
  call: UnaryCall;
}

export interface RelayWorld {
  api: RealApi;
  gateway: Gateway;
  /** What reached the cell, in its order. */
  reached: Reached[];
  /** Stops the cell, and starts it again on the same port. */
  stopCell(): Promise<void>;
  startCell(): Promise<void>;
  stopGateway(): Promise<void>;
  /** A namespace that is served; gives its id. */
  namespace(as: Person, name: string, spec?: object): Promise<string>;
  /** What was changed by hand is known at the gateway. */
  follow(change: (tx: Prisma.TransactionClient) => Promise<unknown>): Promise<void>;
  stop(): Promise<void>;
}

export async function startRelayWorld(): Promise<RelayWorld> {
  const folder = mkdtempSync(join(tmpdir(), "cellplane-relay-"));
  const identity = await serverIdentity();
  writeFileSync(join(folder, "cert.pem"), identity.cert);
  writeFileSync(join(folder, "key.pem"), identity.key);
  const [gatewayPort, cellPort] = [await freePort(), await freePort()];
  const gatewayAddress = `127.0.0.1:${String(gatewayPort)}`;
  const cellAddress = `127.0.0.1:${String(cellPort)}`;
  const reached: Reached[] = [];
  let cell = await startCell(cellAddress, reached);
  const api = await startRealApi({
    CELLPLANE_GATEWAY_ADDRESS: gatewayAddress,
    CELLPLANE_TLS_CA: identity.ca,
  });
  const query = api.database.query;
  await query.cell.update({ where: { id: "cell-a" }, data: { address: cellAddress } });
  const gateway = await startGateway(
    gatewayConfig({
      CELLPLANE_LISTEN_ADDRESS: gatewayAddress,
      CELLPLANE_TLS_CERT_FILE: join(folder, "cert.pem"),
      CELLPLANE_TLS_KEY_FILE: join(folder, "key.pem"),
      CELLPLANE_DIRECTORY_ADDRESS: api.address,
      CELLPLANE_DIRECTORY_FILE: join(folder, "directory.bin"),
      CELLPLANE_INTERNAL_TOKEN: INTERNAL_TOKEN,
    }),
    { log },
  );
  let stopped: Promise<void> | undefined;
  /** Once: its files are closed then. */
  const stopGateway = (): Promise<void> => (stopped ??= gateway.stop());
  const follow: RelayWorld["follow"] = async (change) => {
    await api.database.transaction(async (tx) => {
      await change(tx);
      await touchDirectory(tx);
    });
    const { version } = await query.directoryVersion.findUniqueOrThrow({ where: { id: 1 } });
    await eventually(() => Number(gateway.view.version) >= Number(version), {
      what: "the directory at the gateway",
    });
  };
  return {
    ...{ api, gateway, reached, follow },
    stopCell: () => cell.stop(0),
    startCell: async () => {
      cell = await startCell(cellAddress, reached);
    },
    stopGateway,
    namespace: (as, name, spec = {}) => makeNamespace({ api, follow }, as, { name, ...spec }),
    stop: async () => {
      await stopGateway();
      await api.stop();
      await cell.stop(0);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function makeNamespace(
  { api, follow }: Pick<RelayWorld, "api" | "follow">,
  as: Person,
  given: object,
): Promise<string> {
  const spec = { regions: ["aws-us-east-1"], retentionDays: 7, apiKeyAuth: { enabled: true }, ...given };
  const made = await call(api, "POST", "/cloud/namespaces", { as, body: { spec } });
  if (made.status !== 200) throw new Error(JSON.stringify(made.body));
  const id = String(made.body["namespace"]);
  await follow(async (tx) => {
    const row = await tx.namespace.findUniqueOrThrow({ where: { id } });
    const appliedSpec = row.spec as Prisma.InputJsonObject;
    await tx.namespace.update({
      where: { id },
      data: { state: "ACTIVE", asyncOperationId: "", appliedSpec },
    });
  });
  return id;
}

/** Answers what the tests ask for; polls hang until their caller goes. */
function startCell(address: string, reached: Reached[]): Promise<GrpcServer> {
  const codec = (type: string): ReturnType<typeof codecOf<object>> => codecOf<object>(`${SERVICE}.${type}`);
  const handler =
    (method: string, answer: (request: Record<string, unknown>) => object | Promise<object>): UnaryHandler =>
    async (unaryCall, bytes) => {
      const request = codec(`${method}Request`).decode(bytes) as Record<string, unknown>;
      reached.push({ method, request, call: unaryCall });
      return codec(`${method}Response`).encode(await answer(request));
    };
  const rows: [string, (request: Record<string, unknown>) => object | Promise<object>][] = [
    ["ListWorkflowExecutions", () => ({ executions: [{ execution: { workflowId: "w", runId: "r" } }] })],
    ["SignalWorkflowExecution", () => ({})],
    ["TerminateWorkflowExecution", () => ({})],
    ["QueryWorkflow", ({ query }) => ({ queryResult: (query as { queryArgs: object }).queryArgs })],
    ["CountWorkflowExecutions", () => Promise.reject(new CloudError("INVALID_ARGUMENT", "bad query"))],
    ["DescribeTaskQueue", () => Promise.reject(new CloudError("UNAUTHENTICATED", "no such token"))],
  ];
  const table = new Map<string, UnaryHandler>(
    rows.map(([method, answer]) => [`/${SERVICE}.WorkflowService/${method}`, handler(method, answer)]),
  );
  table.set(`/${SERVICE}.WorkflowService/GetWorkflowExecutionHistory`, (unaryCall, bytes) => {
    const request = codec("GetWorkflowExecutionHistoryRequest").decode(bytes) as Record<string, unknown>;
    reached.push({ method: "GetWorkflowExecutionHistory", request, call: unaryCall });
    return new Promise((_, reject) => {
      unaryCall.signal.addEventListener("abort", () => reject(new CloudError("CANCELLED", "gone")));
    });
  });
  return startGrpcServer({ address, table: requireBearer(table, INTERNAL_TOKEN), log });
}

export interface Relayed {
  status: number;
  body: Record<string, unknown>;
  headers: http.IncomingHttpHeaders;
}

export interface Ask {
  as?: Person;
  headers?: Record<string, string>;
  /** Instead of the request as JSON. */
  raw?: string | Buffer;
  /** Where the browser is: all of 127.0.0.0/8 is this machine. */
  localAddress?: string;
}

/** One call as the console makes it; `gone` ends the connection before the answer. */
export function relay(
  { api }: Pick<RelayWorld, "api">,
  method: string,
  request: object,
  ask: Ask = {},
): Promise<Relayed> & { leave(): void } {
  const { as, headers, localAddress } = ask;
  const outgoing = http.request(`${api.url}/api/v1/workflow-service/${method}`, {
    method: "POST",
    agent: false,
    ...(localAddress === undefined ? {} : { localAddress }),
    headers: {
      "content-type": "application/json",
      ...(as === undefined ? {} : { cookie: as.cookie, "x-csrf-token": as.csrfToken }),
      ...headers,
    },
  });
  const answer = new Promise<Relayed>((resolve, reject) => {
    outgoing.once("error", reject);
    outgoing.once("response", (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (text += chunk));
      response.once("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: JSON.parse(text) as Record<string, unknown>,
        }),
      );
    });
  });
  outgoing.end(ask.raw ?? JSON.stringify(request));
  return Object.assign(answer, { leave: () => void outgoing.destroy() });
}
