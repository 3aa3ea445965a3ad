// Delivers the audit trail to sinks: in order, at least once, each sink on its own. A sink is leased by one process at a
// time; how far it has got is a row, so whoever comes next goes on there.
import type { Database } from "#domain/database";
import type { AuditLogSink } from "#prisma";
import type { Clock } from "#shared/clock";
import type { Envelope } from "#shared/envelope";
import { toCloudError } from "#shared/errors";
import type { Logger } from "#shared/log";
import { destinationOf, secretPurpose, type SinkHealth } from "./audit-log-sink.ts";
import type { Delivery, SendRecords } from "./destination.ts";
import { readBatch } from "./record-batch.ts";

export interface AuditDeliveryPorts {
  database: Database;
  clock: Clock;
  envelope: Envelope;
  log: Logger;
  send: SendRecords;
}

/** Deliveries at the same time, and so the most that sinks which do not answer can hold. */
const SINKS_AT_ONCE_MAX = 32;
/** Longer than two outgoing calls may take; a process that dies holds a sink for as long. */
const LEASE_MS = 60_000;
const BATCHES_PER_TURN_MAX = 50;
const RETRY_MIN_MS = 1_000;
const RETRY_MAX_MS = 15 * 60_000;
const PREVIOUS_SECRET_MS = 24 * 3_600_000;
const MESSAGE_LENGTH_MAX = 300;

export interface AuditDelivery {
  /** Begins the delivery to every sink that is due and not under way here; answers how many it began. */
  round(): Promise<number>;
  /** Waits for the deliveries under way. */
  idle(): Promise<void>;
}

export function createAuditDelivery(ports: AuditDeliveryPorts): AuditDelivery {
  const underWay = new Map<string, Promise<void>>();
  return {
    async round() {
      const room = SINKS_AT_ONCE_MAX - underWay.size;
      const due = room <= 0 ? [] : await findDue(ports, room);
      let begun = 0;
      for (const sink of due) {
        const key = JSON.stringify([sink.accountId, sink.name]);
        if (underWay.has(key)) continue;
        begun += 1;
        // Not awaited: a sink that does not answer holds nobody else back.
        const delivery = deliverTo(ports, sink)
          .catch((error: unknown) =>
            ports.log.error({ err: error, sink: sink.name }, "audit delivery failed"),
          )
          .finally(() => underWay.delete(key));
        underWay.set(key, delivery);
      }
      return begun;
    },
    async idle() {
      await Promise.all(underWay.values());
    },
  };
}

/** Sinks with records to come, those first that have waited longest. */
function findDue({ database, clock }: AuditDeliveryPorts, limit: number): Promise<AuditLogSink[]> {
  const now = new Date(clock.now());
  return database.query.$queryRaw<{ account_id: string; name: string }[]>`
    select s.account_id, s.name from audit_log_sinks s join audit_heads h using (account_id)
    where s.enabled and s.next_attempt_at <= ${now} and s.leased_until <= ${now} and h.sequence > s.delivered_sequence
    order by s.next_attempt_at limit ${limit}`.then((rows) =>
    database.query.auditLogSink.findMany({
      // Asked again: who leased one meanwhile must not be taken for one whose lease has ended.
      where: {
        leasedUntil: { lte: now },
        OR: rows.map((row) => ({ accountId: row.account_id, name: row.name })),
      },
    }),
  );
}

async function deliverTo(ports: AuditDeliveryPorts, due: AuditLogSink): Promise<void> {
  let sink = due;
  for (let batch = 0; batch < BATCHES_PER_TURN_MAX; batch += 1) {
    const leased = await lease(ports, sink);
    if (leased === undefined) return;
    const records = await readBatch(ports.database.query, leased);
    const last = records.at(-1);
    if (last === undefined) return release(ports, leased);
    try {
      const taken = await ports.send({
        ...deliveryOf(ports, leased),
        batchId: batchIdOf(leased, last.sequence),
        records,
      });
      if (taken === 0) throw new Error("the destination took no record");
      const reached = records[taken - 1]?.sequence ?? leased.deliveredSequence;
      if (!(await advance(ports, leased, reached))) return;
      sink = { ...leased, deliveredSequence: reached };
    } catch (error) {
      return postpone(ports, leased, error);
    }
  }
  await release(ports, sink);
}

