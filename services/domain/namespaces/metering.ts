// Remembers by what a namespace's usage is multiplied and topped up, in the transaction that makes it so: replicas,
// fairness and provisioned capacity, each from the moment at which it was in force.
import type { Database, Transaction } from "#domain/database";
import type { NamespaceConfiguration } from "./configuration.ts";

export interface Metering {
  replicas: number;
  fairness: boolean;
  /** Provisioned ones; 0 on demand. */
  capacityUnits: number;
}

/** In force from `sinceMs` until the next one of the namespace. */
export interface MeteringFrom extends Metering {
  /** "<name>.<account>" */
  namespace: string;
  sinceMs: number;
}

/** What every namespace begins with, and ends with. */
const PLAIN: Metering = { replicas: 1, fairness: false, capacityUnits: 0 };

/** `configuration` is undefined for a namespace that is deleted. Repeating it adds nothing: only a change is a row. */
export async function recordMetering(
  tx: Transaction,
  of: {
    accountId: string;
    namespace: string;
    now: number;
    configuration: NamespaceConfiguration | undefined;
  },
): Promise<void> {
  const { accountId, namespace, configuration } = of;
  const wanted = configuration === undefined ? PLAIN : meteringOf(configuration);
  const last = await tx.namespaceMetering.findFirst({
    where: { accountId, namespace },
    orderBy: { since: "desc" },
  });
  const present = last ?? PLAIN;
  const isSame = (Object.keys(PLAIN) as (keyof Metering)[]).every((key) => present[key] === wanted[key]);
  if (isSame) return;
  const since = new Date(of.now);
  await tx.namespaceMetering.upsert({
    where: { namespace_since: { namespace, since } },
    create: { accountId, namespace, since, ...wanted },
    update: wanted,
  });
}

/** Of one account or all, by namespace and time. Few namespaces have any. */
export async function listMeterings(
  { query }: Pick<Database, "query">,
  accountId?: string,
): Promise<MeteringFrom[]> {
  const rows = await query.namespaceMetering.findMany({
    where: accountId === undefined ? {} : { accountId },
    orderBy: [{ namespace: "asc" }, { since: "asc" }],
  });
  return rows.map(({ namespace, since, replicas, fairness, capacityUnits }) => ({
    ...{ namespace, replicas, fairness, capacityUnits },
    sinceMs: since.getTime(),
  }));
}

function meteringOf({ regions, taskQueueFairness, capacity }: NamespaceConfiguration): Metering {
  return {
    replicas: Math.max(1, regions.length),
    fairness: taskQueueFairness,
    capacityUnits: typeof capacity === "object" && capacity !== null ? capacity.tru : 0,
  };
}
