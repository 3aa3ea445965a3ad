// A real LDAP server (ldapjs) for tests: a small company over TLS, and the same behind StartTLS.
import {
  createServer as createTcpServer,
  connect,
  type AddressInfo,
  type Server,
  type Socket,
} from "node:net";
import { createServer as createTlsServer, TLSSocket } from "node:tls";
import { createServer as createLdapServer, InvalidCredentialsError } from "ldapjs";

export const BIND = { dn: "cn=cellplane,dc=corp,dc=example", password: "a password of this directory" };

export interface DirectoryEntry {
  dn: string;
  attributes: Record<string, string | string[]>;
}

/** What ldapjs hands to a server, as far as it is used here: its types do not tell. */
interface Asked {
  dn: { toString(): string };
  credentials: string;
  filter: { toString(): string; matches(attributes: object): boolean };
}
interface Answering {
  send(entry: DirectoryEntry): void;
  end(): void;
}
type Next = (error?: object) => void;

export interface LdapServer {
  port: number;
  /** Filters of the searches so far, as the server understood them. */
  filters: string[];
  /** Away: connections are refused. Silent: they are taken and never answered. */
  become(state: "here" | "silent"): void;
  stop(): Promise<void>;
}

/** `tls` is the server's certificate and key; `startTls` begins in clear. */
export async function startLdapServer(options: {
  entries: readonly DirectoryEntry[];
  tls: { cert: string; key: string };
  startTls?: boolean;
}): Promise<LdapServer> {
  const filters: string[] = [];
  const sockets = new Set<Socket>();
  let isSilent = false;
  const plain = await listen(ldapOver(options.entries, filters));
  const pipeTo = (secured: Socket): void => {
    const inner = connect(plain.port, "127.0.0.1");
    for (const socket of [secured, inner]) socket.on("error", () => undefined);
    secured.pipe(inner).pipe(secured);
  };
  const front: Server =
    options.startTls === true
      ? createTcpServer((socket) => {
          socket.on("error", () => undefined);
          socket.once("data", (first: Buffer) => upgrade(socket, first, options.tls, pipeTo));
        })
      : createTlsServer({ ...options.tls }, (socket) => (isSilent ? undefined : pipeTo(socket)));
  front.on("connection", (socket: Socket) => sockets.add(socket));
  front.on("tlsClientError", () => undefined);
  await new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve));
  return {
    port: (front.address() as AddressInfo).port,
    filters,
    become: (state) => {
      isSilent = state === "silent";
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => front.close(resolve));
      await plain.stop();
    },
  };
}

/** Answers the request to begin TLS (RFC 4511, 4.14) and goes on inside it. */
function upgrade(
  socket: Socket,
  first: Buffer,
  tls: { cert: string; key: string },
  pipeTo: (socket: Socket) => void,
): void {
  const messageId = first[4] ?? 1;
  socket.write(
    Buffer.from([0x30, 0x0c, 0x02, 0x01, messageId, 0x78, 0x07, 0x0a, 0x01, 0x00, 0x04, 0x00, 0x04, 0x00]),
  );
  const secured = new TLSSocket(socket, { isServer: true, ...tls });
  secured.on("error", () => undefined);
  pipeTo(secured);
}

function ldapOver(
  entries: readonly DirectoryEntry[],
  filters: string[],
): ReturnType<typeof createLdapServer> {
  const server = createLdapServer();
  server.bind("dc=example", (request: Asked, response: Answering, next: Next) => {
    const isRight = request.dn.toString() === BIND.dn && request.credentials === BIND.password;
    if (!isRight) return next(new InvalidCredentialsError());
    response.end();
    return next();
  });
  server.search("dc=example", (request: Asked, response: Answering, next: Next) => {
    filters.push(request.filter.toString());
    for (const entry of entries) {
      const isBelow = entry.dn.endsWith(request.dn.toString());
      if (isBelow && request.filter.matches(entry.attributes)) response.send(entry);
    }
    response.end();
    return next();
  });
  return server;
}

async function listen(
  server: ReturnType<typeof createLdapServer>,
): Promise<{ port: number; stop(): Promise<void> }> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: Number(new URL(server.url).port),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
