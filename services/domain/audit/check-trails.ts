// Walks audit trails and names in each the first record that is missing, out of its place or changed, by the hash chain
// and by the trail's head, which is kept apart.
import type { Transaction } from "#domain/database";
import type { AuditRecord } from "#prisma";
import { FIRST_PREVIOUS_HASH, hashAuditRecord } from "./audit-hash.ts";

const PAGE_SIZE = 500;

export interface BrokenRecord {
  sequence: bigint;
  /** "changed": its content is not what was hashed. "replaced": it does not follow the record before. */
  reason: "missing" | "changed" | "replaced";
}

export interface TrailCheck {
  accountId: string;
  /** How many records are sound, from the first on. */
  soundRecords: bigint;
  /** The first record that is not; undefined for a sound trail. */
  broken: BrokenRecord | undefined;
}

interface Position {
  sequence: bigint;
  hash: string;
}

/** Reads the trail as it grows: what is appended meanwhile is checked too, or left for the next time. */
async function checkTrail(tx: Transaction, accountId: string): Promise<TrailCheck> {
  const head = await tx.auditHead.findUnique({ where: { accountId } });
  let sound: Position = { sequence: 0n, hash: FIRST_PREVIOUS_HASH };
  const end = (broken: BrokenRecord | undefined): TrailCheck => ({
    accountId,
    soundRecords: sound.sequence,
    broken,
  });
  for (;;) {
    const page = await tx.auditRecord.findMany({
      where: { accountId, sequence: { gt: sound.sequence } },
      orderBy: { sequence: "asc" },
      take: PAGE_SIZE,
    });
    for (const record of page) {
      const reason = faultOf(record, sound, head);
      if (reason !== undefined) return end({ sequence: sound.sequence + 1n, reason });
      sound = record;
    }
    if (page.length === PAGE_SIZE) continue;
    // Every trail has a record: an account begins with the confirmation of its first user.
    const isCut = sound.sequence < (head?.sequence ?? 1n);
    return end(isCut ? { sequence: sound.sequence + 1n, reason: "missing" } : undefined);
  }
}

/** The first record of one trail that is not sound; undefined when all are. */
export async function verifyAudit(tx: Transaction, accountId: string): Promise<bigint | undefined> {
  return (await checkTrail(tx, accountId)).broken?.sequence;
}

function faultOf(
  record: AuditRecord,
  before: Position,
  head: Position | null,
): BrokenRecord["reason"] | undefined {
  if (record.sequence !== before.sequence + 1n) return "missing";
  if (record.previousHash !== before.hash) return "replaced";
  if (record.hash !== hashAuditRecord(record)) return "changed";
  if (record.sequence === head?.sequence && record.hash !== head.hash) return "replaced";
  return undefined;
}

/** The trails of all accounts, by account: of those that exist, that have records, and that once had. */
export async function* checkTrails(tx: Transaction): AsyncGenerator<TrailCheck> {
  for (let accountId = await nextAccount(tx, ""); accountId !== undefined;) {
    yield await checkTrail(tx, accountId);
    accountId = await nextAccount(tx, accountId);
  }
}

/** One step through the indexes of three tables: reading the distinct accounts of all records would read them all. */
async function nextAccount(tx: Transaction, after: string): Promise<string | undefined> {
  const [row] = await tx.$queryRaw<{ id: string | null }[]>`
    select min(id) as id from (
      (select min(account_id) as id from audit_records where account_id > ${after})
      union all (select min(account_id) from audit_heads where account_id > ${after})
      union all (select min(id) from accounts where id > ${after})
    ) known`;
  return row?.id ?? undefined;
}
