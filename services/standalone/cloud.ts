// Starts the whole cloud on one machine in the order in which its parts need each other, and stops it in reverse.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { loadServerCertificate } from "./certificates.ts";
import { lockDataDirectory } from "./lock.ts";
import type { StandaloneOptions } from "./options.ts";
import { passedSettings } from "./passed-settings.ts";
import { addressesOf, DATABASES, planProcesses, type Installation, type PlanName } from "./plan.ts";
import { choosePorts, LOOPBACK } from "./ports.ts";
import { ensureDatabase, startPostgres } from "./postgres.ts";
import { loadSecrets } from "./secrets.ts";
import { supervise } from "./supervise.ts";

/** Each wave starts together, once the wave before is ready. */
const WAVES: readonly (readonly PlanName[])[] = [
  ["control", "cell-a", "cell-b", "stripe", "api"],
  ["workflows", "usage", "gateway"],
];

export interface Cloud {
  addresses: { api: string; apiTls: string; gateway: string };
  /** The CA that signed the server certificate of the gateway and the API. */
  caFile: string;
  dataDirectory: string;
  /** Asks the Stripe emulator itself, as one would look into Stripe's dashboard. */
  readStripe(path: string): Promise<unknown>;
  stop(): Promise<void>;
}

/** Tells how far the start is: called once per part, with the milliseconds it took. */
export type Progress = (part: string, tookMs: number) => void;

export async function startCloud(options: StandaloneOptions, progress: Progress): Promise<Cloud> {
  const unlock = lockDataDirectory({
    dataDirectory: options.dataDirectory,
    fileName: "standalone.pid",
    what: "a Cellplane cloud",
  });
  const started: { stop(): Promise<void> }[] = [];
  const stop = async (): Promise<void> => {
    for (const part of started.reverse()) await part.stop();
    unlock();
  };
  try {
    const installation = await prepare(options, progress, started);
    await startWaves(installation, progress, started);
    const addresses = addressesOf(installation.ports);
    return {
      addresses,
      caFile: installation.certificate.caFile,
      dataDirectory: options.dataDirectory,
      readStripe: (path) => readStripe(installation, path),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function prepare(
  options: StandaloneOptions,
  progress: Progress,
  started: { stop(): Promise<void> }[],
): Promise<Installation> {
  const startedAt = performance.now();
  for (const folder of ["run", "log"]) mkdirSync(join(options.dataDirectory, folder), { recursive: true });
  const secrets = loadSecrets(options.dataDirectory);
  const certificate = await loadServerCertificate(options.dataDirectory);
  const ports = await choosePorts(options.portBase, options.portBaseIsFixed);
  const postgres = await startPostgres({
    directory: join(options.dataDirectory, "postgres"),
    port: ports.postgres,
    password: secrets.postgresPassword,
  });
  started.push(postgres);
  for (const database of DATABASES) await ensureDatabase(postgres, database);
  progress("postgres", performance.now() - startedAt);
  const databaseUrl = (name: (typeof DATABASES)[number]): string => postgres.url(name);
  const settings = passedSettings(process.env);
  const { dataDirectory, operators } = options;
  return { dataDirectory, ports, secrets, certificate, databaseUrl, settings, operators };
}

async function startWaves(
  installation: Installation,
  progress: Progress,
  started: { stop(): Promise<void> }[],
): Promise<void> {
  const plans = planProcesses(installation);
  for (const wave of WAVES) {
    const startedAt = performance.now();
    const outcomes = await Promise.allSettled(
      wave.map(async (name) => {
        const child = await supervise(plans[name], installation.dataDirectory);
        started.push(child);
        progress(name, performance.now() - startedAt);
      }),
    );
    // Every part of the wave has settled here, so those that did start are known and will be stopped.
    for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
  }
}

const STRIPE_TIMEOUT_MS = 5_000;

async function readStripe({ ports, secrets }: Installation, path: string): Promise<unknown> {
  const response = await fetch(`http://${LOOPBACK}:${ports.stripe}${path}`, {
    headers: { authorization: `Bearer ${secrets.stripeApiKey}` },
    signal: AbortSignal.timeout(STRIPE_TIMEOUT_MS),
  });
  return response.json();
}
