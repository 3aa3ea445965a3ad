// `cellplane audit verify` as a person runs it: on a database, on a cloud's folder, and on what is neither.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApiKey } from "#domain/api-keys";
import type { Actor } from "#domain/context";
import { ensureDatabase, freePort, lockDataDirectory, startPostgres } from "#standalone";
import { applyMigrations } from "#shared/migrations";
import { createPool } from "#shared/postgres";
import { loadSecrets } from "../../services/standalone/secrets.ts";
import { createDomainWorld, createOwner, type DomainWorld } from "../domain/domain-world.ts";
import { createTestDatabase } from "../harness/postgres.ts";
import { runProgram } from "../harness/program.ts";

async function verify(...args: string[]): Promise<{ code: number | null; text: string }> {
  const program = runProgram("cli/main", ["audit", "verify", ...args], tmpdir());
  const code = await program.ended();
  return { code, text: program.stdout() + program.stderr() };
}

describe("on a database", () => {
  let world: DomainWorld;
  let alice: Actor;
  let bob: Actor;
  beforeAll(async () => {
    world = await createDomainWorld("audit_verify");
    [alice, bob] = [await createOwner(world, "a@example.com"), await createOwner(world, "b@example.com")];
    for (const actor of [alice, bob, bob])
      await createApiKey(world.context(actor), { spec: {} }).catch(() => undefined);
  });
  afterAll(() => world.close());

  test("sound trails end with 0 and are counted", async () => {
    const { code, text } = await verify("--database", world.databaseUrl);
    expect([code, text]).toEqual([0, "5 sound records in 2 trails; none is broken\n"]);
  });

  test("the first broken record of each account is named, and it ends with 1", async () => {
    const { query } = world.database;
    await query.$executeRaw`alter table audit_records disable trigger user`;
    await query.$executeRaw`update audit_records set remote_address = '' where account_id = ${alice.accountId} and sequence = 2`;
    await query.$executeRaw`delete from audit_records where account_id = ${bob.accountId} and sequence = 3`;
    const { code, text } = await verify("--database", world.databaseUrl);
    expect(code).toBe(1);
    expect(text).toContain(`account ${alice.accountId}: record 2 was changed after it was written\n`);
    expect(text).toContain(`account ${bob.accountId}: record 3 is missing\n`);
    expect(text).toContain("3 sound records in 2 trails; 2 broken");
  });
});

describe("on a folder", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "cellplane audit "));
    chmodSync(folder, 0o755);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("of no cloud, it says so and makes none", async () => {
    const { code, text } = await verify("--data", folder);
    expect([code, text]).toEqual([2, expect.stringContaining("holds no Cellplane cloud")]);
  });

  test("of a cloud, running or not, it reads the same trails", async () => {
    const secrets = loadSecrets(folder);
    const unlock = lockDataDirectory({
      dataDirectory: folder,
      fileName: "standalone.pid",
      what: "this test",
    });
    const directory = join(folder, "postgres");
    const postgres = await startPostgres({
      directory,
      port: await freePort(),
      password: secrets.postgresPassword,
    });
    await ensureDatabase(postgres, "cellplane");
    await migrate(postgres.url("cellplane"));
    const running = await verify("--data", folder);
    await postgres.stop();
    unlock();
    const stopped = await verify("--data", folder);
    const sound = [0, "0 sound records in 0 trails; none is broken\n"];
    expect([running.code, running.text]).toEqual(sound);
    expect([stopped.code, stopped.text]).toEqual(sound);
  });
});

async function migrate(databaseUrl: string): Promise<void> {
  const pool = createPool(databaseUrl, {
    connectionsMax: 1,
    statementTimeoutMs: 60_000,
    applicationName: "test",
  });
  await applyMigrations(pool, "prisma/migrations");
  await pool.end();
}

describe("wrong words", () => {
  test.each([
    [["--database", "mysql://x/y"], 2, "postgres://"],
    [["--data", "x", "--database", "postgres://h/d"], 2, "exclude each other"],
    [["--nope"], 2, "--nope"],
    [["--database", "postgres://nobody:x@127.0.0.1:1/none"], 1, "cannot be read"],
  ] as const)("%j is refused", async (args, code, says) => {
    const answer = await verify(...args);
    expect([answer.code, answer.text]).toEqual([code, expect.stringContaining(says)]);
    expect(answer.text.split("\n").length).toBeLessThan(5);
  });

  test("a database without trails is told from a sound one", async () => {
    const empty = await createTestDatabase("no_trails");
    const { code, text } = await verify("--database", empty.url);
    await empty.drop();
    expect([code, text]).toEqual([1, expect.stringContaining("has no audit trails")]);
  });
});
