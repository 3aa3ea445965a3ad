// Another plan: what it makes of this month and the next before anything is changed, and when it takes effect.
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { say } from "#app/toasts";
import { Badge } from "#components/badge";
import { Button } from "#components/button";
import { ChoiceCards } from "#components/choice-cards";
import { FormLayout } from "#components/form-layout";
import { Note } from "#components/note";
import { ShowAs } from "#components/show-as";
import { moneyOfMicros } from "#format/money";
import { planName, utcDay, type Billing, type PriceBook } from "./billing-facts.ts";
import { PlanEstimate } from "./plan-estimate.tsx";
import { useRefreshBilling } from "./use-billing.ts";

interface Props {
  billing: Billing;
  books: readonly PriceBook[];
}

export function PlanChange({ billing, books }: Props): ReactNode {
  const { priceBook = "", nextPriceBook = "" } = billing;
  const refresh = useRefreshBilling();
  const [chosen, setChosen] = useState(nextPriceBook === "" ? priceBook : nextPriceBook);
  const change = api.useMutation("post", "/api/v1/billing/plan", {
    onSuccess: ({ atOnce, effectiveTime }) => {
      say("Plan changed", {
        text: atOnce === true ? "It holds from now on." : `It holds from ${utcDay(effectiveTime)} on.`,
      });
      return refresh();
    },
  });
  const isOther = chosen !== (nextPriceBook === "" ? priceBook : nextPriceBook);
  return (
    <>
      {nextPriceBook === "" ? null : (
        <Note>
          {planName(undefined, nextPriceBook)} is chosen and holds from {utcDay(billing.nextPriceBookTime)}{" "}
          on.
        </Note>
      )}
      <FormLayout
        onSubmit={() => change.mutate({ body: { priceBook: chosen } })}
        error={change.error as unknown}
        errorTitle="The plan was not changed"
        buttons={
          <Button type="submit" kind="primary" disabled={!isOther} isBusy={change.isPending}>
            Change plan
          </Button>
        }
      >
        <ChoiceCards
          label="Plan"
          value={chosen}
          onChange={(value) => {
            change.reset();
            setChosen(value);
          }}
          choices={books.map((book) => ({
            value: book.id ?? "",
            title: planName(book.plan, book.id),
            text: feeOf(book),
            mark: book.id === priceBook ? <Badge>Yours</Badge> : undefined,
          }))}
        />
        {isOther ? <PlanEstimate priceBook={chosen} /> : null}
      </FormLayout>
      <ShowAs rest={{ method: "POST", path: "/api/v1/billing/plan", body: { priceBook: chosen } }} />
    </>
  );
}

function feeOf({ plan = "", currency, feeMinimumMicros = "0", feeBasisPoints = 0 }: PriceBook): string {
  if (plan === "") return "No fee: you pay for what you use.";
  const share = `${(feeBasisPoints / 100).toFixed(0)} % of usage`;
  return feeMinimumMicros === "0"
    ? `A fee of ${share}.`
    : `A fee of ${moneyOfMicros(feeMinimumMicros, currency)} a month, or ${share} when that is more.`;
}
