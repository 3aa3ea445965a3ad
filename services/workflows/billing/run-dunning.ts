// Takes the next step with accounts that do not pay, and lifts everything with those that did: the account's standing
// first, then the mail, then the record, so that a crash between them repeats and never skips. Charges are tried daily.
import {
  dunningStep,
  listDebtors,
  recordRetry,
  recordStep,
  RETRY_EVERY_MS,
  type Debtor,
  type DunningStep,
} from "#billing/dunning";
import { applyCollected } from "#billing/invoices";
import type { Collector } from "#billing/stripe";
import { setStanding } from "#domain/accounts";
import type { DomainContext } from "#domain/context";
import type { Database } from "#domain/database";
import { enqueueMail } from "#domain/mail";
import { CloudError } from "#shared/errors";
import type { Logger } from "#shared/log";
import type { Pool } from "#shared/postgres";
import { dunningMail } from "./dunning-mail.ts";

export interface DunningPorts extends Pick<DomainContext, "ids" | "clock" | "envelope"> {
  database: Database;
  billing: Pool;
  collector: Collector;
  publicUrl: string;
  log: Logger;
}

/** Answers how many accounts took a step. */
export async function runDunning(ports: DunningPorts, signal: AbortSignal): Promise<number> {
  let steps = 0;
  for (const debtor of await listDebtors(ports.billing)) {
    signal.throwIfAborted();
    try {
      if (await treat(ports, debtor)) steps += 1;
    } catch (error) {
      // One account must not keep the others waiting; the next round tries it again.
      ports.log.warn({ err: error, accountId: debtor.accountId }, "dunning step not taken");
    }
  }
  return steps;
}

async function treat(ports: DunningPorts, debtor: Debtor): Promise<boolean> {
  const { accountId, unpaidSinceMs } = debtor;
  const now = ports.clock.now();
  const step = dunningStep(unpaidSinceMs, now, debtor.heldUntilMs);
  if (step !== debtor.step) {
    await setStanding(ports, accountId, standingOf(step));
    await announce(ports, debtor, step);
    await recordStep(ports.billing, { accountId, step, unpaidSinceMs: unpaidSinceMs ?? now, atMs: now });
    ports.log.info({ accountId, step: step ?? "PAID", before: debtor.step }, "dunning");
    return true;
  }
  if (step !== undefined && now - debtor.retriedAtMs >= RETRY_EVERY_MS) await retry(ports, debtor, now);
  return false;
}

function standingOf(step: DunningStep | undefined) {
  return {
    isSuspended: step === "SUSPENDED",
    isPaymentOverdue: step === "RESTRICTED" || step === "SUSPENDED",
  };
}

/** Once per account, debt and step: the key makes a repeat no second mail. */
async function announce(ports: DunningPorts, debtor: Debtor, step: DunningStep | undefined): Promise<void> {
  const since = debtor.unpaidSinceMs ?? 0;
  const { heldUntilMs = 0 } = debtor;
  const mail = dunningMail(step, { unpaidSinceMs: since, heldUntilMs, publicUrl: ports.publicUrl });
  const before = debtor.step ?? "";
  await ports.database.transaction((tx) =>
    enqueueMail(tx, ports, {
      accountId: debtor.accountId,
      // A step that comes again after somebody waited is told again.
      dedupeKey: `dunning/${debtor.accountId}/${step ?? `PAID-after-${before}`}/${since || ports.clock.now()}/${heldUntilMs}`,
      to: debtor.email,
      ...mail,
    }),
  );
}

async function retry(ports: DunningPorts, debtor: Debtor, now: number): Promise<void> {
  await recordRetry(ports.billing, debtor.accountId, now);
  for (const stripeInvoiceId of debtor.unpaidInvoices) {
    try {
      await applyCollected(ports.billing, await ports.collector.pay(stripeInvoiceId));
    } catch (error) {
      // Declined again: the next step comes by itself.
      if (!(error instanceof CloudError) || error.code !== "FAILED_PRECONDITION") throw error;
    }
  }
}
