// Which processes make up the standalone cloud and with which settings each is started: production's entry points.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ServerCertificate } from "./certificates.ts";
import { LOOPBACK, type Ports } from "./ports.ts";
import type { Secrets } from "./secrets.ts";
import type { ProcessPlan } from "./supervise.ts";

/** Of the control plane, usage and billing (each in its own schema). */
export const CONTROL_PLANE_DATABASE = "cellplane";
/** That, and one database per cell. */
export const DATABASES = [CONTROL_PLANE_DATABASE, "cell_control", "cell_a", "cell_b"] as const;

/** Two cells, each with a region of its own, and the regions beside them that published configurations name. */
export const REGIONS = [
  region("aws", "us-east-1", "US East (N. Virginia)", "cell-a"),
  region("aws", "eu-west-1", "Europe (Ireland)", "cell-b"),
  region("aws", "us-west-2", "US West (Oregon)", "cell-a"),
  region("aws", "eu-central-1", "Europe (Frankfurt)", "cell-b"),
  region("aws", "ap-southeast-1", "Asia Pacific (Singapore)", "cell-b"),
  region("gcp", "us-central1", "US Central (Iowa)", "cell-a"),
];
const CELLS = ["cell-a", "cell-b"] as const;

function region(
  provider: string,
  name: string,
  location: string,
  cell: (typeof CELLS)[number],
): { id: string; provider: string; region: string; location: string; cell: (typeof CELLS)[number] } {
  return { id: `${provider}-${name}`, provider, region: name, location, cell };
}

export interface Installation {
  dataDirectory: string;
  ports: Ports;
  secrets: Secrets;
  certificate: ServerCertificate;
  databaseUrl: (name: (typeof DATABASES)[number]) => string;
  /** Of the person's environment, for the control plane. */
  settings: Record<string, string>;
  operators: readonly string[];
}

export type PlanName = "control" | "cell-a" | "cell-b" | "stripe" | "api" | "workflows" | "usage" | "gateway";

export function planProcesses(installation: Installation): Record<PlanName, ProcessPlan> {
  const { ports, secrets } = installation;
  const cell = (
    name: PlanName,
    database: (typeof DATABASES)[number],
    port: number,
    namespaces?: string,
  ): ProcessPlan =>
    process(name, "cell", {
      CELLPLANE_CELL_ID: name,
      CELLPLANE_DATABASE_URL: installation.databaseUrl(database),
      CELLPLANE_LISTEN_ADDRESS: `${LOOPBACK}:${port}`,
      CELLPLANE_INTERNAL_TOKEN: secrets.internalToken,
      ...(namespaces === undefined ? {} : { CELLPLANE_NAMESPACES: namespaces }),
    });
  return {
    control: cell("control", "cell_control", ports.controlCell, "cellplane"),
    "cell-a": cell("cell-a", "cell_a", ports.cellA),
    "cell-b": cell("cell-b", "cell_b", ports.cellB),
    stripe: process("stripe", "stripe-emulator", stripeEnvironment(installation)),
    api: process("api", "api", apiEnvironment(installation)),
    workflows: process("workflows", "workflows", workflowsEnvironment(installation)),
    usage: process("usage", "usage", usageEnvironment(installation)),
    gateway: process("gateway", "gateway", gatewayEnvironment(installation)),
  };
}

function process(name: string, folder: string, environment: Record<string, string>): ProcessPlan {
  const script = join(fileURLToPath(new URL("..", import.meta.url)), folder, "main.js");
  return { name, script, environment };
}

/** Where customers reach the cloud. */
export function addressesOf(ports: Ports): { api: string; apiTls: string; gateway: string } {
  return {
    api: `http://localhost:${ports.api}`,
    apiTls: `https://localhost:${ports.apiTls}`,
    gateway: `localhost:${ports.gateway}`,
  };
}

