// GET /health: where the reading of each source stands, for the supervisor and for people. No usage is served here.
import { createServer } from "node:http";
import type { Pool } from "#shared/postgres";

export interface StatusServer {
  stop(): Promise<void>;
}

interface SourceStatus {
  source: string;
  revision: string;
  completeUntil: Date;
  readAt: Date;
}

export async function startStatusServer(address: string, pool: Pool): Promise<StatusServer> {
  const separator = address.lastIndexOf(":");
  const server = createServer((request, response) => {
    if (request.method !== "GET" || request.url !== "/health") {
      response.writeHead(404, { "content-type": "application/json" });
      response.end('{"error":"only GET /health is served here"}');
      return;
    }
    readStatus(pool).then(
      (sources) => {
        response.writeHead(200, { "content-type": "application/json" });
        response.end(JSON.stringify({ sources }));
      },
      () => {
        response.writeHead(503, { "content-type": "application/json" });
        response.end('{"error":"the usage database does not answer"}');
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(Number(address.slice(separator + 1)), address.slice(0, separator), resolve);
  });
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readStatus(pool: Pool): Promise<SourceStatus[]> {
  const { rows } = await pool.query<SourceStatus>(
    `select source, revision::text as revision, complete_until as "completeUntil", read_at as "readAt"
     from sources where active order by source`,
  );
  return rows;
}
