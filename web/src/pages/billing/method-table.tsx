// The saved payment methods: which one is charged, and how another takes its place.
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { say } from "#app/toasts";
import { Badge } from "#components/badge";
import { Button } from "#components/button";
import { ConfirmByName } from "#components/confirm-by-name";
import { EmptyState } from "#components/empty-state";
import { ProblemNote } from "#components/problem-note";
import { SimpleTable } from "#components/simple-table";
import { Skeleton } from "#components/skeleton";
import { methodName, type PaymentMethod } from "./method-name.ts";
import { useRefreshBilling } from "./use-billing.ts";

const REFETCH_MS = 5_000;

export function MethodTable(): ReactNode {
  const [removed, setRemoved] = useState<PaymentMethod | undefined>();
  // A card that was just saved comes by the provider's webhook, a moment after the person.
  const { data, error } = api.useQuery(
    "get",
    "/api/v1/billing/payment-methods",
    {},
    { refetchInterval: REFETCH_MS },
  );
  const choose = useChoose();
  if (error !== null) return <ProblemNote title="The payment methods cannot be read" error={error} />;
  if (data === undefined) return <Skeleton lines={3} />;
  const methods = data.paymentMethods ?? [];
  if (methods.length === 0) {
    return (
      <EmptyState
        title="No payment method"
        text="Without one an invoice stays unpaid; after 7 days new work is refused."
      />
    );
  }
  return (
    <>
      <SimpleTable
        label="Payment methods"
        headers={["Payment method", "Charged", ""]}
        rows={methods.map((method) => rowOf(method, { choose, onRemove: () => setRemoved(method) }))}
      />
      {choose.error === null ? null : <ProblemNote title="It was not chosen" error={choose.error} />}
      {removed === undefined ? null : <Removal method={removed} onClose={() => setRemoved(undefined)} />}
    </>
  );
}

function useChoose() {
  const refresh = useRefreshBilling();
  const { mutate, isPending, error } = api.useMutation(
    "post",
    "/api/v1/billing/payment-methods/{payment_method_id}/default",
    {
      onSuccess: () => {
        say("Payment method chosen", { text: "It is charged from now on." });
        return refresh();
      },
    },
  );
  const choose = (id: string): void => mutate({ params: { path: { payment_method_id: id } }, body: {} });
  return { choose, isPending, error: error as unknown };
}

interface Acts {
  choose: ReturnType<typeof useChoose>;
  onRemove: () => void;
}

function rowOf(method: PaymentMethod, { choose, onRemove }: Acts) {
  const { paymentMethodId = "", isDefault = false } = method;
  return {
    key: paymentMethodId,
    cells: [
      methodName(method),
      isDefault ? <Badge key="default">Default</Badge> : "",
      <span key="actions">
        {isDefault ? null : (
          <Button kind="quiet" isBusy={choose.isPending} onClick={() => choose.choose(paymentMethodId)}>
            Make default
          </Button>
        )}
        <Button kind="quiet" onClick={onRemove}>
          Remove
        </Button>
      </span>,
    ],
  };
}

function Removal({ method, onClose }: { method: PaymentMethod; onClose: () => void }): ReactNode {
  const refresh = useRefreshBilling();
  const remove = api.useMutation("delete", "/api/v1/billing/payment-methods/{payment_method_id}", {
    onSuccess: async () => {
      say("Payment method removed");
      await refresh();
      onClose();
    },
  });
  return (
    <ConfirmByName
      isOpen
      onClose={onClose}
      title={`Remove ${methodName(method)}`}
      name={method.last4 ?? ""}
      losses={["Nothing is charged to it any more", "Invoices that it paid stay as they are"]}
      verb="Remove payment method"
      isBusy={remove.isPending}
      error={remove.error as unknown}
      onConfirm={() =>
        remove.mutate({ params: { path: { payment_method_id: method.paymentMethodId ?? "" } } })
      }
    />
  );
}
