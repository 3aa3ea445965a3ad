// docker-compose.yml describes the same processes with the same settings as the standalone cloud, which runs in tests.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { planProcesses, type PlanName } from "../../services/standalone/plan.ts";
import { portsAt } from "../../services/standalone/ports.ts";
import { PROJECT_ROOT } from "../tidy/sources.ts";

const text = readFileSync(join(PROJECT_ROOT, "docker-compose.yml"), "utf8");

/** Settings that only the standalone cloud has: its Stripe emulator, its test clocks, an authority of its own. */
const STANDALONE_ONLY = new Set([
  "CELLPLANE_STRIPE_API_BASE",
  "CELLPLANE_STRIPE_TEST_CLOCKS",
  "CELLPLANE_TLS_CA_FILE",
]);
/** Mail goes out in production; the standalone cloud keeps it. */
const PRODUCTION_ONLY = new Set(["CELLPLANE_SMTP_URL"]);

function plannedSettings(): Record<PlanName, Set<string>> {
  const plans = planProcesses({
    dataDirectory: "/data",
    ports: portsAt(7300),
    secrets: {
      postgresPassword: "",
      internalToken: "",
      masterKey: "",
      stripeApiKey: "",
      stripeWebhookSecret: "",
    },
    certificate: { caFile: "", certFile: "", keyFile: "" },
    databaseUrl: () => "",
    settings: {},
    operators: [],
  });
  const entries = Object.entries(plans).map(([name, plan]) => [name, new Set(Object.keys(plan.environment))]);
  // Object.entries forgets that the keys are plan names.
  return Object.fromEntries(entries) as Record<PlanName, Set<string>>;
}

/** The settings of one service in the file, anchors included, as the process will see them. */
function composedSettings(service: string): string[] {
  const block = new RegExp(`^ {2}${service}:\\n((?: {4}.*\\n|\\n)+)`, "m").exec(text)?.[1] ?? "";
  const anchor = /^x-control-plane:.*\n((?: {2}.*\n)+)/m.exec(text)?.[1] ?? "";
  const settings = block.includes("<<: *control-plane") ? block + anchor : block;
  return [...settings.matchAll(/^\s+(CELLPLANE_[A-Z_]+):/gm)].map((match) => match[1] ?? "");
}

test.each(["control", "cell-a", "cell-b", "api", "workflows", "usage", "gateway"] as const)(
  "the container %s has the settings of the process, by value or by file",
  (service) => {
    const planned = plannedSettings()[service];
    const composed = composedSettings(service);
    const names = new Set(composed.map((name) => (planned.has(name) ? name : name.replace(/_FILE$/, ""))));

    expect([...names].filter((name) => !planned.has(name) && !PRODUCTION_ONLY.has(name))).toEqual([]);
    expect([...planned].filter((name) => !names.has(name) && !STANDALONE_ONLY.has(name))).toEqual([]);
  },
);
