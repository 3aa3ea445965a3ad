// In a standalone cloud an account has a test clock: the month can be ended at once, to see its invoice.
import { useEffect, useState, type ReactNode } from "react";
import { api } from "#api/client";
import { Button } from "#components/button";
import { OperationProgress } from "#components/operation-progress";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { ShowAs } from "#components/show-as";
import { periodName, type Billing } from "./billing-facts.ts";
import { useRefreshBilling } from "./use-billing.ts";

export function TestClock({ billing }: { billing: Billing }): ReactNode {
  const [operationId, setOperationId] = useState<string | undefined>();
  const advance = api.useMutation("post", "/api/v1/billing/test-clock/advance", {
    onSuccess: ({ asyncOperation }) => setOperationId(asyncOperation?.id),
  });
  if (billing.hasTestClock !== true) return null;
  return (
    <Section
      title="Test clock"
      text="This cloud is for trying things out: its months can be ended at once. No real money moves."
    >
      <div>
        <Button isBusy={advance.isPending} onClick={() => advance.mutate({ body: {} })}>
          End {periodName(billing.periodStart)} now
        </Button>
      </div>
      {advance.error === null ? null : <ProblemNote title="The month was not ended" error={advance.error} />}
      {operationId === undefined ? null : <Closing key={operationId} operationId={operationId} />}
      <ShowAs rest={{ method: "POST", path: "/api/v1/billing/test-clock/advance", body: {} }} />
    </Section>
  );
}

/** Everything of the month is read again when it has ended. */
function Closing({ operationId }: { operationId: string }): ReactNode {
  const refresh = useRefreshBilling();
  const { data } = api.useQuery("get", "/cloud/operations/{async_operation_id}", {
    params: { path: { async_operation_id: operationId } },
  });
  const state = data?.asyncOperation?.state;
  useEffect(() => {
    if (state === "STATE_FULFILLED") void refresh();
    // Once for each state; the function is a new one at every render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [state]);
  return (
    <OperationProgress operationId={operationId} title="Ending the month: rate, compare, issue, charge" />
  );
}
