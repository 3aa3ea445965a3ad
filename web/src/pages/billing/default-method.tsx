// What the next invoice is charged to.
import type { ReactNode } from "react";
import { api } from "#api/client";
import { ButtonLink } from "#components/button-link";
import { EmptyState } from "#components/empty-state";
import { Facts } from "#components/facts";
import { ProblemNote } from "#components/problem-note";
import { methodName } from "./method-name.ts";

const REFETCH_MS = 5_000;

export function DefaultMethod(): ReactNode {
  const { data, error } = api.useQuery(
    "get",
    "/api/v1/billing/payment-methods",
    {},
    { refetchInterval: REFETCH_MS },
  );
  if (error !== null) return <ProblemNote title="The payment methods cannot be read" error={error} />;
  if (data === undefined) return null;
  const method = data.paymentMethods?.find(({ isDefault }) => isDefault);
  if (method === undefined) {
    return (
      <EmptyState
        title="No payment method"
        text="Without one an invoice stays unpaid; after 7 days new work is refused."
        action={
          <ButtonLink kind="primary" to="/billing/payment">
            Add a payment method
          </ButtonLink>
        }
      />
    );
  }
  return (
    <>
      <Facts facts={[{ name: "Payment method", value: methodName(method) }]} />
      <div>
        <ButtonLink to="/billing/payment">Change it</ButtonLink>
      </div>
    </>
  );
}