/** Stable over attempts: a receiver that took a batch whose answer was lost can drop the repeat. */
function batchIdOf(sink: AuditLogSink, last: bigint): string {
  return `${sink.accountId}-${sink.name}-${sink.deliveredSequence + 1n}-${last}`;
}

function deliveryOf(
  ports: AuditDeliveryPorts,
  sink: AuditLogSink,
): Pick<Delivery, "accountId" | "destination" | "secrets"> {
  const isChanging =
    sink.secretChangedAt !== null && ports.clock.now() < sink.secretChangedAt.getTime() + PREVIOUS_SECRET_MS;
  const sealed = [sink.sealedSecret, ...(isChanging ? [sink.sealedPreviousSecret] : [])].filter(
    (one) => one !== "",
  );
  return {
    accountId: sink.accountId,
    destination: destinationOf(sink),
    secrets: sealed.map((one) => ports.envelope.open(one, secretPurpose(sink)).toString("utf8")),
  };
}

/** Compare-and-set on position and lease: of two processes one delivers. The row as it is now, or undefined. */
async function lease(ports: AuditDeliveryPorts, sink: AuditLogSink): Promise<AuditLogSink | undefined> {
  const leasedUntil = new Date(ports.clock.now() + LEASE_MS);
  const { accountId, name, deliveredSequence } = sink;
  const [row] = await ports.database.query.auditLogSink.updateManyAndReturn({
    where: { accountId, name, enabled: true, deliveredSequence, leasedUntil: sink.leasedUntil },
    data: { leasedUntil },
  });
  return row;
}

/** Only the holder of the lease moves the sink on; a change by its owner meanwhile does not matter. */
function held(sink: AuditLogSink) {
  const { accountId, name, deliveredSequence, leasedUntil } = sink;
  return { accountId, name, deliveredSequence, leasedUntil };
}

async function advance(ports: AuditDeliveryPorts, sink: AuditLogSink, reached: bigint): Promise<boolean> {
  const health: SinkHealth = "OK";
  const { count } = await ports.database.query.auditLogSink.updateMany({
    where: held(sink),
    data: {
      ...{ deliveredSequence: reached, attempts: 0, health, errorMessage: "" },
      lastSucceededAt: new Date(ports.clock.now()),
    },
  });
  return count === 1;
}

async function release(ports: AuditDeliveryPorts, sink: AuditLogSink): Promise<void> {
  await ports.database.query.auditLogSink.updateMany({
    where: held(sink),
    data: { leasedUntil: new Date(ports.clock.now()) },
  });
}

/** The sink waits, longer each time and never for ever, and shows why. */
async function postpone(ports: AuditDeliveryPorts, sink: AuditLogSink, thrown: unknown): Promise<void> {
  const { code, publicMessage } = toCloudError(thrown);
  const health: SinkHealth = code === "INVALID_ARGUMENT" ? "ERROR_USER_CONFIGURATION" : "ERROR_INTERNAL";
  const now = ports.clock.now();
  const wait = Math.min(RETRY_MIN_MS * 2 ** Math.min(sink.attempts, 30), RETRY_MAX_MS);
  ports.log.warn({ err: thrown, accountId: sink.accountId, sink: sink.name }, "audit records not delivered");
  await ports.database.query.auditLogSink.updateMany({
    where: held(sink),
    data: {
      attempts: { increment: 1 },
      nextAttemptAt: new Date(now + wait),
      leasedUntil: new Date(now),
      health,
      errorMessage: publicMessage.slice(0, MESSAGE_LENGTH_MAX),
    },
  });
}
