// Who is on the other side of a connection and of a stream: the certificates the client showed in its handshake, and
// the bearer token of each call. It only reads them; what they are worth is decided per namespace in authorize.ts.
import type { Socket } from "node:net";
import { TLSSocket, type DetailedPeerCertificate } from "node:tls";
import { readPkiCertificate, type PkiCertificate } from "#shared/pki-certificate";
import type { ChainVerdict } from "#shared/pki-verify";
import type { ConnectionPath } from "../connectivity/connection-path.ts";
import type { NamespaceRecord } from "../directory/directory-view.ts";
import { badApiKey, type TokenClaims } from "./verify-token.ts";

const PEER_CERTIFICATES_MAX = 8;

/** What a client showed in its handshake. `refusal` when its certificates cannot be read. */
export interface PeerCertificates {
  leaf: PkiCertificate | undefined;
  intermediates: readonly PkiCertificate[];
  refusal: string | undefined;
}

/** Per connection: read once, judged once per state of a namespace's record. */
export interface PeerIdentity {
  readonly certificates: PeerCertificates;
  /** Lower-case SNI name, or "". */
  readonly serverName: string;
  readonly path: ConnectionPath;
  readonly verdicts: WeakMap<NamespaceRecord, ChainVerdict>;
}

/** Who makes one call: the connection's certificate and, if given, the call's verified token. */
export interface Caller {
  readonly peer: PeerIdentity;
  readonly token: TokenClaims | undefined;
}

export function peerIdentityOf(socket: Socket, path: ConnectionPath): PeerIdentity {
  const isTls = socket instanceof TLSSocket;
  // Node types servername as string | false on the server side only.
  const serverName = isTls ? (socket as unknown as { servername?: string | false }).servername : undefined;
  return {
    certificates: isTls ? peerCertificatesOf(socket) : NO_CERTIFICATES,
    serverName: typeof serverName === "string" ? serverName.toLowerCase() : "",
    path,
    verdicts: new WeakMap(),
  };
}

const NO_CERTIFICATES: PeerCertificates = { leaf: undefined, intermediates: [], refusal: undefined };

function peerCertificatesOf(socket: TLSSocket): PeerCertificates {
  const first = socket.getPeerCertificate(true) as Partial<DetailedPeerCertificate>;
  const ders: Buffer[] = [];
  for (let current: Partial<DetailedPeerCertificate> | undefined = first; ;) {
    if (current?.raw === undefined || ders.length >= PEER_CERTIFICATES_MAX) break;
    if (ders.some((der) => current?.raw !== undefined && der.equals(current.raw))) break;
    ders.push(current.raw);
    current = current.issuerCertificate;
  }
  try {
    const [leaf, ...intermediates] = ders.map(readPkiCertificate);
    return { leaf, intermediates, refusal: undefined };
  } catch {
    // OpenSSL could read it and we cannot: it is presented, and it is refused.
    return { leaf: undefined, intermediates: [], refusal: "cannot be read" };
  }
}

/** By which path the caller came: for somebody at the console, that of the browser and not the api's. */
export function pathOf({ peer, token }: Caller): ConnectionPath {
  return token?.kind === "console" ? token.path : peer.path;
}

export function takesToken(namespace: NamespaceRecord, token: TokenClaims): boolean {
  return token.kind === "console" || namespace.apiKeyEnabled;
}

/** Who calls, in the words of approvals: by the credential that gave the right on the namespace (see authorize.ts). */
export function callerName({ peer, token }: Caller, namespace: NamespaceRecord): string {
  if (token !== undefined && takesToken(namespace, token)) return `principal:${token.principalId}`;
  return `certificate:${peer.certificates.leaf?.fingerprint ?? ""}`;
}

/** The token of `authorization: Bearer <token>`; undefined when the header is absent. Errors: UNAUTHENTICATED. */
export function bearerTokenOf(authorization: string | undefined): string | undefined {
  if (authorization === undefined) return undefined;
  const match = /^Bearer ([A-Za-z0-9._~+/=-]+)$/i.exec(authorization);
  if (match?.[1] === undefined) throw badApiKey("not a bearer token");
  return match[1];
}
