// The TLS port: HTTP/2 and HTTP/1.1 by ALPN on one address. Clients prove who they are by key or session, never by
// certificate here, and no session ticket outlives a connection.
import { constants } from "node:crypto";
import tls from "node:tls";
import { connectionsMax, tlsHandshakeTimeoutMs } from "../limits.ts";
import { listen, type Port } from "./port.ts";
import type { ProtocolServers } from "./protocol-servers.ts";

export interface TlsIdentity {
  /** PEM. */
  certificate: string;
  key: string;
}

export function openTlsPort(address: string, identity: TlsIdentity, servers: ProtocolServers): Promise<Port> {
  const server = tls.createServer(
    {
      cert: identity.certificate,
      key: identity.key,
      minVersion: "TLSv1.2",
      ALPNProtocols: ["h2", "http/1.1"],
      handshakeTimeout: tlsHandshakeTimeoutMs,
      secureOptions: constants.SSL_OP_NO_TICKET | constants.SSL_OP_NO_RENEGOTIATION,
      noDelay: true,
    },
    (socket) => {
      socket.on("error", () => socket.destroy());
      servers.accept(socket, socket.alpnProtocol === "h2" ? "h2" : "http/1.1");
    },
  );
  server.maxConnections = connectionsMax;
  server.on("tlsClientError", (_, socket) => socket.destroy());
  return listen(server, address);
}
