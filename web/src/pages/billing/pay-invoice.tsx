// Pays an issued invoice now, by the default payment method, instead of waiting for the next daily try.
import type { ReactNode } from "react";
import { api } from "#api/client";
import { say } from "#app/toasts";
import { Button } from "#components/button";
import { ProblemNote } from "#components/problem-note";
import { useRefreshBilling } from "./use-billing.ts";

export function PayInvoice({ invoiceId }: { invoiceId: string }): ReactNode {
  const refresh = useRefreshBilling();
  const pay = api.useMutation("post", "/api/v1/invoices/{invoice_id}/pay", {
    onSuccess: () => {
      say("Invoice paid");
      return refresh();
    },
  });
  return (
    <>
      <Button
        kind="primary"
        isBusy={pay.isPending}
        onClick={() => pay.mutate({ params: { path: { invoice_id: invoiceId } }, body: {} })}
      >
        Pay now
      </Button>
      {pay.error === null ? null : <ProblemNote title="The invoice was not paid" error={pay.error} />}
    </>
  );
}
