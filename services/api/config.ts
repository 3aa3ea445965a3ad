// The settings of the API process, from CELLPLANE_* variables; secrets may come from files (NAME_FILE).
import { z } from "zod";
import { pricingSettings } from "#billing/prices";
import { collectorSettings } from "#billing/stripe";
import { sinkSettings } from "#domain/audit-sinks";
import { exportSettings } from "#domain/export-sinks";
import { cellSettings } from "#domain/cells";
import { gateSettings } from "#domain/provisioning-gates";
import { quotaSettings } from "#domain/quotas";
import { regionSettings } from "#domain/regions";
import { address, logLevel, readConfig } from "#shared/config";

/** Regions, cells and limits as JSON: {"regions":[...],"cells":[...],"quotas":{"namespacesPerAccount":500}}. */
const installation = z
  .string()
  .default("{}")
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue("must be JSON");
      return z.NEVER;
    }
  })
  .pipe(
    z.strictObject({
      regions: z.array(regionSettings).max(200).default([]),
      cells: z.array(cellSettings).max(1_000).default([]),
      quotas: quotaSettings.default({}),
    }),
  )
  .superRefine(({ regions, cells }, context) => {
    refuseRepeats(regions, "regions", context);
    refuseRepeats(cells, "cells", context);
  });

function refuseRepeats(rows: readonly { id: string }[], list: string, context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const [index, { id }] of rows.entries()) {
    if (seen.has(id))
      context.addIssue({ code: "custom", path: [list, index, "id"], message: `${id} is twice` });
    seen.add(id);
  }
}

const schema = z.object({
  databaseUrl: z.url(),
  usageDatabaseUrl: z.url(),
  billingDatabaseUrl: z.url(),
  listenAddress: address,
  /** The TLS port is opened when all three are given; the PEMs usually as CELLPLANE_TLS_CERT_FILE and _KEY_FILE. */
  tlsListenAddress: address.optional(),
  tlsCert: z.string().optional(),
  tlsKey: z.string().optional(),
  /** PEM of the authority behind the api's and the gateway's certificates, when clients do not know it: at /ca.pem. */
  tlsCa: z.string().optional(),
  publicUrl: z.url(),
  /** host:port of the gateway, through which the console looks into running namespaces. */
  gatewayAddress: address.optional(),
  /** The name in the gateway's certificate, when it is not that of its address. */
  gatewayServerName: z.string().optional(),
  internalToken: z.string().min(16).optional(),
  masterKey: z.string(),
  controlCellAddress: address,
  controlCellToken: z.string().optional(),
  stripeApiKey: z.string().min(1),
  stripeApiBase: z.url().optional(),
  stripeWebhookSecret: z.string().min(1),
  /** Of an event destination for thin events, which tell of meter events that failed. */
  stripeThinWebhookSecret: z.string().min(1).optional(),
  stripeTestClocks: z.stringbool().default(false),
  mailMode: z.enum(["mailbox", "smtp"]).default("mailbox"),
  /** Calls without valid credentials, for each address that makes them. */
  addressRequestsPerSecond: z.coerce.number().int().min(1).max(1_000_000).default(40),
  /** Job queues live in PostgreSQL unless this is set. */
  redisUrl: z.string().optional(),
  /** Origins such as "https://login.corp.example" that identity providers may have although inside. */
  identityAllowedOrigins: z.string().default(""),
  /** Addresses of the people who may enter the operator area, with commas between. */
  operatorEmails: z
    .string()
    .default("")
    .transform((text) =>
      text.split(",").flatMap((email) => (email.trim() === "" ? [] : [email.trim().toLowerCase()])),
    ),
  ...gateSettings.shape,
  ...sinkSettings.shape,
  ...exportSettings.shape,
  ...pricingSettings.shape,
  ...collectorSettings.shape,
  /** Written to the database at each start. */
  installation,
  /** Where prisma/migrations is, when not beside the code. */
  migrationsDirectory: z.string().optional(),
  readyFile: z.string().optional(),
  stopWithStdin: z.stringbool().optional(),
  logLevel,
});

export type ApiConfig = z.infer<typeof schema>;

export function readApiConfig(environment: Readonly<Record<string, string | undefined>>): ApiConfig {
  return readConfig(schema, environment);
}
