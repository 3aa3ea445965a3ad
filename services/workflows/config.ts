// The settings of the workflows process.
import { z } from "zod";
import { sinkSettings } from "#domain/audit-sinks";
import { exportSettings } from "#domain/export-sinks";
import { address, logLevel, milliseconds } from "#shared/config";

export const configSchema = z.object({
  databaseUrl: z.url(),
  usageDatabaseUrl: z.url(),
  billingDatabaseUrl: z.url(),
  /** Any Temporal cluster; by default the embedded cell `control`. */
  controlCellAddress: address,
  controlCellToken: z.string().optional(),
  controlCellNamespace: z.string().default("cellplane"),
  internalToken: z.string().optional(),
  masterKey: z.string().min(1),
  publicUrl: z.url().default("http://localhost:7301"),
  mailMode: z.enum(["mailbox", "smtp"]).default("mailbox"),
  /** With mailMode=smtp: smtp://user:password@host:port, and the sender. */
  smtpUrl: z.string().optional(),
  mailFrom: z.string().default("Cellplane <no-reply@localhost>"),
  /** Job queues live in PostgreSQL unless this is set. */
  redisUrl: z.string().optional(),
  ...sinkSettings.shape,
  ...exportSettings.shape,
  stripeApiKey: z.string().min(1),
  stripeApiBase: z.url().optional(),
  stripeWebhookSecret: z.string().optional(),
  stripeTestClocks: z.stringbool().default(false),
  /** Our rated lines as invoice items, or Stripe's own meters and prices. */
  stripeCollector: z.enum(["stripe-invoices", "stripe-meters"]).default("stripe-invoices"),
  /** Stripe computes taxes on top of what is rated. */
  stripeAutomaticTax: z.stringbool().default(false),
  reconcilePeriodMs: milliseconds.default(5_000),
  readyFile: z.string().optional(),
  stopWithStdin: z.stringbool().default(false),
  logLevel,
});
export type WorkflowsConfig = z.infer<typeof configSchema>;
