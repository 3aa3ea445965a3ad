// The prices the account pays, what any other price book would have made of its last months, and what more use would cost.
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { FilterBar, FilterChoice } from "#components/filter-bar";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { ShowAs } from "#components/show-as";
import { Skeleton } from "#components/skeleton";
import type { Billing, PriceBook } from "./billing-facts.ts";
import { EstimateForm } from "./estimate-form.tsx";
import { PlanChange } from "./plan-change.tsx";
import { PriceTable } from "./price-table.tsx";
import { Simulation } from "./simulation.tsx";
import { useBilling } from "./use-billing.ts";

export function PlanPage(): ReactNode {
  const billing = useBilling();
  const books = api.useQuery("get", "/api/v1/billing/price-books");
  const error = billing.error ?? books.error;
  if (error !== null) return <ProblemNote title="The prices cannot be read" error={error} />;
  if (billing.data === undefined || books.data === undefined) return <Skeleton lines={10} />;
  return <Plans billing={billing.data} books={books.data.priceBooks ?? []} />;
}

function Plans({ billing, books }: { billing: Billing; books: readonly PriceBook[] }): ReactNode {
  const [shown, setShown] = useState(billing.priceBook ?? "");
  const book = books.find(({ id }) => id === shown);
  const offered = books.filter(({ id, isOffered }) => isOffered === true || id === billing.priceBook);
  return (
    <>
      {offered.length < 2 ? null : (
        <Section
          title="Plan"
          text="Your discount stays. Nothing is changed before you have seen what it costs."
        >
          <PlanChange
            key={`${billing.priceBook} ${billing.nextPriceBook}`}
            billing={billing}
            books={offered}
          />
        </Section>
      )}
      <SimulatorSection billing={billing} books={books} />
      <Section
        title="Cost estimate"
        text="What more use this month would add to the bill, by the account's own prices."
      >
        <EstimateForm />
      </Section>
      <Section
        title="Prices"
        layout="stacked"
        text="Graduated prices hold for the whole account in a calendar month (UTC)."
      >
        <FilterBar>
          <FilterChoice
            label="Price book"
            value={shown}
            onChange={setShown}
            choices={books.map(({ id = "", plan }) => ({
              value: id,
              label: plan === "" ? id : `${plan ?? id} (${id})`,
            }))}
          />
        </FilterBar>
        {book === undefined ? null : <PriceTable book={book} />}
      </Section>
    </>
  );
}

function SimulatorSection({ billing, books }: { billing: Billing; books: readonly PriceBook[] }): ReactNode {
  const [months, setMonths] = useState("3");
  const { data, error } = api.useQuery("get", "/api/v1/billing/simulation", {
    params: { query: { months: Number(months) } },
  });
  return (
    <Section
      title="Price simulator"
      layout="stacked"
      text="Every price book against your own last months: plan fee and discount in it, credits and taxes not."
    >
      <FilterBar>
        <FilterChoice
          label="Months"
          value={months}
          onChange={setMonths}
          choices={["1", "3", "6", "12"].map((value) => ({ value, label: value }))}
        />
      </FilterBar>
      {error === null ? null : <ProblemNote title="The prices cannot be simulated" error={error} />}
      {data === undefined ? (
        <Skeleton lines={4} />
      ) : (
        <Simulation months={data.months ?? []} books={books} billing={billing} />
      )}
      <ShowAs rest={{ method: "GET", path: `/api/v1/billing/simulation?months=${months}` }} />
    </Section>
  );
}
