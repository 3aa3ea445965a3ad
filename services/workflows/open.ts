// Opens everything that the configuration names: databases, cells, Stripe, mail; joins the activities of all nouns and
// starts worker, reconcilers and job queues. Closes in reverse, also when a later part does not open.
import { openBillingDatabase } from "#billing/customers";
import { pricingOf } from "#billing/prices";
import { createCollector, createStripeClient, type StripeClient } from "#billing/stripe";
import { createRecordSender } from "#domain/audit-sinks";
import { createExportWriter } from "#domain/export-sinks";
import { createCells } from "#domain/cells";
import { createDatabase } from "#domain/database";
import { systemClock } from "#shared/clock";
import { createEnvelope } from "#shared/envelope";
import { CloudError } from "#shared/errors";
import type { Logger } from "#shared/log";
import { outboundPolicy } from "#shared/outbound-http";
import type { Pool } from "#shared/postgres";
import { openUsageDatabase } from "#usage/reports";
import { accountActivities, startActivationRetries } from "./accounts/index.ts";
import { joinActivities, provisioningActivities } from "./activities.ts";
import { openBilling } from "./billing/index.ts";
import type { WorkflowsConfig } from "./config.ts";
import { mailboxTransport, reportDrawer, smtpTransport, startJobs } from "./jobs/index.ts";
import { startWorkflows } from "./start.ts";

type Closing = () => unknown;

export async function openWorkflows(
  config: WorkflowsConfig,
  log: Logger,
): Promise<{ stop(): Promise<void> }> {
  const closing: Closing[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closing.reverse()) await close();
  };
  try {
    await openParts(config, log, closing);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

async function openParts(config: WorkflowsConfig, log: Logger, closing: Closing[]): Promise<void> {
  const clock = systemClock;
  const envelope = createEnvelope(config.masterKey);
  const database = createDatabase(config.databaseUrl, { applicationName: "cellplane-workflows" });
  closing.push(() => database.close());
  const billing = await openBillingDatabase(config.billingDatabaseUrl);
  closing.push(() => billing.end());
  const cells = createCells({ token: config.internalToken });
  closing.push(() => cells.close());
  const stripe = createStripeClient({ apiKey: config.stripeApiKey, apiBase: config.stripeApiBase });
  const sinkPolicy = outboundPolicy(config.sinkAllowedOrigins);
  const customers = customerPorts(config, stripe, billing);
  const periods = await openBilling({
    ...customers,
    database,
    usageDatabaseUrl: config.usageDatabaseUrl,
    envelope,
    publicUrl: config.publicUrl,
    sinkPolicy,
    log,
  });
  closing.push(() => periods.close());
  const usage = await openUsageDatabase(config.usageDatabaseUrl);
  closing.push(() => usage.end());
  // First, because mail must go out also while the control cell is away.
  const jobs = await startJobs({
    database,
    clock,
    envelope,
    log,
    queues: { databaseUrl: config.databaseUrl, redisUrl: config.redisUrl },
    send: mailTransportOf(config),
    drawUp: reportDrawer({ database, usage, billing, clock, book: customers.pricing.defaultBook }),
    cells,
    usage,
    writeExport: createExportWriter(config),
    sendRecords: createRecordSender(config, { clock, policy: sinkPolicy }),
  });
  closing.push(() => jobs.stop());
  const workflows = await startWorkflows({
    database,
    cells,
    clock,
    log,
    cell: {
      address: config.controlCellAddress,
      token: config.controlCellToken ?? config.internalToken,
      namespace: config.controlCellNamespace,
    },
    activities: joinActivities([
      provisioningActivities({ database, cells, envelope, clock }),
      accountActivities({ database, clock, customers }),
      periods.activities,
    ]),
    moreReconcilers: [...periods.startReconcilers, () => startActivationRetries({ database, clock, log })],
    reconcilePeriodMs: config.reconcilePeriodMs,
  });
  closing.push(() => workflows.stop());
}

function customerPorts(config: WorkflowsConfig, stripe: StripeClient, billing: Pool) {
  const collector = createCollector(stripe, config, systemClock);
  const pricing = pricingOf(config);
  return { stripe, collector, billing, pricing, clock: systemClock, useTestClocks: config.stripeTestClocks };
}

function mailTransportOf(config: WorkflowsConfig): typeof mailboxTransport {
  if (config.mailMode === "mailbox") return mailboxTransport;
  if (config.smtpUrl !== undefined) return smtpTransport({ url: config.smtpUrl, from: config.mailFrom });
  throw new CloudError(
    "INVALID_ARGUMENT",
    "Bad configuration: CELLPLANE_MAIL_MODE=smtp needs CELLPLANE_SMTP_URL.",
  );
}
