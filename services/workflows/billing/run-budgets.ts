// Compares what accounts spend with their budgets: tells of each threshold and unusual day once, by mail and webhook, and
// lays on or lifts the hard cap. What could not be delivered is tried again in the next rounds.
import {
  addNotice,
  crossed,
  listBudgets,
  listUndelivered,
  recordDelivery,
  type Budget,
  type Notice,
} from "#billing/budgets";
import { readSpend, type SpendPorts } from "#billing/forecast";
import { setOverBudget } from "#domain/accounts";
import type { DomainContext } from "#domain/context";
import type { Database } from "#domain/database";
import { enqueueMail } from "#domain/mail";
import type { Logger } from "#shared/log";
import { sendOutbound, type OutboundPolicy } from "#shared/outbound-http";

export interface BudgetPorts extends SpendPorts, Pick<DomainContext, "ids" | "clock" | "envelope"> {
  database: Database;
  publicUrl: string;
  /** Which addresses webhooks may have. */
  sinkPolicy: OutboundPolicy;
  log: Logger;
}

const WEBHOOK_TIMEOUT_MS = 10_000;

export async function runBudgets(ports: BudgetPorts, signal: AbortSignal): Promise<void> {
  for (const budget of await listBudgets(ports.billing)) {
    signal.throwIfAborted();
    try {
      await compare(ports, budget);
    } catch (error) {
      // One account must not keep the others waiting; the next round tries it again.
      ports.log.warn({ err: error, accountId: budget.accountId }, "budget not compared");
    }
  }
  for (const notice of await listUndelivered(ports.billing)) {
    signal.throwIfAborted();
    await deliver(ports, notice);
  }
}

async function compare(ports: BudgetPorts, budget: Budget): Promise<void> {
  const { accountId } = budget;
  const spend = await readSpend(ports, { accountId, nowMs: ports.clock.now() });
  for (const notice of crossed(budget, spend)) {
    const isNew = await addNotice(ports.billing, {
      accountId,
      periodStartMs: spend.period.startMs,
      ...notice,
    });
    if (isNew) await mail(ports, budget, { ...notice, periodStartMs: spend.period.startMs });
  }
  await setOverBudget(ports, accountId, budget.isHardCap && spend.spentMicros >= budget.amountMicros);
}

async function mail(
  ports: BudgetPorts,
  { accountId, emails }: Budget,
  notice: { subject: string; text: string; periodStartMs: number },
): Promise<void> {
  await ports.database.transaction(async (tx) => {
    for (const to of emails) {
      await enqueueMail(tx, ports, {
        accountId,
        dedupeKey: `budget/${accountId}/${notice.periodStartMs}/${notice.subject}/${to}`,
        to,
        subject: `Spending: ${notice.text}`,
        text: `${notice.text}\n\nYour spending and its forecast: ${ports.publicUrl}/billing\n`,
      });
    }
  });
}

/** At least once: a receiver tells repeats by the notice's id. */
async function deliver(ports: BudgetPorts, notice: Notice): Promise<void> {
  const isDelivered = await post(ports, notice);
  await recordDelivery(ports.billing, notice, isDelivered);
}

async function post(ports: BudgetPorts, notice: Notice): Promise<boolean> {
  const id = `${notice.accountId}/${notice.periodStartMs}/${notice.subject}`;
  try {
    const { status } = await sendOutbound(
      {
        url: notice.webhookUrl,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ id, ...notice.body }),
        timeoutMs: WEBHOOK_TIMEOUT_MS,
      },
      ports.sinkPolicy,
    );
    return status >= 200 && status < 300;
  } catch (error) {
    ports.log.warn({ err: error, accountId: notice.accountId }, "budget webhook not delivered");
    return false;
  }
}
