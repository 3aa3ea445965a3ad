// What another plan would make of this month and the next, if the account goes on as in the last four weeks.
import type { ReactNode } from "react";
import { api } from "#api/client";
import { ProblemNote } from "#components/problem-note";
import { SimpleTable } from "#components/simple-table";
import { Skeleton } from "#components/skeleton";
import { moneyOfMicros } from "#format/money";
import { utcDay } from "./billing-facts.ts";

export function PlanEstimate({ priceBook }: { priceBook: string }): ReactNode {
  const { data, error } = api.useQuery("get", "/api/v1/billing/plan-estimate", {
    params: { query: { priceBook } },
  });
  if (error !== null) return <ProblemNote title="This plan cannot be chosen" error={error} />;
  if (data === undefined) return <Skeleton lines={3} />;
  const row = (name: string, current = "0", next = "0") => ({
    key: name,
    cells: [
      name,
      moneyOfMicros(current, data.currency),
      moneyOfMicros(next, data.currency),
      signed(BigInt(next) - BigInt(current), data.currency),
    ],
  });
  return (
    <>
      <SimpleTable
        label="Estimate of the change"
        figures={[1, 2, 3]}
        headers={["If you go on as in the last four weeks", "As now", "With this plan", "Difference"]}
        rows={[
          row("This month", data.thisMonthCurrentMicros, data.thisMonthNewMicros),
          row("Next month", data.nextMonthCurrentMicros, data.nextMonthNewMicros),
        ]}
      />
      <p>
        It takes effect {data.atOnce === true ? "at once" : `on ${utcDay(data.effectiveTime)} 00:00 UTC`}.
        Before credits and taxes.
      </p>
    </>
  );
}

function signed(micros: bigint, currency: string | undefined): string {
  return `${micros > 0n ? "+" : ""}${moneyOfMicros(micros, currency)}`;
}
