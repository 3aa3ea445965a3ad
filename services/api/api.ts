// The API process as a whole: migrations, databases, Stripe's client, the operation table on its ports. What starts
// workflows comes from outside, so that only main.ts knows the workflows' folder.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openBillingDatabase } from "#billing/customers";
import { pricingOf } from "#billing/prices";
import {
  createCollector,
  createStripeClient,
  type Collector,
  type StripeClient,
  type WebhookPorts,
} from "#billing/stripe";
import { consensus } from "#domain/approvals";
import { recordFailure } from "#domain/audit";
import { createRecordSender } from "#domain/audit-sinks";
import { createExportWriter } from "#domain/export-sinks";
import { createCells, seedCells, type Cells } from "#domain/cells";
import { databaseOf, type WorkflowStarter } from "#domain/context";
import { createDatabase, type Database } from "#domain/database";
import type { ReadRun } from "#domain/operators";
import { createProvisioningGate, ldapPolicy } from "#domain/provisioning-gates";
import { seedQuotas } from "#domain/quotas";
import { listRegions, seedRegions } from "#domain/regions";
import { systemClock } from "#shared/clock";
import { createEnvelope } from "#shared/envelope";
import { randomIds, seededIds, type Ids } from "#shared/ids";
import { createJobWaker, type JobQueueWaker } from "#shared/job-queues";
import type { Logger } from "#shared/log";
import { applyMigrations } from "#shared/migrations";
import { outboundPolicy } from "#shared/outbound-http";
import { createPool, type Pool } from "#shared/postgres";
import { openUsageDatabase } from "#usage/reports";
import { followApprovals } from "./approvals/run-approved.ts";
import { createAuthenticator } from "./auth/authenticator.ts";
import { followQuotas, type QuotaFollower } from "./calls/follow-quotas.ts";
import { createRateLimits } from "./calls/rate-limits.ts";
import type { CallPorts } from "./calls/run-operation.ts";
import type { ApiConfig } from "./config.ts";
import { mountCodecWorker } from "./console/codec-worker.ts";
import { mountConsole } from "./console/mount-console.ts";
import { auditIntakeHandlers } from "./directory/audit-intake-handlers.ts";
import { metricsIntakeHandlers } from "./directory/metrics-intake-handlers.ts";
import { directoryHandlers } from "./directory/directory-handlers.ts";
import { migrationTimeoutMs } from "./limits.ts";
import { mountReportDownload } from "./downloads/billing-report-download.ts";
import { operations } from "./operations/index.ts";
import type { OperationContext } from "./operations/operation.ts";
import type { HomeFacts } from "./pages/home-page.ts";
import { mountPages } from "./pages/mount-pages.ts";
import { mountScim } from "./scim/mount-scim.ts";
import { createGatewayClient, type GatewayClient } from "./relay/gateway-client.ts";
import { mountRelay } from "./relay/mount-relay.ts";
import { startApiServer, type ApiServer } from "./server.ts";
import { refusedWebhooks } from "./webhooks/refused-webhooks.ts";
import { mountStripeWebhook } from "./webhooks/stripe-webhook.ts";

interface Stores {
  database: Database;
  usage: Pool;
  billing: Pool;
  stripe: StripeClient;
  collector: Collector;
  jobs: JobQueueWaker;
  quotas: QuotaFollower;
  /** Undefined where the console has no way to running namespaces. */
  gateway: GatewayClient | undefined;
  cells: Cells;
}

