// A small HTTP endpoint for operators on its own address: /ready and /metrics. Tenants must not reach it.
import { createServer } from "node:http";

export interface InternalEndpoint {
  readonly address: string;
  stop(): Promise<void>;
}

interface Answers {
  isReady: () => boolean;
  metrics: () => string;
}

export async function startInternalEndpoint(address: string, answers: Answers): Promise<InternalEndpoint> {
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 10_000 }, (request, response) => {
    const route = `${request.method ?? ""} ${request.url ?? ""}`;
    response.setHeader("content-type", "text/plain; charset=utf-8");
    if (route === "GET /metrics") return response.end(answers.metrics());
    if (route !== "GET /ready") {
      response.statusCode = 404;
      return response.end("not found\n");
    }
    const isReady = answers.isReady();
    response.statusCode = isReady ? 200 : 503;
    response.end(isReady ? "ready\n" : "no directory yet\n");
  });
  const colon = address.lastIndexOf(":");
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(Number(address.slice(colon + 1)), address.slice(0, colon), () => resolve());
  });
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  return {
    address: `${address.slice(0, colon)}:${String(port)}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
