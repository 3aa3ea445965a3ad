// A budget as the texts of its form, and back. What is not understood goes to the API as it is, which says what is wrong.
import type { Schemas } from "#api/client";
import { centsOf, moneyOfCents } from "#format/money";

type BudgetSpec = Schemas["cellplane.cloud.v1.BudgetSpec"];

export interface BudgetFields {
  amount: string;
  /** "50, 80, 100" */
  thresholds: string;
  /** One address a line. */
  emails: string;
  webhookUrl: string;
  hardCap: boolean;
  tellUnusualDays: boolean;
}

const THRESHOLDS_DEFAULT = "50, 80, 100";

export function fieldsOf(spec: BudgetSpec | undefined, currency: string): BudgetFields {
  return {
    amount: spec === undefined ? "" : moneyOfCents(spec.amountCents ?? 0, currency).replace(/^[^\d]+/, ""),
    thresholds: spec === undefined ? THRESHOLDS_DEFAULT : (spec.thresholdPercents ?? []).join(", "),
    emails: (spec?.emails ?? []).join("\n"),
    webhookUrl: spec?.webhookUrl ?? "",
    hardCap: spec?.hardCap ?? false,
    tellUnusualDays: spec?.tellUnusualDays ?? true,
  };
}

export function budgetOf(fields: BudgetFields, currency: string) {
  return {
    amountCents: centsOf(fields.amount, currency) ?? 0,
    thresholdPercents: words(fields.thresholds, /[,;\s%]+/).map((text) => Math.trunc(Number(text)) || 0),
    emails: words(fields.emails, /[,;\s]+/),
    webhookUrl: fields.webhookUrl.trim(),
    hardCap: fields.hardCap,
    tellUnusualDays: fields.tellUnusualDays,
  };
}

function words(text: string, between: RegExp): string[] {
  return text.split(between).filter((word) => word !== "");
}
