// How much of the budget is spent; where there is none, the way to one.
import type { ReactNode } from "react";
import { api } from "#api/client";
import { ButtonLink } from "#components/button-link";
import { EmptyState } from "#components/empty-state";
import { moneyOfCents, moneyOfMicros } from "#format/money";
import { percent } from "#format/figures";
import type { Billing } from "./billing-facts.ts";
import styles from "./billing.module.css";

const MICROS_PER_CENT = 10_000;

export function BudgetMeter({ billing }: { billing: Billing }): ReactNode {
  const { data } = api.useQuery("get", "/api/v1/billing/budget");
  const { currency = "usd", spentMicros = "0" } = billing;
  const spec = data?.budget?.spec;
  if (data === undefined) return null;
  if (spec === undefined) {
    return (
      <EmptyState
        title="No budget is set"
        text="A budget tells by mail and webhook when the month reaches a part of it, and can stop new work at its end."
        action={<ButtonLink to="/billing/budget">Set a budget</ButtonLink>}
      />
    );
  }
  const share = Number(spentMicros) / MICROS_PER_CENT / Math.max(1, spec.amountCents ?? 1);
  const amount = moneyOfCents(spec.amountCents ?? 0, currency);
  return (
    <div>
      <div
        className={styles["meter"]}
        role="meter"
        aria-label="Budget"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.min(100, Math.round(share * 100))}
        aria-valuetext={`${percent(share)} of ${amount}`}
      >
        <div
          className={styles["meter-bar"]}
          data-over={share >= 1}
          style={{ width: `${Math.min(1, share) * 100}%` }}
        />
      </div>
      <p className={styles["meter-words"]}>
        {moneyOfMicros(spentMicros, currency)} of {amount}, {percent(share)}.{" "}
        {spec.hardCap === true ? "At the amount, new work is refused until the next month." : ""}
      </p>
    </div>
  );
}
