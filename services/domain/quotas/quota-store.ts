// Settings of limits in the database: of the installation (no account) and of single accounts. The narrower one holds.
import { z } from "zod";
import type { Transaction } from "#domain/database";
import type { Quota } from "#prisma";
import { FIXED_QUOTAS, QUOTA_MAX, QUOTA_NAMES, QUOTAS, type QuotaName } from "./quotas.ts";

export const WHOLE_INSTALLATION = "";
/** All settings of all accounts that a process keeps in memory; further ones are not seen by it. */
const SETTINGS_MAX = 50_000;

/** Limits of the installation's configuration: {"namespacesPerAccount": 500}. */
export const quotaSettings = z.partialRecord(
  z.enum(QUOTA_NAMES.filter((name) => !FIXED_QUOTAS.includes(name))),
  z.int().min(1).max(QUOTA_MAX),
);
export type QuotaSettings = z.infer<typeof quotaSettings>;

/** The settings that touch an account: its own and the installation's. */
export function listQuotaSettings(tx: Transaction, accountId: string): Promise<Quota[]> {
  return tx.quota.findMany({ where: { scope: { in: [accountId, WHOLE_INSTALLATION] } } });
}

/** The settings of everybody, for processes that ask without a database at hand. */
export async function readAllQuotas(
  tx: Transaction,
): Promise<(accountId: string, name: QuotaName) => number> {
  const rows = await tx.quota.findMany({ take: SETTINGS_MAX });
  const settings = new Map(rows.map((row) => [`${row.scope} ${row.name}`, row.max]));
  return (accountId, name) =>
    settings.get(`${accountId} ${name}`) ?? settings.get(`${WHOLE_INSTALLATION} ${name}`) ?? QUOTAS[name].max;
}

/** What holds for the account. */
export async function quotaOf(tx: Transaction, accountId: string, name: QuotaName): Promise<number> {
  const rows = await tx.quota.findMany({
    where: { name, scope: { in: [accountId, WHOLE_INSTALLATION] } },
  });
  const own = rows.find((row) => row.scope === accountId) ?? rows[0];
  return own?.max ?? QUOTAS[name].max;
}

/** Writes the configured limits as the installation's; repeating it changes nothing, one no longer configured stays. */
export async function seedQuotas(tx: Transaction, settings: QuotaSettings, now: number): Promise<void> {
  for (const [name, max] of Object.entries(settings)) {
    const key = { scope: WHOLE_INSTALLATION, name };
    const present = await tx.quota.findUnique({ where: { scope_name: key } });
    if (present?.max === max) continue;
    await tx.quota.upsert({
      where: { scope_name: key },
      create: { ...key, max, updatedAt: new Date(now) },
      update: { max, resourceVersion: { increment: 1 }, updatedAt: new Date(now) },
    });
  }
}