export async function startApi(
  config: ApiConfig,
  log: Logger,
  workflows: WorkflowStarter & { readRun?: ReadRun },
): Promise<Pick<ApiServer, "address" | "tlsAddress" | "stop">> {
  await migrate(config, log);
  const database = createDatabase(config.databaseUrl, { applicationName: "cellplane-api" });
  await seed(database, config.installation);
  const stripe = createStripeClient({ apiKey: config.stripeApiKey, apiBase: config.stripeApiBase });
  const stores: Stores = {
    database,
    quotas: await followQuotas(database, log),
    gateway: openGateway(config, log),
    usage: await openUsageDatabase(config.usageDatabaseUrl),
    billing: await openBillingDatabase(config.billingDatabaseUrl),
    stripe,
    collector: createCollector(stripe, config, systemClock),
    jobs: createJobWaker({ databaseUrl: config.databaseUrl, redisUrl: config.redisUrl }, log),
    cells: createCells({ token: config.internalToken }),
  };
  const callPorts = makeCallPorts(config, log, stores, workflows);
  const server = await startApiServer({
    operations,
    ports: { ...callPorts, ids: randomIds },
    publicUrl: config.publicUrl,
    listenAddress: config.listenAddress,
    ...tlsOf(config),
    follow: (table) =>
      followApprovals({ ...callPorts, ...stores, envelope: createEnvelope(config.masterKey) }, table),
    internal: internalHandlers(config, stores),
    mount: async (app, mounted) => {
      mountReportDownload(app, { ...callPorts, ...stores, envelope: createEnvelope(config.masterKey) });
      await mountScim(app, { ...callPorts, ...stores, publicUrl: config.publicUrl });
      mountRelay(app, { ...callPorts, ...stores, publicUrl: config.publicUrl });
      const refused = refusedWebhooks({ database, log, clock: systemClock, ids: randomIds });
      mountStripeWebhook(app, webhookPorts(config, stores, log), refused);
      await mountConsole(app);
      mountCodecWorker(app, { ...callPorts, publicUrl: config.publicUrl });
      await mountPages(app, {
        ...mounted,
        publicUrl: config.publicUrl,
        ...(config.tlsCa === undefined ? {} : { authority: config.tlsCa }),
        home: () => homeFacts(config, stores),
      });
    },
  });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      await close(stores);
    },
  };
}

/** What gateways and cells ask, not customers. */
function internalHandlers({ internalToken }: ApiConfig, stores: Stores) {
  return new Map([
    ...directoryHandlers({ ...stores, clock: systemClock, internalToken }),
    ...auditIntakeHandlers({ ...stores, internalToken }),
    ...metricsIntakeHandlers({ ...stores, internalToken }),
  ]);
}

/** The TLS port is opened when its address, certificate and key are all given. */
function tlsOf({ tlsListenAddress: listenAddress, tlsCert: certificate, tlsKey: key }: ApiConfig) {
  const isConfigured = listenAddress !== undefined && certificate !== undefined && key !== undefined;
  return isConfigured ? { tls: { listenAddress, certificate, key } } : {};
}

async function close({ quotas, gateway, cells, database, usage, billing, jobs }: Stores): Promise<void> {
  gateway?.close();
  cells.close();
  await quotas.stop();
  await Promise.all([database.close(), usage.end(), billing.end(), jobs.close()]);
}

function openGateway(config: ApiConfig, log: Logger): GatewayClient | undefined {
  const { gatewayAddress: address, gatewayServerName: serverName, tlsCa: authority, internalToken } = config;
  if (address === undefined || internalToken === undefined) return undefined;
  return createGatewayClient({ address, serverName, authority, internalToken }, { clock: systemClock, log });
}

async function homeFacts(config: ApiConfig, { database }: Stores): Promise<HomeFacts> {
  return {
    publicUrl: config.publicUrl,
    tlsAddress: config.tlsListenAddress,
    regions: await listRegions(database.query),
    hasMailbox: config.mailMode === "mailbox",
  };
}

/** Every process that starts first may apply them: an advisory lock makes the others wait. */
async function migrate(config: ApiConfig, log: Logger): Promise<void> {
  const pool = createPool(config.databaseUrl, {
    connectionsMax: 1,
    statementTimeoutMs: migrationTimeoutMs,
    applicationName: "cellplane-api-migrations",
  });
  try {
    const applied = await applyMigrations(pool, config.migrationsDirectory ?? migrationsBesideCode());
    if (applied.length > 0) log.info({ applied }, "migrations applied");
  } finally {
    await pool.end();
  }
}

/** The sources run from services/api, the built code from dist/services/api. */
function migrationsBesideCode(): string {
  const candidates = ["../../prisma/migrations", "../../../prisma/migrations"].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  const found = candidates.find((path) => existsSync(path));
  if (found === undefined) throw new Error("prisma/migrations not found: set CELLPLANE_MIGRATIONS_DIRECTORY");
  return found;
}

