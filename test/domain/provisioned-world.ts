// A control plane that provisions for real, on embedded cells, and the steps that tests of namespaces share.
import { expect } from "vitest";
import type { directoryV1, temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { readDirectory } from "#domain/directory";
import { createNamespace, getNamespace } from "#domain/namespaces";
import { createDefaultProject } from "#domain/projects";
import { eventually } from "#harness/eventually";
import { systemClock } from "#shared/clock";
import { randomIds } from "#shared/ids";
import { startEmbeddedCells } from "../workflows/embedded-cells.ts";
import { createWorld, REGION, type World } from "../workflows/world.ts";

const SPEC = { name: "orders", regions: [REGION], apiKeyAuth: { enabled: true } };

export type Answer = { asyncOperation?: temporal.api.cloud.operation.v1.IAsyncOperation | null };
export type PublicNamespace = temporal.api.cloud.namespace.v1.INamespace;

export class ProvisionedWorld {
  readonly world: World;
  readonly stop: () => Promise<void>;

  private constructor(world: World, stop: () => Promise<void>) {
    this.world = world;
    this.stop = stop;
  }

  static async start(): Promise<ProvisionedWorld> {
    const cells = await startEmbeddedCells();
    const world = await createWorld(cells);
    await world.startWorker();
    return new ProvisionedWorld(world, async () => {
      await world.stop();
      await cells.stop();
    });
  }

  /** A new account, acting as its owner. */
  async newAccount(): Promise<DomainContext> {
    const id = randomIds.short(8);
    const now = new Date(systemClock.now());
    await this.world.database.query.account.create({
      data: { id, name: id, state: "ACTIVE", createdAt: now, updatedAt: now },
    });
    await createDefaultProject(this.world.database.query, { accountId: id, now });
    return this.world.contextOf(id);
  }

  /** Waits for the operation's end, which must be a good one. */
  async ended(context: DomainContext, answer: Answer): Promise<void> {
    const accountId_id = { accountId: context.actor.accountId, id: answer.asyncOperation?.id ?? "" };
    const state = await eventually(async () => {
      const row = await this.world.database.query.asyncOperation.findUniqueOrThrow({
        where: { accountId_id },
      });
      return row.finishedAt === null ? undefined : `${row.state} ${row.failureReason}`;
    });
    expect(state).toBe("FULFILLED ");
  }

  /** Creates the namespace "orders" and answers its id. */
  async orders(context: DomainContext, change: object = {}): Promise<string> {
    const created = await createNamespace(context, { spec: { ...SPEC, ...change } });
    await this.ended(context, created);
    return created.namespace ?? "";
  }

  async read(context: DomainContext, namespace: string): Promise<PublicNamespace> {
    const answer = await getNamespace(context, { namespace });
    if (answer.namespace == null) throw new Error("no namespace answered");
    return answer.namespace;
  }

  async versionOf(context: DomainContext, namespace: string): Promise<string> {
    return (await this.read(context, namespace)).resourceVersion ?? "";
  }

  async atEdge(namespace: string): Promise<directoryV1.INamespace | undefined> {
    const directory = await readDirectory(this.world.database, systemClock);
    return directory.namespaces?.find((entry) => entry.name === namespace);
  }
}
