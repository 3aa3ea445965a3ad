// A migrated database of its own and contexts to act in it, with a clock that the test owns.
import { randomBytes } from "node:crypto";
import { signUp, verifyEmail, activateAccount } from "#domain/accounts";
import { databaseOf, type Actor, type DomainContext, type WorkflowStarter } from "#domain/context";
import { createDatabase, type Database } from "#domain/database";
import { listMails } from "#domain/mail";
import { noActor, resolveActor } from "#domain/roles";
import { acceptInvitation, createUser } from "#domain/users";
import { createTestDatabase } from "#harness/postgres";
import { createEnvelope } from "#shared/envelope";
import { randomIds } from "#shared/ids";
import { createLogger } from "#shared/log";
import { applyMigrations } from "#shared/migrations";
import { createPool } from "#shared/postgres";

export type Started = Parameters<WorkflowStarter["start"]>[0];

export interface DomainWorld {
  database: Database;
  databaseUrl: string;
  /** What was asked of the control-plane cell. */
  started: Started[];
  /** Moves with `now`. */
  clock: { now: () => number; monotonic: () => number };
  advance(ms: number): void;
  context(actor?: Actor, remoteAddress?: string): DomainContext;
  close(): Promise<void>;
}

export async function createDomainWorld(name: string): Promise<DomainWorld> {
  const testDatabase = await createTestDatabase(name);
  const pool = createPool(testDatabase.url, {
    connectionsMax: 1,
    statementTimeoutMs: 10_000,
    applicationName: "test",
  });
  await applyMigrations(pool, "prisma/migrations");
  await pool.end();
  const database = createDatabase(testDatabase.url, { connectionsMax: 5 });
  const started: Started[] = [];
  let offset = 0;
  const clock = { now: () => Date.now() + offset, monotonic: () => performance.now() };
  const envelope = createEnvelope(randomBytes(32).toString("base64"));
  return {
    database,
    databaseUrl: testDatabase.url,
    started,
    clock,
    advance: (ms) => {
      offset += ms;
    },
    context: (actor = noActor(), remoteAddress = "192.0.2.1") => ({
      actor,
      requestId: "request-1",
      remoteAddress,
      log: createLogger({ process: "test", level: "silent" }),
      clock,
      ids: randomIds,
      signal: new AbortController().signal,
      database: databaseOf(database, actor),
      workflows: { start: (work) => Promise.resolve(void started.push(work)) },
      jobs: { wake: () => Promise.resolve() },
      installation: {
        publicUrl: "https://cloud.test",
        mailMode: "mailbox",
        operatorEmails: ["olga@example.com"],
      },
      envelope,
    }),
    close: async () => {
      await database.close();
      await testDatabase.drop();
    },
  };
}

export const PASSWORD = "seven otters juggle";

/** The token of the link in the newest mail to an address. */
export async function tokenMailedTo(world: DomainWorld, email: string): Promise<string> {
  const [mail] = await listMails(world.context(), { to: email });
  const token = /\?token=([\w-]+)/.exec(mail?.text ?? "")?.[1];
  if (token === undefined) throw new Error(`no link was mailed to ${email}`);
  return token;
}

/** Signs up, confirms and activates an account; answers with its owner. */
export async function createOwner(world: DomainWorld, email: string): Promise<Actor> {
  await signUp(world.context(), { email, password: PASSWORD, accountName: "Acme" });
  const verified = await verifyEmail(world.context(), { token: await tokenMailedTo(world, email) });
  await activateAccount(world, { accountId: verified.accountId, operationId: verified.operation.id });
  return actorOf(world, verified.accountId, verified.userId);
}

/** Public numbers of the account roles. */
export const ROLE = { owner: 1, admin: 2, developer: 3, finance_admin: 4, read: 5, metrics_read: 6 } as const;

/** Invites somebody into the account of `inviter`, accepts, and answers with who that is. */
export async function createMember(
  world: DomainWorld,
  inviter: Actor,
  member: { email: string; role: keyof typeof ROLE },
): Promise<Actor> {
  const spec = { email: member.email, access: { accountAccess: { role: ROLE[member.role] } } };
  const { userId } = await createUser(world.context(inviter), { spec });
  const token = await tokenMailedTo(world, member.email);
  await acceptInvitation(world.context(), { token, password: PASSWORD });
  return actorOf(world, inviter.accountId, userId);
}

export async function actorOf(world: DomainWorld, accountId: string, userId: string): Promise<Actor> {
  const actor = await resolveActor(world.database.query, {
    accountId,
    principalType: "user",
    principalId: userId,
  });
  if (actor === undefined) throw new Error("the user is not active");
  return actor;
}

/** A namespace as its workflow leaves it, without a cell that has it. */
export async function createNamespaceRow(
  world: DomainWorld,
  of: Actor,
  name: string,
  projectId: string,
): Promise<string> {
  const id = `${name}.${of.accountId}`;
  const now = new Date(world.clock.now());
  const spec = {
    mtls: { enabled: false, acceptedClientCa: "", certificateFilters: [] },
    apiKeyEnabled: true,
  };
  await world.database.query.namespace.create({
    data: {
      ...{ id, name, projectId, accountId: of.accountId, namespaceId: id, cellId: "cell-a", state: "ACTIVE" },
      ...{ spec, tags: {}, renamedAttributes: {}, actionsPerSecond: 500, requestsPerSecond: 2_000 },
      ...{ createdBy: of.principalId, createdAt: now, updatedAt: now },
    },
  });
  return id;
}
