// The way to the payment provider's page that saves a card; it comes back to billing.
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { api } from "#api/client";
import { Button } from "#components/button";
import { ProblemNote } from "#components/problem-note";

export function AddMethod(): ReactNode {
  const start = api.useMutation("post", "/api/v1/billing/checkout", {
    onSuccess: ({ url = "" }) => window.location.assign(url),
  });
  return (
    <>
      <Button
        kind="primary"
        icon={<Plus />}
        isBusy={start.isPending || start.isSuccess}
        onClick={() => start.mutate({ body: {} })}
      >
        Add payment method
      </Button>
      {start.error === null ? null : (
        <ProblemNote title="The payment provider's page did not open" error={start.error} />
      )}
    </>
  );
}
