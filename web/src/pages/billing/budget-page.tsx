// What the month may cost, who is told at which part of it, and whether new work stops there.
import type { ReactNode } from "react";
import { api } from "#api/client";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { Skeleton } from "#components/skeleton";
import { BudgetForm } from "./budget-form.tsx";
import { BudgetMeter } from "./budget-meter.tsx";
import { useBilling } from "./use-billing.ts";

export function BudgetPage(): ReactNode {
  const billing = useBilling();
  const { data, error } = api.useQuery("get", "/api/v1/billing/budget");
  const wrong = error ?? billing.error;
  if (wrong !== null) return <ProblemNote title="The budget cannot be read" error={wrong} />;
  if (data === undefined || billing.data === undefined) return <Skeleton lines={8} />;
  const { budget } = data;
  return (
    <>
      {budget?.spec === undefined ? null : (
        <Section title="This month" text="Usage, plan fee and discount, before credits and taxes.">
          <BudgetMeter billing={billing.data} />
        </Section>
      )}
      <Section
        title={budget?.spec === undefined ? "Set a budget" : "Budget"}
        text="Of a calendar month in UTC. Each threshold is told once a month; a webhook gets a JSON object with an id, again until it answers 2xx."
      >
        <BudgetForm
          key={budget?.resourceVersion ?? "new"}
          budget={budget ?? {}}
          currency={billing.data.currency ?? "usd"}
          forecastMicros={billing.data.forecastMicros ?? "0"}
        />
      </Section>
    </>
  );
}