function controlPlane(installation: Installation): Record<string, string> {
  const { dataDirectory, ports, secrets, databaseUrl, settings } = installation;
  return {
    ...settings,
    CELLPLANE_DATABASE_URL: databaseUrl("cellplane"),
    CELLPLANE_USAGE_DATABASE_URL: databaseUrl("cellplane"),
    CELLPLANE_BILLING_DATABASE_URL: databaseUrl("cellplane"),
    CELLPLANE_INTERNAL_TOKEN: secrets.internalToken,
    CELLPLANE_MASTER_KEY: secrets.masterKey,
    CELLPLANE_CONTROL_CELL_ADDRESS: `${LOOPBACK}:${ports.controlCell}`,
    CELLPLANE_CONTROL_CELL_TOKEN: secrets.internalToken,
    CELLPLANE_STRIPE_API_KEY: secrets.stripeApiKey,
    CELLPLANE_STRIPE_API_BASE: `http://${LOOPBACK}:${ports.stripe}`,
    CELLPLANE_STRIPE_WEBHOOK_SECRET: secrets.stripeWebhookSecret,
    CELLPLANE_STRIPE_TEST_CLOCKS: "true",
    CELLPLANE_MAIL_MODE: "mailbox",
    CELLPLANE_EXPORT_FOLDER: join(dataDirectory, "exports"),
    CELLPLANE_PUBLIC_URL: addressesOf(ports).api,
  };
}

/** The installation's regions and cells, which the api writes to the database at each start. */
function regionsAndCells(ports: Ports): Record<string, string> {
  const { gateway } = addressesOf(ports);
  const cellPorts = { "cell-a": ports.cellA, "cell-b": ports.cellB };
  const regions = REGIONS.map(({ id, provider, region, location }) => ({
    id,
    provider,
    region,
    location,
    grpcAddress: gateway,
    mtlsGrpcAddress: gateway,
    webAddress: addressesOf(ports).api,
  }));
  const cells = CELLS.map((id) => {
    const [home, ...alsoServes] = REGIONS.filter(({ cell }) => cell === id).map((served) => served.id);
    return { id, region: home, alsoServes, driver: "embedded", address: `${LOOPBACK}:${cellPorts[id]}` };
  });
  return { CELLPLANE_INSTALLATION: JSON.stringify({ regions, cells }) };
}

function apiEnvironment(installation: Installation): Record<string, string> {
  const { ports, certificate, operators } = installation;
  return {
    ...controlPlane(installation),
    ...regionsAndCells(ports),
    CELLPLANE_LISTEN_ADDRESS: `${LOOPBACK}:${ports.api}`,
    CELLPLANE_TLS_LISTEN_ADDRESS: `${LOOPBACK}:${ports.apiTls}`,
    CELLPLANE_TLS_CERT_FILE: certificate.certFile,
    CELLPLANE_TLS_KEY_FILE: certificate.keyFile,
    CELLPLANE_TLS_CA_FILE: certificate.caFile,
    CELLPLANE_GATEWAY_ADDRESS: addressesOf(ports).gateway,
    CELLPLANE_GATEWAY_SERVER_NAME: "localhost",
    CELLPLANE_OPERATOR_EMAILS: operators.join(","),
  };
}

function workflowsEnvironment(installation: Installation): Record<string, string> {
  return controlPlane(installation);
}

function usageEnvironment({ ports, secrets, databaseUrl }: Installation): Record<string, string> {
  return {
    CELLPLANE_DATABASE_URL: databaseUrl("cellplane"),
    CELLPLANE_LISTEN_ADDRESS: `${LOOPBACK}:${ports.usage}`,
    CELLPLANE_INTERNAL_TOKEN: secrets.internalToken,
    CELLPLANE_CELLS: `cell-a=${LOOPBACK}:${ports.cellA},cell-b=${LOOPBACK}:${ports.cellB}`,
  };
}

function gatewayEnvironment({
  ports,
  secrets,
  certificate,
  dataDirectory,
}: Installation): Record<string, string> {
  return {
    CELLPLANE_LISTEN_ADDRESS: `${LOOPBACK}:${ports.gateway}`,
    CELLPLANE_TLS_CERT_FILE: certificate.certFile,
    CELLPLANE_TLS_KEY_FILE: certificate.keyFile,
    CELLPLANE_DIRECTORY_ADDRESS: `${LOOPBACK}:${ports.api}`,
    CELLPLANE_DIRECTORY_FILE: join(dataDirectory, "gateway-directory.bin"),
    CELLPLANE_INTERNAL_TOKEN: secrets.internalToken,
  };
}

function stripeEnvironment({ ports, secrets, dataDirectory }: Installation): Record<string, string> {
  return {
    CELLPLANE_LISTEN_ADDRESS: `${LOOPBACK}:${ports.stripe}`,
    CELLPLANE_STATE_DIR: join(dataDirectory, "stripe"),
    CELLPLANE_API_KEY: secrets.stripeApiKey,
    CELLPLANE_WEBHOOK_URL: `http://${LOOPBACK}:${ports.api}/webhooks/stripe`,
    CELLPLANE_WEBHOOK_SECRET: secrets.stripeWebhookSecret,
  };
}
