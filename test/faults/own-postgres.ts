// A PostgreSQL that belongs to one test: it can be killed as a whole, and is started again as its supervisor does.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "#harness/ports";
import {
  ensureDatabase,
  startPostgres,
  type Postgres,
  type PostgresOptions,
} from "../../services/standalone/postgres.ts";
import { killPostmaster } from "./break-postgres.ts";

const DATABASE = "cell";

export class OwnPostgres {
  readonly #directory: string;
  readonly #options: PostgresOptions;
  #server: Postgres;

  private constructor(directory: string, options: PostgresOptions, server: Postgres) {
    this.#directory = directory;
    this.#options = options;
    this.#server = server;
  }

  static async start(): Promise<OwnPostgres> {
    const directory = mkdtempSync(join(tmpdir(), "cellplane-kills-"));
    chmodSync(directory, 0o755);
    const options = { directory: join(directory, "postgres"), port: await freePort(), password: "test" };
    const server = await startPostgres(options);
    await ensureDatabase(server, DATABASE);
    return new OwnPostgres(directory, options, server);
  }

  get url(): string {
    return this.#server.url(DATABASE);
  }

  /** kill -9 of the postmaster and its backends; resolves when a new one accepts connections. */
  async kill(): Promise<void> {
    await killPostmaster(this.#options.directory);
    await this.#server.ended;
    this.#server = await startPostgres(this.#options);
  }

  async stop(): Promise<void> {
    await this.#server.stop();
    rmSync(this.#directory, { recursive: true, force: true });
  }
}
