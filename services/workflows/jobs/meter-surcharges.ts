// Adds what replicas, fairness and provisioned capacity cost in actions to the usage of the namespaces that have them.
import { capacityTopUp } from "#billing/rating";
import type { Database } from "#domain/database";
import { listMeterings, type MeteringFrom } from "#domain/namespaces";
import type { Pool } from "#shared/postgres";
import { recordSurcharges } from "#usage/reports";

/** Of one account, looking back as far as there are surcharges, or of all. Answers how many hours are new. */
export async function meterSurcharges(
  ports: { database: Pick<Database, "query">; usage: Pool },
  accountId?: string,
): Promise<number> {
  const byNamespace = new Map<string, MeteringFrom[]>();
  for (const one of await listMeterings(ports.database, accountId)) {
    const known = byNamespace.get(one.namespace);
    if (known === undefined) byNamespace.set(one.namespace, [one]);
    else known.push(one);
  }
  let hours = 0;
  for (const [namespace, meterings] of byNamespace) {
    const intervals = meterings.map((one, index) => ({
      ...one,
      fromMs: one.sinceMs,
      toMs: meterings[index + 1]?.sinceMs ?? Number.MAX_SAFE_INTEGER,
    }));
    hours += await recordSurcharges(ports.usage, {
      ...{ namespace, intervals, topUp: capacityTopUp },
      lookBack: accountId !== undefined,
    });
  }
  return hours;
}
