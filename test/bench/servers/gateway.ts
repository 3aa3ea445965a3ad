// A gateway as production runs it, in front of a cell that answers only to it, with one namespace that takes client
// certificates and API keys. The directory is served from here.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "#harness/ports";
import { startProcess } from "#harness/process";
import { Authority, serverIdentity, type Identity } from "../../gateway/authority.ts";
import { FakeDirectory, INTERNAL_TOKEN, sha256Hex, signingKey, signToken } from "../../gateway/world.ts";
import { startCell, type CellUnderLoad } from "./cell.ts";

const ACCOUNT = "bench";
const HOUR_MS = 3_600_000;
const CELL_ID = "cell-1";

export interface GatewayUnderLoad {
  readonly cell: CellUnderLoad;
  /** What the cell takes from whoever calls it past the gateway. */
  readonly internalToken: string;
  readonly address: string;
  readonly pid: number;
  /** Of its server certificate, whose name is localhost. */
  readonly ca: string;
  readonly client: Identity;
  readonly apiKey: string;
  stop(): Promise<void>;
}

export async function startGateway(): Promise<GatewayUnderLoad> {
  const cell = await startCell({ environment: { CELLPLANE_INTERNAL_TOKEN: INTERNAL_TOKEN } });
  const folder = mkdtempSync(join(tmpdir(), "cellplane-bench-gateway-"));
  const server = await serverIdentity();
  writeFileSync(join(folder, "cert.pem"), server.cert);
  writeFileSync(join(folder, "key.pem"), server.key);
  const authority = await Authority.root("CN=Bench CA");
  const directory = new FakeDirectory();
  await directory.start();
  const apiKey = await fillDirectory(directory, cell, authority);
  const address = `127.0.0.1:${await freePort()}`;
  const gateway = await startProcess("gateway", {
    CELLPLANE_LISTEN_ADDRESS: address,
    CELLPLANE_TLS_CERT_FILE: join(folder, "cert.pem"),
    CELLPLANE_TLS_KEY_FILE: join(folder, "key.pem"),
    CELLPLANE_DIRECTORY_ADDRESS: directory.address,
    CELLPLANE_DIRECTORY_FILE: join(folder, "directory.bin"),
    CELLPLANE_INTERNAL_TOKEN: INTERNAL_TOKEN,
    CELLPLANE_LOG_LEVEL: "warn",
  });
  return {
    cell,
    internalToken: INTERNAL_TOKEN,
    address,
    pid: gateway.pid,
    ca: server.ca,
    client: await authority.issue(),
    apiKey,
    stop: async () => {
      await gateway.stop();
      await directory.stop();
      await cell.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One namespace, one principal who may do all in it. Returns the principal's API key. */
async function fillDirectory(
  directory: FakeDirectory,
  cell: CellUnderLoad,
  authority: Authority,
): Promise<string> {
  const key = await signingKey("bench-key");
  const token = await signToken(key, { jti: "bench-api-key", sub: "bench-principal" });
  directory.change((content) => {
    content.cells = [{ cellId: CELL_ID, address: cell.address, driver: "embedded" }];
    content.namespaces = [
      {
        name: cell.namespace,
        namespaceId: cell.namespace,
        accountId: ACCOUNT,
        cellId: CELL_ID,
        mtlsEnabled: true,
        apiKeyEnabled: true,
        acceptedClientCa: Buffer.from(authority.pem),
      },
    ];
    content.principals = [
      { principalId: "bench-principal", accountId: ACCOUNT, allNamespacesPermission: "admin" },
    ];
    content.apiKeys = [
      {
        keyId: "bench-api-key",
        tokenSha256: sha256Hex(token),
        principalId: "bench-principal",
        expiresAtMs: Date.now() + HOUR_MS,
      },
    ];
    content.signingKeys = [{ keyId: key.keyId, publicJwk: key.publicJwk }];
  });
  return token;
}