/** The workflows process does the same; whoever is first makes the regions known. */
async function seed(
  database: Database,
  { regions, cells, quotas }: ApiConfig["installation"],
): Promise<void> {
  await database.transaction(async (tx) => {
    await seedRegions(tx, regions);
    await seedCells(tx, cells, systemClock.now());
    await seedQuotas(tx, quotas, systemClock.now());
  });
}

const ID_SEED_BYTES = 24;

/** Ids that a change which waits for approval is given again when it is carried out. */
function replayable(): { ids: Ids; idSeed: string } {
  const idSeed = randomIds.secret(ID_SEED_BYTES);
  return { ids: seededIds(idSeed), idSeed };
}

/** What accounts' own directories and identity providers are reached by. */
function identityPorts(
  config: ApiConfig,
): Pick<OperationContext, "identityPolicy" | "ldapPolicy" | "provisioningGate"> {
  const { provisioningGate: spec, provisioningGatePassword: bindPassword = "" } = config;
  const policy = ldapPolicy(config.ldapAllowedHosts);
  return {
    identityPolicy: outboundPolicy(config.identityAllowedOrigins),
    ldapPolicy: policy,
    provisioningGate: createProvisioningGate({
      ...{ clock: systemClock, policy },
      installation: spec === undefined ? undefined : { spec, bindPassword },
    }),
  };
}

function webhookPorts(config: ApiConfig, { stripe, billing }: Stores, log: Logger): WebhookPorts {
  return {
    stripe,
    billing,
    secret: config.stripeWebhookSecret,
    thinSecret: config.stripeThinWebhookSecret,
    log,
  };
}

function makeCallPorts(
  config: ApiConfig,
  log: Logger,
  stores: Stores,
  workflows: WorkflowStarter & { readRun?: ReadRun },
): CallPorts {
  const envelope = createEnvelope(config.masterKey);
  const policy = outboundPolicy(config.sinkAllowedOrigins);
  const sinks = { policy, send: createRecordSender(config, { clock: systemClock, policy }) };
  const identity = identityPorts(config);
  const pricing = pricingOf(config);
  const { mailMode, operatorEmails } = config;
  const installation = { publicUrl: config.publicUrl.replace(/\/$/, ""), mailMode, operatorEmails };

  return {
    log,
    clock: systemClock,
    authenticate: createAuthenticator({
      ...stores,
      clock: systemClock,
      ids: randomIds,
      log,
      envelope,
      internalToken: config.internalToken,
      operatorEmails,
    }),
    rateLimits: createRateLimits(systemClock, {
      quotaOf: stores.quotas.of,
      addressRequestsPerSecond: config.addressRequestsPerSecond,
    }),
    makeContext: (call, actor, { sessionId, isPublic }) => ({
      ...stores,
      ...replayable(),
      consensus,
      database: isPublic ? stores.database : databaseOf(stores.database, actor),
      actor,
      requestId: call.requestId,
      remoteAddress: call.remoteAddress,
      log: log.child({ requestId: call.requestId }),
      clock: systemClock,
      signal: call.signal,
      workflows,
      readRun: workflows.readRun ?? noRuns,
      jobs: stores.jobs,
      pricing,
      installation,
      envelope,
      sinks,
      ...identity,
      writeExport: createExportWriter(config),
      session: call.session,
      ...(call.reason === undefined ? {} : { reason: call.reason }),
      ...(sessionId === undefined ? {} : { sessionId }),
    }),
    recordDenial,
  };
}

/** Where nothing starts workflows, there are no runs. */
const noRuns: ReadRun = () => Promise.resolve(undefined);

const recordDenial: CallPorts["recordDenial"] = (context, denied, error) =>
  recordFailure(
    context,
    {
      action: denied.action,
      operation: denied.operation,
      resourceType: denied.action.split(".")[1] ?? "",
      resourceId: denied.resourceId ?? denied.namespace ?? "",
    },
    error,
  );
