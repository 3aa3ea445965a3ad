// T5: the second line under the use cases: PostgreSQL shows and takes rows of one account only.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApiKey } from "#domain/api-keys";
import type { Actor } from "#domain/context";
import type { Database } from "#domain/database";
import { createTestDatabase } from "#harness/postgres";
import { applyMigrations } from "#shared/migrations";
import { createPool, type Pool } from "#shared/postgres";
import { createDomainWorld, createOwner, type DomainWorld } from "./domain-world.ts";

/** Tables of the installation: they have no account. Every other table needs a column account_id. */
const INSTALLATION_TABLES = [
  "attempt_budgets",
  "cells",
  "directory_version",
  "quotas",
  "regions",
  "signing_keys",
];

let world: DomainWorld;
let alice: Actor;
let bob: Actor;
let asAlice: Database;

beforeAll(async () => {
  world = await createDomainWorld("rls");
  alice = await createOwner(world, "alice@example.com");
  bob = await createOwner(world, "bob@example.com");
  asAlice = world.database.forAccount(alice.accountId);
});
afterAll(() => world.close());

interface Table {
  name: string;
  hasAccount: boolean;
  isProtected: boolean;
}

/** Every table that migrations make, as the catalogue has it. */
function catalogue(): Promise<Table[]> {
  return world.database.query.$queryRaw<Table[]>`
    select c.relname as name,
      c.relname = 'accounts' or exists (
        select from pg_attribute a where a.attrelid = c.oid and a.attname = 'account_id' and not a.attisdropped
      ) as "hasAccount",
      c.relrowsecurity and exists (
        select from pg_policy p where p.polrelid = c.oid and p.polqual is not null and p.polwithcheck is not null
      ) as "isProtected"
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and c.relname <> '_prisma_migrations' order by c.relname`;
}

describe("the catalogue", () => {
  it("has a policy on every table with an account, and an account on every table that is not the installation's", async () => {
    const tables = await catalogue();
    expect(tables.length).toBeGreaterThan(10);
    const bare = tables.filter(({ hasAccount, name }) => !hasAccount && !INSTALLATION_TABLES.includes(name));
    expect(
      bare.map(({ name }) => name),
      "tables without account_id: add the column, or the table to INSTALLATION_TABLES when no tenant owns its rows",
    ).toEqual([]);
    const open = tables.filter(({ hasAccount, isProtected }) => hasAccount && !isProtected);
    expect(
      open.map(({ name }) => name),
      "tables without a policy: prisma/migrations/after.sql makes it for every column account_id",
    ).toEqual([]);
  });

  it("shows nothing of another account in any table, and changes nothing there", async () => {
    await createApiKey(world.context(bob), { spec: { displayName: "refused" } }).catch(() => undefined);
    const tables = (await catalogue()).filter(({ hasAccount }) => hasAccount);
    for (const { name } of tables) {
      const column = name === "accounts" ? "id" : "account_id";
      const count = (database: Database): Promise<{ count: bigint }[]> =>
        database.query.$queryRawUnsafe(
          `select count(*) from "${name}" where "${column}" <> '${alice.accountId}'`,
        );
      expect((await count(asAlice))[0]?.count, name).toBe(0n);
      if (name === "audit_records") continue;
      const changed = await asAlice.query.$executeRawUnsafe(
        `update "${name}" set "${column}" = "${column}" where "${column}" <> '${alice.accountId}'`,
      );
      expect(changed, name).toBe(0);
      expect(
        await asAlice.query.$executeRawUnsafe(`delete from "${name}" where "${column}" = '${bob.accountId}'`),
      ).toBe(0);
    }
    expect(await world.database.query.user.count({ where: { accountId: bob.accountId } })).toBe(1);
  });
});

