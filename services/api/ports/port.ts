// A listening address: opened, told with its real port, and closed to new connections.
import type net from "node:net";

export interface Port {
  /** "host:port" with the port that was given by the system when 0 was asked for. */
  readonly address: string;
  /** Takes no new connections. */
  close(): void;
}

/** Listens on "host:port". Rejects when the address is taken. */
export function listen(server: net.Server, address: string): Promise<Port> {
  const at = address.lastIndexOf(":");
  const host = address.slice(0, at);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port: Number(address.slice(at + 1)) }, () => {
      server.off("error", reject);
      // What fails later is one connection's trouble, such as too many open files, not the port's end.
      server.on("error", () => undefined);
      const bound = server.address();
      const port = typeof bound === "object" && bound !== null ? bound.port : 0;
      resolve({ address: `${host}:${port}`, close: () => void server.close() });
    });
  });
}
