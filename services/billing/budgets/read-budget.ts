// Reads a budget from a request and shows one. Errors name the field and the rule.
import type { cloudV1 } from "#contracts";
import { CloudError } from "#shared/errors";
import { checkOutboundUrl, type OutboundPolicy } from "#shared/outbound-http";
import type { Budget } from "./budgets-store.ts";

const THRESHOLDS_MAX = 10;
const PERCENT_MAX = 1_000;
const EMAILS_MAX = 20;
const EMAIL_LENGTH_MAX = 254;
/** Ten billion of the major unit, in minor units. */
const AMOUNT_CENTS_MAX = 1e12;
const MICROS_PER_CENT = 10_000n;

export function budgetFrom(
  accountId: string,
  spec: cloudV1.IBudgetSpec | null | undefined,
  rules: { policy: OutboundPolicy; resourceVersion: string | null | undefined },
): Budget {
  const amountCents = spec?.amountCents ?? 0;
  if (!Number.isInteger(amountCents) || amountCents < 1 || amountCents > AMOUNT_CENTS_MAX) {
    throw refused("amount_cents", `must be a whole number from 1 to ${AMOUNT_CENTS_MAX}`);
  }
  const version = rules.resourceVersion ?? "";
  if (!/^\d{0,9}$/.test(version)) throw refused("resource_version", "must be the one that was read");
  return {
    accountId,
    amountMicros: BigInt(amountCents) * MICROS_PER_CENT,
    thresholds: thresholdsFrom(spec?.thresholdPercents ?? []),
    emails: emailsFrom(spec?.emails ?? []),
    webhookUrl: webhookFrom(spec?.webhookUrl ?? "", rules.policy),
    isHardCap: spec?.hardCap ?? false,
    tellsUnusualDays: spec?.tellUnusualDays ?? false,
    resourceVersion: Number(version),
  };
}

export function toBudgetMessage(budget: Budget): cloudV1.IBudget {
  return {
    resourceVersion: String(budget.resourceVersion),
    spec: {
      amountCents: Number(budget.amountMicros / MICROS_PER_CENT),
      thresholdPercents: budget.thresholds,
      emails: budget.emails,
      webhookUrl: budget.webhookUrl,
      hardCap: budget.isHardCap,
      tellUnusualDays: budget.tellsUnusualDays,
    },
  };
}

function thresholdsFrom(given: readonly number[]): number[] {
  const isPercent = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= PERCENT_MAX;
  if (given.length > THRESHOLDS_MAX || !given.every(isPercent) || new Set(given).size !== given.length) {
    throw refused(
      "threshold_percents",
      `must be at most ${THRESHOLDS_MAX} different whole numbers from 1 to ${PERCENT_MAX}`,
    );
  }
  return [...given].sort((a, b) => a - b);
}

function emailsFrom(given: readonly string[]): string[] {
  const isAddress = (text: string): boolean =>
    text.length <= EMAIL_LENGTH_MAX && /^[^\s@<>,;:"]+@[^\s@<>,;:"]+\.[^\s@<>,;:".]+$/.test(text);
  if (given.length > EMAILS_MAX || !given.every(isAddress)) {
    throw refused("emails", `must be at most ${EMAILS_MAX} addresses like name@company.example`);
  }
  return [...new Set(given)];
}

function webhookFrom(text: string, policy: OutboundPolicy): string {
  if (text === "") return "";
  try {
    return checkOutboundUrl(text, policy).href;
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    throw refused("webhook_url", error.publicMessage.replace(/^[a-z_]+ /i, "").replace(/\.$/, ""));
  }
}

function refused(field: string, rule: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `${field} ${rule}.`, { field });
}
