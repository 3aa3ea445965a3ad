// A namespace that is there and active, for tests of what principals may do on it: no cell is told of it.
import type { Actor } from "#domain/context";
import { createNamespace, publishNamespace } from "#domain/namespaces";
import type { DomainWorld } from "./domain-world.ts";

const REGION = "aws-us-east-1";

/** Made by `creator`, who administers it from then on: resolve the actor again to see that. Answers with its id. */
export async function createActiveNamespace(
  world: DomainWorld,
  creator: Actor,
  name: string,
): Promise<string> {
  await seedPlace(world);
  const spec = { name, regions: [REGION], retentionDays: 7, apiKeyAuth: { enabled: true } };
  const made = await createNamespace(world.context(creator), { spec });
  const namespace = made.namespace ?? "";
  const operationId = made.asyncOperation?.id ?? "";
  const step = { accountId: creator.accountId, operationId, namespace, now: world.clock.now() };
  await world.database.transaction((tx) => publishNamespace(tx, step));
  return namespace;
}

async function seedPlace({ database: { query }, clock }: DomainWorld): Promise<void> {
  const at = new Date(clock.now());
  await query.region.createMany({
    data: [
      {
        ...{ id: REGION, provider: "aws", providerRegion: "us-east-1", location: "N. Virginia" },
        ...{ grpcAddress: "localhost:1", mtlsGrpcAddress: "localhost:1", webAddress: "http://localhost" },
      },
    ],
    skipDuplicates: true,
  });
  await query.cell.createMany({
    data: [
      {
        ...{ id: "cell-a", regionId: REGION, driver: "embedded", address: "localhost:1", state: "ACTIVE" },
        ...{ createdAt: at, updatedAt: at },
      },
    ],
    skipDuplicates: true,
  });
}
