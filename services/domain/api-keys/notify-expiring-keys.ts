// Tells owners by mail 30, 20 and 10 days before their API keys end, each at most once. Whoever missed a notice gets
// the next one only; a key made within a notice's time gets no such notice.
import type { DomainContext } from "#domain/context";
import type { Database, Transaction } from "#domain/database";
import { enqueueMail } from "#domain/mail";
import type { ApiKey } from "#prisma";
import { expiryMail } from "./key-mails.ts";
import { recipientsOf } from "./key-recipients.ts";

const DAY_MS = 86_400_000;
/** The nearest to the end first. */
const NOTICE_DAYS = [10, 20, 30] as const;
const KEYS_PER_ROUND_MAX = 200;

type Ports = Pick<DomainContext, "clock" | "ids" | "envelope"> & { database: Database };

/** Answers how many keys were told about. */
export async function notifyExpiringKeys(ports: Ports): Promise<number> {
  let told = 0;
  let fromDays = 0;
  for (const days of NOTICE_DAYS) {
    for (const key of await listDue(ports, { fromDays, days })) {
      if (await ports.database.transaction((tx) => notify(tx, ports, key, days))) told += 1;
    }
    fromDays = days;
  }
  return told;
}

/** Keys that end in between `fromDays` and `days` from now, were made before that, and were not told yet. */
async function listDue(ports: Ports, window: { fromDays: number; days: number }): Promise<ApiKey[]> {
  const now = ports.clock.now();
  const [from, to] = [new Date(now + window.fromDays * DAY_MS), new Date(now + window.days * DAY_MS)];
  const rows = await ports.database.query.$queryRaw<{ id: string }[]>`
    select id from api_keys
    where state = 'ACTIVE' and not disabled and expires_at > ${from} and expires_at <= ${to}
      and created_at < expires_at - make_interval(days => ${window.days}::int)
      and (expiry_notice_days = 0 or expiry_notice_days > ${window.days})
    order by expires_at limit ${KEYS_PER_ROUND_MAX}`;
  return ports.database.query.apiKey.findMany({ where: { id: { in: rows.map((row) => row.id) } } });
}

/** Compare-and-set on the last notice: of two rounds at once, one writes the mails. */
async function notify(tx: Transaction, ports: Ports, key: ApiKey, days: number): Promise<boolean> {
  const { count } = await tx.apiKey.updateMany({
    where: { id: key.id, expiryNoticeDays: key.expiryNoticeDays },
    data: { expiryNoticeDays: days },
  });
  if (count === 0) return false;
  const mail = expiryMail({ ...key, days });
  for (const to of await recipientsOf(tx, key)) {
    const dedupeKey = `api-key-expiry:${key.id}:${days}:${to}`;
    await enqueueMail(tx, ports, { accountId: key.accountId, dedupeKey, to, ...mail });
  }
  return true;
}
