// Everything that a counted action passes, as production runs it: a gateway, a cell, the usage process and a PostgreSQL of
// their own. Each can be killed at any moment, and is started again as a supervisor does.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import grpc from "@grpc/grpc-js";
import { delay } from "#shared/clock";
import { createGrpcClient, type GrpcClient } from "#shared/grpc-client";
import { eventually } from "#harness/eventually";
import { freePort } from "#harness/ports";
import { startProcess, type TestProcess } from "#harness/process";
import { OwnPostgres } from "../faults/own-postgres.ts";
import { serverIdentity } from "../gateway/authority.ts";
import { FakeDirectory, INTERNAL_TOKEN, sha256Hex, signingKey, signToken } from "../gateway/world.ts";

export const NAMESPACE = "shop.acme";
const CELL_ID = "cell-1";
const HOUR_MS = 3_600_000;

const PARTS = ["cell", "gateway", "usage"] as const;
type Part = (typeof PARTS)[number];
const SUPERVISION_MS = 100;
const RESTART_LIMIT_MS = 120_000;

export class KillWorld {
  readonly postgres: OwnPostgres;
  readonly #folder: string;
  readonly #directory: FakeDirectory;
  readonly #environments: Record<Part, Record<string, string>>;
  readonly #processes = new Map<Part, TestProcess>();
  readonly #client: GrpcClient;
  #isStopping = false;
  #supervising: Promise<unknown> | undefined;

  private constructor(
    parts: { postgres: OwnPostgres; folder: string; directory: FakeDirectory; client: GrpcClient },
    environments: Record<Part, Record<string, string>>,
  ) {
    this.postgres = parts.postgres;
    this.#folder = parts.folder;
    this.#directory = parts.directory;
    this.#client = parts.client;
    this.#environments = environments;
  }

  static async start(): Promise<KillWorld> {
    const postgres = await OwnPostgres.start();
    const folder = mkdtempSync(join(tmpdir(), "cellplane-usage-kills-"));
    const server = await serverIdentity();
    writeFileSync(join(folder, "cert.pem"), server.cert);
    writeFileSync(join(folder, "key.pem"), server.key);
    const directory = new FakeDirectory();
    await directory.start();
    const cellAddress = `127.0.0.1:${await freePort()}`;
    const gatewayPort = await freePort();
    const token = await fillDirectory(directory, cellAddress);
    const common = { CELLPLANE_INTERNAL_TOKEN: INTERNAL_TOKEN, CELLPLANE_LOG_LEVEL: "warn" };
    const database = { ...common, CELLPLANE_DATABASE_URL: postgres.url };
    const credentials = grpc.credentials.createSsl(Buffer.from(server.ca));
    const client = createGrpcClient(`localhost:${gatewayPort}`, { token, credentials });
    const world = new KillWorld(
      { postgres, folder, directory, client },
      {
        cell: { ...database, CELLPLANE_LISTEN_ADDRESS: cellAddress, CELLPLANE_NAMESPACES: NAMESPACE },
        gateway: {
          ...common,
          CELLPLANE_LISTEN_ADDRESS: `127.0.0.1:${gatewayPort}`,
          CELLPLANE_TLS_CERT_FILE: join(folder, "cert.pem"),
          CELLPLANE_TLS_KEY_FILE: join(folder, "key.pem"),
          CELLPLANE_DIRECTORY_ADDRESS: directory.address,
          CELLPLANE_DIRECTORY_FILE: join(folder, "directory.bin"),
        },
        usage: {
          ...database,
          CELLPLANE_CELLS: `${CELL_ID}=${cellAddress}`,
          CELLPLANE_INTAKE_PERIOD_MS: "200",
        },
      },
    );
    for (const part of PARTS) await world.#startPart(part);
    world.#supervising = Promise.all(PARTS.map((part) => world.#supervise(part)));
    return world;
  }

  /** Through the gateway, with the key of a tenant. */
  call(path: string, request: Uint8Array): Promise<Uint8Array> {
    return this.#client.call(path, request, { deadlineMs: 5_000 });
  }

  /** kill -9; resolves when there is a new process on the same address. */
  async kill(part: Part): Promise<void> {
    const killed = this.#processes.get(part);
    await killed?.kill();
    await eventually(() => this.#processes.get(part) !== killed, {
      limitMs: RESTART_LIMIT_MS,
      what: `${part} started again`,
    });
  }

  /** Whatever ended, for whatever reason, is started again. */
  async #supervise(part: Part): Promise<void> {
    while (!this.#isStopping) {
      await delay(SUPERVISION_MS);
      if (this.#isStopping || this.#processes.get(part)?.hasEnded() !== true) continue;
      // It may end before it is ready, while its database is away.
      await this.#startPart(part).catch(() => undefined);
    }
  }

  async #startPart(part: Part): Promise<void> {
    this.#processes.set(part, await startProcess(part, this.#environments[part]));
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#supervising;
    this.#client.close();
    for (const process of this.#processes.values()) await process.kill();
    await this.#directory.stop();
    await this.postgres.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** One namespace on one cell, and one principal who may do all in it: answers with the principal's API key. */
async function fillDirectory(directory: FakeDirectory, cellAddress: string): Promise<string> {
  const key = await signingKey("key");
  const token = await signToken(key, { jti: "api-key", sub: "principal" });
  directory.change((content) => {
    content.cells = [{ cellId: CELL_ID, address: cellAddress, driver: "embedded" }];
    content.namespaces = [
      { name: NAMESPACE, namespaceId: NAMESPACE, accountId: "acme", cellId: CELL_ID, apiKeyEnabled: true },
    ];
    content.principals = [{ principalId: "principal", accountId: "acme", allNamespacesPermission: "admin" }];
    const expiresAtMs = Date.now() + HOUR_MS;
    content.apiKeys = [
      { keyId: "api-key", tokenSha256: sha256Hex(token), principalId: "principal", expiresAtMs },
    ];
    content.signingKeys = [{ keyId: "key", publicJwk: key.publicJwk }];
  });
  return token;
}
