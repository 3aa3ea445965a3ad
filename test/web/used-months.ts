// Two months of use as a cell would have reported them: minutes of actions and hours of storage, in the standalone
// cloud's own database, so that reports, costs, invoices and their proof have something to show.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { openUsageDatabase } from "#usage/reports";
import { storeActions, storeStorage } from "../../services/usage/store/counters-store.ts";
import { postgresUrl } from "../../services/standalone/postgres.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DAYS = 60;
const KINDS = ["start_workflow", "schedule_activity", "start_timer", "signal_workflow", "query_workflow"];
const TYPES = ["OrderWorkflow", "RefundWorkflow", "ShipmentWorkflow"];
const SOURCE = "cell-of-the-test";
const POSTMASTER_PORT_LINE = 3;

/** Ends with yesterday (UTC): what happens today is told by the cells themselves. */
export async function useTwoMonths(dataDirectory: string, namespaces: readonly string[]): Promise<void> {
  const usage = await openUsageDatabase(urlOf(dataDirectory));
  try {
    const todayMs = Math.floor(Date.now() / DAY_MS) * DAY_MS;
    for (const [index, namespace] of namespaces.entries()) {
      await storeActions(usage, SOURCE, actionsOf(namespace, todayMs, index));
      await storeStorage(usage, SOURCE, storageOf(namespace, todayMs, index));
    }
  } finally {
    await usage.end();
  }
}

/** More on working days, more every week. */
function actionsOf(namespace: string, todayMs: number, index: number) {
  return days(todayMs).flatMap((dayMs, day) =>
    KINDS.map((kind, position) => ({
      namespace,
      minuteMs: dayMs + (9 + position) * HOUR_MS,
      kind,
      workflowType: TYPES[(day + position) % TYPES.length] ?? "",
      taskQueue: position % 2 === 0 ? "orders" : "shipping",
      count: (400_000 - index * 150_000) * (isWeekend(dayMs) ? 1 : 2) + day * 9_000 + position * 17_011,
    })),
  );
}

function storageOf(namespace: string, todayMs: number, index: number) {
  return days(todayMs).flatMap((dayMs, day) =>
    ["active", "retained"].map((storageClass, position) => ({
      namespace,
      hourMs: dayMs + 12 * HOUR_MS,
      storageClass,
      byteMilliseconds: String(
        BigInt(1 + index + 3 * position) * BigInt(40 + day) * 1_000_000_000n * BigInt(HOUR_MS),
      ),
    })),
  );
}

function days(todayMs: number): number[] {
  return Array.from({ length: DAYS }, (_, day) => todayMs - (DAYS - day) * DAY_MS);
}

function isWeekend(dayMs: number): boolean {
  return [0, 6].includes(new Date(dayMs).getUTCDay());
}

/** $100.00 to use within a month, as the installation's operators give it. */
export async function giveCredit(
  { url, dataDirectory }: { url: string; dataDirectory: string },
  accountId: string,
): Promise<void> {
  const answer = await fetch(`${url}/api/v1/billing-admin/credits`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${secretsOf(dataDirectory).internalToken}`,
    },
    body: JSON.stringify({
      accountId,
      name: "Welcome",
      category: "promotional",
      currency: "usd",
      amountCents: 100_00,
      expireTime: new Date(Date.now() + 30 * DAY_MS).toISOString(),
    }),
  });
  if (!answer.ok) throw new Error(`the credit was refused: ${await answer.text()}`);
}

function secretsOf(dataDirectory: string) {
  const secrets: unknown = JSON.parse(readFileSync(join(dataDirectory, "secrets.json"), "utf8"));
  return z.object({ postgresPassword: z.string(), internalToken: z.string() }).parse(secrets);
}

function urlOf(dataDirectory: string): string {
  const { postgresPassword: password } = secretsOf(dataDirectory);
  const lines = readFileSync(join(dataDirectory, "postgres", "postmaster.pid"), "utf8").split("\n");
  return postgresUrl({ port: Number(lines[POSTMASTER_PORT_LINE]), password }, "cellplane");
}