describe("work for an account", () => {
  it("sees its own rows through models, raw statements and transactions", async () => {
    expect(await asAlice.query.user.findMany()).toEqual([
      expect.objectContaining({ accountId: alice.accountId }),
    ]);
    expect(await asAlice.query.$queryRaw`select id from accounts`).toEqual([{ id: alice.accountId }]);
    expect(await asAlice.transaction((tx) => tx.account.findMany({ select: { id: true } }))).toEqual([
      { id: alice.accountId },
    ]);
  });

  it("cannot write a row into another account, nor give one away", async () => {
    const account = {
      id: "other",
      name: "",
      state: "ACTIVE",
      createdAt: new Date(0),
      updatedAt: new Date(0),
    };
    await expect(asAlice.query.account.create({ data: account })).rejects.toThrow("row-level security");
    await expect(asAlice.query.user.updateMany({ data: { accountId: bob.accountId } })).rejects.toThrow(
      "row-level security",
    );
  });

  it("cannot change the audit trail or the installation, even without the trigger", async () => {
    for (const statement of [
      "update audit_records set status = 'OK'",
      "delete from audit_records",
      "truncate audit_records",
      "delete from signing_keys",
      "update regions set location = ''",
      "insert into cells select * from cells",
    ])
      await expect(asAlice.query.$executeRawUnsafe(statement), statement).rejects.toThrow(
        "permission denied",
      );
  });

  it("sees nothing without an account", async () => {
    expect(await world.database.forAccount("").query.user.count()).toBe(0);
    expect(await world.database.forAccount("").query.mail.count()).toBe(0);
  });

  it("leaves the connection as it was, after success, failure and abort", async () => {
    await asAlice.query.user.count();
    await asAlice.query.$queryRaw`select 1/0`.catch(() => undefined);
    await asAlice
      .transaction(async (tx) => {
        await tx.user.count();
        throw new Error("given up");
      })
      .catch(() => undefined);
    const seen = await Promise.all(Array.from({ length: 10 }, () => world.database.query.user.count()));
    expect(new Set(seen)).toEqual(new Set([2]));
    const scopes = await world.database.query.$queryRaw<{ scope: string | null }[]>`
      select nullif(current_setting('cellplane.account_id', true), '') as scope`;
    expect(scopes).toEqual([{ scope: null }]);
  });
});

describe("an installation whose database role is no superuser", () => {
  const openPool = (url: string): Pool =>
    createPool(url, { connectionsMax: 1, statementTimeoutMs: 10_000, applicationName: "test" });

  it.each(["createrole", "nocreaterole"])(
    "with %s migrates, twice, and is protected",
    async (mayCreateRoles) => {
      const testDatabase = await createTestDatabase("owner");
      const administrator = openPool(testDatabase.url);
      const owner = `owner_${testDatabase.url.split("_").at(-1)}`;
      await administrator.query(`create role ${owner} login password 'p' ${mayCreateRoles}`);
      await administrator.query(`grant create, usage on schema public to ${owner}`);
      // As the message of a failed migration tells an administrator; the role is there from the other tests.
      await administrator.query(`grant cellplane_tenant to ${owner}`);
      const url = new URL(testDatabase.url);
      [url.username, url.password] = [owner, "p"];
      const pool = openPool(url.toString());
      try {
        expect((await applyMigrations(pool, "prisma/migrations")).length).toBeGreaterThan(1);
        expect(await applyMigrations(pool, "prisma/migrations")).toEqual([]);
        await pool.query(`insert into accounts (id, name, state, created_at, updated_at)
        values ('a', '', 'ACTIVE', now(), now()), ('b', '', 'ACTIVE', now(), now())`);
        await pool.query(
          "begin; set local role cellplane_tenant; select set_config('cellplane.account_id', 'a', true)",
        );
        expect((await pool.query("select id from accounts")).rows).toEqual([{ id: "a" }]);
        await pool.query("rollback");
      } finally {
        await pool.end();
        await administrator.query(`drop owned by ${owner} cascade`);
        await administrator.query(`drop role ${owner}`);
        await administrator.end();
        await testDatabase.drop();
      }
    },
  );
});
