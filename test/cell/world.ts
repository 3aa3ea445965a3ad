// A cell on a database of its own for the tests of a file: they start it, kill it and start it again, and both are gone
// after each test, or after all of them.
import { strict as assert } from "node:assert";
import pg from "pg";
import { afterEach } from "vitest";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { startTestCell, type TestCell } from "./cell-client.ts";

export interface CellWorld {
  /** The cell that was started last. */
  readonly cell: TestCell;
  readonly databaseUrl: string;
  /** Starts a cell on the database, which is made when there is none; the one before must have ended. */
  start(environment?: Record<string, string>): Promise<TestCell>;
  /** kill -9, and a start on the same database and address with the same settings. */
  restart(): Promise<TestCell>;
  /** What a statement answers that goes past the cell. */
  rows(statement: string): Promise<Record<string, unknown>[]>;
}

/** `name` is for the database. `after` is vitest's hook: `afterAll` keeps the cell from test to test. */
export function cellWorld(
  name: string,
  after: (cleanUp: () => Promise<void>) => void = afterEach,
): CellWorld {
  let database: TestDatabase | undefined;
  let cell: TestCell | undefined;
  let settings: Record<string, string> = {};
  const end = async (): Promise<void> => {
    cell?.client.close();
    await cell?.process.kill();
  };
  after(async () => {
    await end();
    await database?.drop();
    database = cell = undefined;
  });
  const world: CellWorld = {
    get cell() {
      assert(cell !== undefined, "a cell must be started first");
      return cell;
    },
    get databaseUrl() {
      assert(database !== undefined, "a cell must be started first");
      return database.url;
    },
    start: async (environment = {}) => {
      settings = environment;
      cell?.client.close();
      database ??= await createTestDatabase(name);
      cell = await startTestCell(database.url, settings);
      return cell;
    },
    restart: async () => {
      const { address } = world.cell;
      await end();
      return world.start({ ...settings, CELLPLANE_LISTEN_ADDRESS: address });
    },
    rows: async (statement) => {
      const client = new pg.Client({ connectionString: world.databaseUrl });
      await client.connect();
      try {
        return (await client.query<Record<string, unknown>>(statement)).rows;
      } finally {
        await client.end();
      }
    },
  };
  return world;
}
