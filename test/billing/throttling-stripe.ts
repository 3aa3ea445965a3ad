// A proxy before the emulator that refuses the first try of every meter event, by turns because there were too many calls
// and because the object is locked, and counts how many of them are under way at once.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface ThrottlingStripe {
  address: string;
  refused: number;
  /** The most meter events that were under way at one moment. */
  atOnceMax: number;
  stop(): void;
}

export async function startThrottling(emulator: string): Promise<ThrottlingStripe> {
  const seen = new Set<string>();
  let atOnce = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString();
      const isEvent = request.method === "POST" && request.url === "/v1/billing/meter_events";
      const identifier = new URLSearchParams(body).get("identifier") ?? "";
      if (isEvent && !seen.has(identifier)) {
        seen.add(identifier);
        told.refused += 1;
        const code = told.refused % 2 === 0 ? "lock_timeout" : "rate_limit";
        const error = { type: "invalid_request_error", code, message: "Too many requests." };
        response.writeHead(429, { "content-type": "application/json" }).end(JSON.stringify({ error }));
        return;
      }
      if (isEvent) told.atOnceMax = Math.max(told.atOnceMax, (atOnce += 1));
      const headers = new Headers();
      for (const name of ["authorization", "content-type", "idempotency-key"]) {
        const value = request.headers[name];
        if (typeof value === "string") headers.set(name, value);
      }
      const { method = "GET", url = "/" } = request;
      fetch(`http://${emulator}${url}`, { method, headers, body: method === "POST" ? body : null })
        .then(async (answered) => {
          response.writeHead(answered.status, { "content-type": "application/json" });
          response.end(await answered.text());
        })
        .catch(() => response.destroy())
        .finally(() => isEvent && (atOnce -= 1));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const told: ThrottlingStripe = {
    // A listening TCP server has an AddressInfo.
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    refused: 0,
    atOnceMax: 0,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return told;
}
