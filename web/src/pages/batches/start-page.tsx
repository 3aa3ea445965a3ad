// Starts a batch operation: which workflows, what, and why. How many it finds is shown while one types.
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { newRequestId } from "#api/request-id";
import { useOwnEmail } from "#api/own-email";
import { useWorkflowServiceMutation } from "#api/workflow-service";
import { Button } from "#components/button";
import { ButtonLink } from "#components/button-link";
import { ConfirmByName } from "#components/confirm-by-name";
import { FormLayout } from "#components/form-layout";
import { Page } from "#components/page";
import { NamespaceShowAs } from "#components/namespace-show-as";
import { count } from "#format/figures";
import { useNamespaceId } from "#hooks/use-namespace-id";
import { BatchFields } from "./batch-fields.tsx";
import {
  actedOn,
  EMPTY_BATCH,
  isComplete,
  OPERATIONS,
  startCommand,
  startRequest,
  type BatchForm,
} from "./batch-form.ts";
import { useFound } from "./use-found.ts";

export function BatchStartPage(): ReactNode {
  const namespace = useNamespaceId();
  const navigate = useNavigate();
  const { query = "" } = useSearch({ from: "/frame/namespaces/$namespace/start-batch-operation" });
  const identity = useOwnEmail();
  const [form, setForm] = useState<BatchForm>({ ...EMPTY_BATCH, query });
  const [jobId] = useState(newRequestId);
  const [isConfirming, setConfirming] = useState(false);
  const found = useFound(namespace, actedOn(form));
  const start = useWorkflowServiceMutation("StartBatchOperation");
  const request = startRequest(form, { namespace, jobId, identity });
  const chosen = OPERATIONS.find(({ value }) => value === form.operation) ?? OPERATIONS[0];
  const title = `${chosen.verb} ${count(found.count ?? 0)} ${found.count === 1 ? "workflow" : "workflows"}`;
  const run = (): void =>
    start.mutate(request, {
      onSuccess: () =>
        void navigate({ to: "/namespaces/$namespace/batch-operations/$jobId", params: { namespace, jobId } }),
    });
  return (
    <Page title="Start batch operation" width="reading">
      <FormLayout
        onSubmit={() => (chosen.needsName ? setConfirming(true) : run())}
        error={isConfirming ? null : start.error}
        errorTitle="The batch operation was not started"
        buttons={
          <>
            <Button
              kind={chosen.needsName ? "danger" : "primary"}
              type="submit"
              isBusy={start.isPending}
              disabled={!isComplete(form) || (found.count ?? 0) === 0}
            >
              {title}
            </Button>
            <ButtonLink kind="quiet" to="/namespaces/$namespace/batch-operations" params={{ namespace }}>
              Cancel
            </ButtonLink>
          </>
        }
      >
        <BatchFields form={form} found={found} onChange={setForm} />
      </FormLayout>
      <NamespaceShowAs
        namespace={namespace}
        path={["batch-operations", jobId]}
        body={request}
        cli={(target) => startCommand(form, target)}
      />
      {isConfirming ? (
        <ConfirmByName
          isOpen
          {...{ title, name: namespace, verb: title, error: start.error, onConfirm: run }}
          onClose={() => setConfirming(false)}
          losses={[`${title}, as the filter finds them when it is started`, chosen.text]}
          isBusy={start.isPending}
        />
      ) : null}
    </Page>
  );
}
