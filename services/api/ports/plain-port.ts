// The plaintext port: tells HTTP/2 with prior knowledge (gRPC clients without TLS) from HTTP/1.1 by the first bytes.
import net from "node:net";
import { sniffProtocol } from "#shared/sniff-protocol";
import { connectionsMax, sniffTimeoutMs } from "../limits.ts";
import { listen, type Port } from "./port.ts";
import type { ProtocolServers } from "./protocol-servers.ts";

export function openPlainPort(address: string, servers: ProtocolServers): Promise<Port> {
  const server = net.createServer({ noDelay: true }, (socket) =>
    sniffProtocol(socket, sniffTimeoutMs, (protocol) => servers.accept(socket, protocol)),
  );
  server.maxConnections = connectionsMax;
  return listen(server, address);
}
