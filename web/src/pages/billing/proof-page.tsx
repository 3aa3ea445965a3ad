// The proof that the account's bills are right: every count against a second count, every invoice against the payment
// provider's, and all usage cleared.
import type { ReactNode } from "react";
import { api } from "#api/client";
import { EmptyState } from "#components/empty-state";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { ShowAs } from "#components/show-as";
import { Skeleton } from "#components/skeleton";
import { Timestamp } from "#components/timestamp";
import { Clearing } from "./clearing.tsx";
import { PeriodProofs } from "./period-proofs.tsx";

export function ProofPage(): ReactNode {
  const { data, error, refetch } = api.useQuery("get", "/api/v1/billing/proof");
  if (error !== null) {
    return <ProblemNote title="The proof cannot be read" error={error} onRetry={() => void refetch()} />;
  }
  if (data === undefined) return <Skeleton lines={8} />;
  const periods = data.periods ?? [];
  return (
    <>
      <Section
        title="Clearing"
        layout="stacked"
        text={
          <>
            Everything that was ever metered is on exactly one invoice line, in an adjustment by name, or in
            the open period. Checked <Timestamp at={data.checkedTime} />.
          </>
        }
      >
        <Clearing meters={data.clearing ?? []} />
      </Section>
      <Section
        title="Closed periods"
        layout="stacked"
        text="Metered: what the invoice was made of. Recounted: the same counted once more from the cells' own counters."
      >
        {periods.length === 0 ? (
          <EmptyState
            title="No period is closed yet"
            text="The proof of a month is here when the month has ended."
          />
        ) : (
          <PeriodProofs periods={periods} />
        )}
        <ShowAs rest={{ method: "GET", path: "/api/v1/billing/proof" }} />
      </Section>
    </>
  );
}
