// Temporal's own server on PostgreSQL, as its manual sets it up: rate limits lifted, all else default.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { startTemporalProcess } from "#harness/temporal-process";
import { startDatabase, type BenchDatabase } from "./database.ts";
import { freeLowPort } from "./low-port.ts";
import type { ServerUnderLoad } from "./server.ts";
import type { TemporalBinaries } from "./temporal-binaries.ts";

const CONNECTIONS = { main: 20, visibility: 4 };
const UNLIMITED = 1_000_000;
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
  const database = await startDatabase();
  await makeSchema(binaries.sql, database);
  const temporal = await startTemporalProcess({
    binary: binaries.server,
    stores: {
      main: storeIn(database, "temporal", CONNECTIONS.main),
      visibility: storeIn(database, "temporal_visibility", CONNECTIONS.visibility),
    },
    settings: Object.fromEntries(LIFTED_LIMITS.map((key) => [key, UNLIMITED])),
    freePort: freeLowPort,
  }).catch(async (error: unknown) => {
    await database.stop();
    throw error;
  });
  return {
    name: "temporal",
    address: temporal.address,
    namespace: temporal.namespace,
    watched: { server: temporal.pid, database: database.pid },
    stop: async () => {
      await temporal.stop();
      await database.stop();
    },
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

function storeIn({ host, port, password }: BenchDatabase, databaseName: string, connections: number): object {
  return {
    pluginName: "postgres12",
    databaseName,
    connectAddr: `${host}:${port}`,
    connectProtocol: "tcp",
    user: "postgres",
    password,
    maxConns: connections,
    maxIdleConns: connections,
    maxConnLifetime: "1h",
  };
}
