// The settings of the workflows process.
import { z } from "zod";
import { pricingSettings } from "#billing/prices";
import { collectorSettings } from "#billing/stripe";
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
  ...pricingSettings.shape,
  stripeApiKey: z.string().min(1),
  stripeApiBase: z.url().optional(),
  stripeWebhookSecret: z.string().optional(),
  stripeTestClocks: z.stringbool().default(false),
  ...collectorSettings.shape,
  reconcilePeriodMs: milliseconds.default(5_000),
  readyFile: z.string().optional(),
  stopWithStdin: z.stringbool().default(false),
  logLevel,
});
export type WorkflowsConfig = z.infer<typeof configSchema>;
