// Where the account stands: this month so far, what it will be, what pays for it, and what to do about what is wrong.
import type { ReactNode } from "react";
import { ButtonLink } from "#components/button-link";
import { Facts } from "#components/facts";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { Skeleton } from "#components/skeleton";
import { Alerts } from "./alerts.tsx";
import { utcDay, planName, type Billing } from "./billing-facts.ts";
import { BudgetMeter } from "./budget-meter.tsx";
import { DefaultMethod } from "./default-method.tsx";
import { LatestInvoices } from "./latest-invoices.tsx";
import { MonthCosts } from "./month-costs.tsx";
import { MonthFigures } from "./month-figures.tsx";
import { Standing } from "./standing.tsx";
import { TestClock } from "./test-clock.tsx";
import { Trial } from "./trial.tsx";
import { useBilling } from "./use-billing.ts";
import styles from "./billing.module.css";

export function BillingOverviewPage(): ReactNode {
  const { data, error, refetch } = useBilling();
  if (error !== null) {
    return <ProblemNote title="Billing cannot be read" error={error} onRetry={() => void refetch()} />;
  }
  return data === undefined ? <Skeleton lines={10} /> : <Overview billing={data} />;
}

function Overview({ billing }: { billing: Billing }): ReactNode {
  return (
    <>
      <div className={styles["notes"]}>
        <Standing billing={billing} />
        <Trial billing={billing} />
      </div>
      <MonthFigures billing={billing} />
      <MonthCosts billing={billing} />
      <Section title="Budget" text="What the month may cost, and who is told.">
        <BudgetMeter billing={billing} />
      </Section>
      <Section title="Pays by" text="Charged when an invoice is issued.">
        <DefaultMethod />
      </Section>
      <Section title="Plan" text="Prices hold for the whole account.">
        <Facts
          facts={[
            { name: "Plan", value: planName(billing.plan, billing.priceBook) },
            { name: "Price book", value: <code>{billing.priceBook}</code> },
            { name: "Discount", value: `${((billing.discountBasisPoints ?? 0) / 100).toFixed(2)} %` },
            {
              name: "Open period (UTC)",
              value: `${utcDay(billing.periodStart)} until ${utcDay(billing.periodEnd)}, exclusive`,
            },
          ]}
        />
        <div>
          <ButtonLink to="/billing/plan">Compare plans and prices</ButtonLink>
        </div>
      </Section>
      <LatestInvoices />
      <Alerts billing={billing} />
      <TestClock billing={billing} />
    </>
  );
}
